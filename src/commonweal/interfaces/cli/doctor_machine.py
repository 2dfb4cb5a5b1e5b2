"""What can be wrong around a node: settings, files, the disk, the backups."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from commonweal.foundation.backups import keys, lists
from commonweal.foundation.backups.stores import is_bucket, store_at
from commonweal.foundation.keys import store
from commonweal.foundation.people.jobs import NOWHERE
from commonweal.interfaces.cli.backup import TRIED, found_damaged
from commonweal.interfaces.cli.upgrade import OWN_FOLDER
from commonweal.rules.sentence import Sentence

OTHERS = 0o077
LEAST_ROOM = 500 * 1024**2
SHORTEST_KEY = 32
A_NIGHT_AND_A_BIT = timedelta(hours=26)
A_WEEK, A_YEAR = timedelta(days=7), timedelta(days=366)
AT_HOME = ("http://localhost", "http://127.0.0.1", "https://")


def of_settings() -> Iterator[Sentence]:
    """Say which settings are fit for looking around only."""
    if settings.DEBUG:
        yield Sentence("doctor_debug")
    if not settings.ADDRESS.startswith(AT_HOME):
        yield Sentence("doctor_address_in_clear", {"address": settings.ADDRESS})
    if len(settings.SECRET_KEY) < SHORTEST_KEY:
        yield Sentence("doctor_secret_key_short")
    if settings.MAILERS["default"]["BACKEND"] == NOWHERE:
        yield Sentence("doctor_no_mail")


def of_files() -> Iterator[Sentence]:
    """Say what others on this machine could read: data, keys, backups."""
    for path in _private_paths():
        if path.exists() and path.stat().st_mode & OTHERS:
            mode = "700" if path.is_dir() else "600"
            yield Sentence("doctor_file_open", {"file": str(path), "mode": mode})


def _private_paths() -> Iterator[Path]:
    yield settings.DATA
    yield from (settings.DATA / name for name in ("secret-key", keys.KEY_FILE))
    yield settings.DATA / OWN_FOLDER
    for folder in store.folders():
        yield from (folder, *sorted(folder.rglob("*")))
    database = settings.DATABASES["default"]
    if "sqlite3" in database["ENGINE"]:
        file = Path(database["NAME"])
        yield from (file.with_name(file.name + end) for end in ("", "-wal", "-shm"))
    if _folder_of_backups():
        yield _folder_of_backups() or settings.DATA


def of_disk() -> Iterator[Sentence]:
    """Say when there is hardly room to go on writing."""
    if not settings.DATA.exists():
        return
    room = shutil.disk_usage(settings.DATA)
    if room.free < LEAST_ROOM:
        told = {"free": room.free // 1024**2, "all": room.total // 1024**2}
        yield Sentence("doctor_disk_full", {"folder": str(settings.DATA), **told})


def of_backups(at: datetime) -> Iterator[Sentence]:
    """Say when a backup is missing, old, untried, or would be lost with the node."""
    before = settings.DATA / OWN_FOLDER
    if _age(before, at) > A_WEEK:
        yield Sentence("doctor_before_upgrade", {"folder": str(before)})
    if not settings.BACKUPS:
        yield Sentence("backup_place_unknown")
        return
    folder = _folder_of_backups()
    if folder and folder.exists() and _on_one_disk(folder, settings.DATA):
        yield Sentence("doctor_backup_beside")
    # Refuses where they are missing, broken or open to others.
    own = keys.kept_in(settings.DATA)
    place = store_at(settings.BACKUPS, settings.BACKUPS_ACCESS)
    found = lists.found_in(place, own.known_by, at=at)
    yield from found.doubts
    there = found.ours
    if not there:
        yield Sentence("doctor_no_backup", {"place": settings.BACKUPS})
        return
    if at - there[-1].taken_at > A_NIGHT_AND_A_BIT:
        yield Sentence("doctor_backup_old", {"taken": there[-1].taken_at})
    damaged = len(found_damaged())
    if damaged:
        yield Sentence("doctor_backup_damaged", {"count": damaged})
    tried = settings.DATA / TRIED
    if not tried.exists() or _age(tried, at) > A_YEAR:
        yield Sentence("doctor_backup_untried")


def _on_one_disk(one: Path, other: Path) -> bool:
    return one.stat().st_dev == other.stat().st_dev


def _folder_of_backups() -> Path | None:
    place = settings.BACKUPS
    return Path(place) if place and not is_bucket(place) else None


def _age(path: Path, at: datetime) -> timedelta:
    if not path.exists():
        return timedelta(0)
    return at - datetime.fromtimestamp(path.stat().st_mtime, UTC)
