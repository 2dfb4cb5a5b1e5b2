"""The source of this program as it runs here, for whoever asks: the licence's promise.

AGPL-3.0, section 13: those who use a program over a network can have its source.
"""

import io
import tarfile
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

HERE = Path(settings.PACKAGE)
WHOLE = (
    *("LICENSE", "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"),
    *("pyproject.toml", "requirements.lock", "requirements-dev.lock"),
    *("requirements-peers.in", "requirements-peers.lock", ".ci", "bin", "docs"),
    *("benchmarks", "deploy", "src", "tests"),
)
LEFT_OUT = frozenset({"__pycache__", ".git", "var"})


@require_safe
def source(request: HttpRequest) -> HttpResponse:
    """Give the source as one file."""
    response = HttpResponse(_packed(), content_type="application/gzip")
    response["Content-Disposition"] = 'attachment; filename="commonweal.tar.gz"'
    return response


@cache
def _packed() -> bytes:
    """Pack it once a process: it does not change while it runs."""
    packed = io.BytesIO()
    root = HERE.parent.parent
    whole = (root / "pyproject.toml").exists()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name in WHOLE if whole else ("",):
            part = root / name if whole else HERE
            if part.exists():
                inside = f"commonweal/{name}".rstrip("/")
                archive.add(part, inside, filter=_of_the_program)
    return packed.getvalue()


def _of_the_program(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Leave out what was made here, and who made it."""
    if not LEFT_OUT.isdisjoint(Path(entry.name).parts) or entry.name.endswith(".mo"):
        return None
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry
