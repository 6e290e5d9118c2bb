"""What is sent by a form of ours: its token is looked at before anything else."""

import secrets
import unicodedata
from dataclasses import dataclass

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from goodoffices.errors import UsageError
from goodoffices.web.desk import Desk

MOST_LINE_CHARS = 4000
"""The longest line that a field takes: a reason, or the ids of all that is undone at once."""

_STEERING = frozenset({"Cc", "Cs"})
_MOST_FIELDS = 40
_MOST_FILES = 200
_MOST_TEXT_BYTES = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form."""

    data: FormData

    def text(self, name: str, *, most: int = MOST_LINE_CHARS) -> str:
        """Return a field on one line, without blanks around it and without signs that only steer a machine.

        Raises:
            UsageError: It is longer than `most`.
        """
        line = " ".join(self.exact(name, most=most).split())
        return "".join(sign for sign in line if unicodedata.category(sign) not in _STEERING)

    def exact(self, name: str, *, most: int = MOST_LINE_CHARS) -> str:
        """Return a field as it was sent, without blanks around it: what is compared with what the record holds.

        Raises:
            UsageError: It is longer than `most`.
        """
        value = self.raw(name).strip()
        if len(value) > most:
            raise UsageError(f"this is longer than {most} signs", subject=name, hint="Make it shorter")
        return value

    def raw(self, name: str) -> str:
        """Return a field as it was sent; empty where it was not."""
        value = self.data.get(name, "")
        return value if isinstance(value, str) else ""

    def files(self, name: str) -> list[UploadFile]:
        """Return the files that were sent under a name; a field left empty gives none."""
        return [one for one in self.data.getlist(name) if isinstance(one, UploadFile) and one.filename]

    def back(self, otherwise: str) -> str:
        """Return the page of ours from which the form came; another where it names none of ours."""
        given = self.raw("back")
        is_path = given.startswith("/") and not given.startswith(("//", "/\\"))
        is_plain = len(given) <= MOST_LINE_CHARS and given.isprintable() and "\\" not in given
        return given if is_path and is_plain else otherwise


async def form_of(request: Request, desk: Desk) -> Form:
    """Return the form that was sent.

    Raises:
        UsageError: It is not one of our pages' own.
    """
    data = await request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_MOST_TEXT_BYTES)
    token = data.get("token", "")
    if not isinstance(token, str) or not secrets.compare_digest(token.encode(), desk.token.encode()):
        raise UsageError("this page is from before the program was started anew", hint="Load it again, then repeat")
    return Form(data)
