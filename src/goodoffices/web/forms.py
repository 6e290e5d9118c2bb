"""What is sent by a form of ours: its token is looked at before anything else."""

import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from goodoffices.errors import UsageError
from goodoffices.web.desk import Desk

_MOST_FIELDS = 40
_MOST_FILES = 200
_MOST_TEXT_BYTES = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form."""

    data: FormData

    def text(self, name: str) -> str:
        """Return a field on one line, without blanks around it."""
        return " ".join(self.raw(name).split())

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
        parts = urlsplit(given)
        is_ours = given.startswith("/") and not given.startswith(("//", "/\\")) and not parts.netloc
        return given if is_ours and "\\" not in given and given.isprintable() else otherwise


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
