"""The source of this program as it runs here, for whoever asks: the licence's promise.

AGPL-3.0, section 13: those who use a program over a network can have its source. Only
what is known to be source is packed: beside it may lie passwords, keys and databases.
"""

import tarfile
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock
from typing import IO

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

HERE = Path(settings.PACKAGE)
FILES = (
    *("LICENSE", "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"),
    *("pyproject.toml", "requirements.lock", "requirements-dev.lock"),
    *("requirements-peers.in", "requirements-peers.lock", ".gitignore"),
    *(".dockerignore", ".ci/run", "bin/commonweal", "bin/run", "bin/check"),
    *("bin/test", "bin/fix", "bin/_environment", "bin/_run.py", "bin/_test.py"),
    *("deploy/Caddyfile", "deploy/Containerfile", "deploy/compose.yaml"),
    *("deploy/commonweal.env.example", "deploy/systemd/commonweal-web.service"),
    "deploy/systemd/commonweal-news.service",
    "deploy/systemd/commonweal-work.service",
    "deploy/systemd/commonweal-backup.service",
    "deploy/systemd/commonweal-backup.timer",
)
PROGRAM = frozenset({".py", ".html", ".css", ".js", ".svg", ".po", ".toml", ".txt"})
FOLDERS = {
    "src": PROGRAM,
    "tests": frozenset({".py", ".toml", ".js"}),
    "benchmarks": frozenset({".py", ".md"}),
    "docs": frozenset({".md", ".svg", ".py", ".json", ".soi"}),
}
LEFT_OUT = frozenset({"__pycache__", "var", "build"})
BEING_PACKED = HTTPStatus.SERVICE_UNAVAILABLE


# While one packs, nobody else begins to or waits: there are few threads.
_PACKING = Lock()
_PACKED: dict[Path, IO[bytes]] = {}


@require_safe
def source(request: HttpRequest) -> HttpResponseBase:
    """Give the source as one file, from the disk."""
    if not _is_packed(HERE):
        said = gettext("The source is being packed. Ask again in ten seconds.")
        later = HttpResponse(said, content_type="text/plain", status=BEING_PACKED)
        later["Retry-After"] = "10"
        return later
    answer = FileResponse(
        Path(_PACKED[HERE].name).open("rb"),  # noqa: SIM115
        as_attachment=True,
        filename="commonweal.tar.gz",
        content_type="application/gzip",
    )
    # It is not to be packed once more on its way.
    answer["Content-Encoding"] = "identity"
    return answer


def _is_packed(here: Path) -> bool:
    """Pack it once a process, as it does not change while that runs; say whether it is
    there, which it is not while somebody else packs."""
    if here not in _PACKED and _PACKING.acquire(blocking=False):
        try:
            if here not in _PACKED:
                _PACKED[here] = _packed(here)
        finally:
            _PACKING.release()
    return here in _PACKED


def _packed(here: Path) -> IO[bytes]:
    """Pack it into a file that goes when the process does."""
    # Kept open on purpose: closing it throws it away.
    packed = NamedTemporaryFile(suffix=".tar.gz")  # noqa: SIM115
    root = here.parent.parent
    whole = (root / "pyproject.toml").exists()
    known = _repository(root) if whole else _of_folder(here, PROGRAM)
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for file in known:
            inside = Path("commonweal") / file.relative_to(root if whole else here)
            archive.add(file, str(inside), filter=_by_nobody)
    packed.flush()
    return packed


def _repository(root: Path) -> Iterator[Path]:
    yield from (root / name for name in FILES if _is_plain(root / name))
    for folder, endings in FOLDERS.items():
        yield from _of_folder(root / folder, endings)


def _of_folder(folder: Path, endings: frozenset[str]) -> Iterator[Path]:
    """List what ends as source does, in folders that are not hidden."""
    for file in sorted(folder.rglob("*")):
        parts = file.relative_to(folder).parts
        hidden = any(part.startswith(".") for part in parts)
        ours = not hidden and LEFT_OUT.isdisjoint(parts)
        if ours and file.suffix in endings and _is_plain(file):
            yield file


def _is_plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def _by_nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out who made it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry
