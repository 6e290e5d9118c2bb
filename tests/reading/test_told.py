"""What is told of something else: relative clauses behind a thing, questions within a sentence, described nouns."""

import pytest

from reading.laid_out import read


@pytest.mark.parametrize(
    "text",
    [
        "Norway spoke of a war that has killed thousands of civilians.",
        "Norway signed a paper which foresees an end of the war.",
        "Norway did not say whether Chad had rejected the plan.",
        "Norway spoke of the last disputed points of the deal.",
        "Norway took part in the attempt to capture the town of Bergen.",
    ],
)
def test_what_somebody_only_speaks_of_is_not_what_he_does(text: str) -> None:
    kinds = {line.split()[0].split("/")[0] for line in read(text)}
    assert not kinds & {"refusal", "hostility", "prediction", "territory_transfer"}


def test_what_somebody_writes_he_says() -> None:
    assert read("Norway sent a letter which accused Chad of shelling.")[0].startswith("accusation Norway -> Chad")
    assert read("Norway, which accused Chad of shelling, left.")[0].startswith("accusation Norway -> Chad")
