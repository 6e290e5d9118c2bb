"""Damaged bytes by every way in: some seconds of them here; `tools/fuzz.py` goes on for as long as it is let."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sources.ways_in import WAYS_IN, check, seeds

SECONDS = {"entry": 6.0}
"""How long each way in is tried; the others half a second."""

KEPT = Path(__file__).parent / "fuzzed"
"""What once broke something, each in a file; its name begins with the way in."""

_PIECES = (
    b"\x00", b"\xff" * 4, b"\r\n\r\n", b"PK\x03\x04", b"\x1f\x8b", b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n",
    b"<", b"<!ENTITY a 'b'>", b"&a;", b"{", b"[" * 50, b'"', b"=?utf-8?b?", b"boundary=", b"charset=x", b"-1", b"%PDF-",
)  # fmt: skip


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return data with some bytes changed, taken out, doubled, or put in."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(5):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[at : at + chance.randint(1, 64)]
            case 2:
                changed[at:at] = chance.choice(_PIECES)
            case 3:
                changed[at:at] = changed[max(0, at - 40) : at]
            case _:
                del changed[at + chance.randrange(200) :]
    return bytes(changed)


def inputs(chance: random.Random) -> Iterator[bytes]:
    """Yield damaged inputs without end."""
    beginnings = seeds()
    while True:
        yield damaged(chance.choice(beginnings), chance)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", WAYS_IN)
def test_no_damage_breaks_a_way_in(name: str) -> None:
    until = time.monotonic() + SECONDS.get(name, 0.5)
    for number, data in enumerate(inputs(random.Random(name))):
        check(name, data)
        if time.monotonic() > until:
            assert number > 0
            return


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", sorted(KEPT.iterdir()) if KEPT.is_dir() else [], ids=lambda path: path.name)
def test_what_once_broke_something_does_so_no_more(path: Path) -> None:
    check(path.name.partition("-")[0].replace("_", " "), path.read_bytes())
