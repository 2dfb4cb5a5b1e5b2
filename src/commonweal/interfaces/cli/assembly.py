"""Hold an assembly on this laptop, in a room without internet.

  commonweal assembly                           show the code of this laptop
  commonweal assembly hall-3-to-laptop.json     open the room
  commonweal assembly hall-3-to-laptop.json --finish    write what is brought back
  commonweal assembly hall-3-to-laptop.json --forget NUMBER    once it is back
  commonweal assembly --bring-in hall-3-from-laptop.json    on the node: take it in

All that is done lies in a folder that only you may look into (--folder, else
COMMONWEAL_LAPTOP, else .commonweal-assembly in your home). The first time it makes a
key there, which alone opens what is taken along, and which signs what goes back.
"""

import argparse
import os
import secrets
import sys
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import UUID

from commonweal.foundation.private_folders import private_folder
from commonweal.rules.secrecy.carried import Carried, public_of, unpacked
from commonweal.rules.secrecy.spoken import spoken

TO_LAPTOP = "commonweal-assembly-to-laptop-1"
KEY_FILE = "laptop.key"
FIRST_PORT = 8100
LISTS = ("charters", "offices", "members", "proposals", "assemblies", "tasks")
OTHERS = 0o077


class CannotHoldError(Exception):
    """Why it cannot be done, in a sentence."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file that came along, and what is to be done with it."""
    parser.add_argument("file", nargs="?", help="the file for this laptop")
    parser.add_argument("--finish", action="store_true", help="write what goes back")
    parser.add_argument("--to", default=".", help="the folder for what goes back")
    parser.add_argument(
        "--forget", metavar="NUMBER", help="forget what is back, by the number it has"
    )
    parser.add_argument("--bring-in", metavar="FILE", help="on the node: take it in")
    parser.add_argument(
        "--port", type=int, default=FIRST_PORT, help="the port to serve"
    )
    parser.add_argument("--address", help="the address that phones reach it by")
    parser.add_argument("--folder", help="where all of it lies on this laptop")


def run(options: argparse.Namespace) -> int:
    """Do it; 2 where it cannot be done, with the reason."""
    try:
        if options.bring_in:
            return _on_the_node(options.bring_in)
        folder = private_folder(_folder(options.folder))
        seed = laptop_key(folder)
        if options.file is None:
            return _show_code(seed)
        came = _opened(Path(options.file), seed)
        there = folder / folder_of(came)
        if options.forget and not there.exists():
            raise CannotHoldError("there is nothing of this assembly on this laptop.")
        _settings_of_room(there, options, seed)
        return _in_the_room(options, there)
    except CannotHoldError as why:
        print(f"commonweal: {why}", file=sys.stderr)
        return 2


def _in_the_room(options: argparse.Namespace, there: Path) -> int:
    """Do what is to be done, now that it is known where all of it lies."""
    room = import_module("commonweal.interfaces.cli.assembly_room")
    if options.forget:
        return int(room.forget(there, options.forget))
    if options.finish:
        return int(room.finish(Path(options.to)))
    return int(room.serve(Path(options.file), options.port))


def folder_of(came: Carried) -> str:
    """Name the folder of what came along, before anything is made; refuse other shapes.

    Whoever knows the code of this laptop can write a file for it: what it calls itself
    is a number, and no way to somewhere else on this machine.
    """
    try:
        told = came.told["check_out"]
        for name in ("taken_at", "until_at"):
            moment = datetime.fromisoformat(told[name])
            assert moment.tzinfo is not None, "an instant knows its offset"
        lists = (came.told[name] for name in LISTS)
        assert all(isinstance(one, list) for one in lists), "there are lists of these"
        assert isinstance(came.told["institution"], dict), "and one institution"
        return str(UUID(told["id"]))
    except (KeyError, TypeError, ValueError, AttributeError, AssertionError) as why:
        raise CannotHoldError(
            "this file is for this laptop, and no assembly is in it. Nothing was made."
        ) from why


def laptop_key(folder: Path) -> bytes:
    """Give this laptop's key, made now if there is none yet."""
    path = folder / KEY_FILE
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            os.fsync(file.fileno())
    if path.stat().st_mode & OTHERS:
        raise CannotHoldError(f"others on this machine can read {path}; see to that.")
    return bytes.fromhex(path.read_text())


def _folder(asked: str | None) -> Path:
    told = asked or os.environ.get("COMMONWEAL_LAPTOP")
    return Path(told) if told else Path.home() / ".commonweal-assembly"


def _show_code(seed: bytes) -> int:
    code = spoken(public_of(seed))
    grouped = "-".join(code[start : start + 4] for start in range(0, len(code), 4))
    print("The code of this laptop, for the page of the assembly:\n")
    print(f"  {grouped}\n")
    print("Then: commonweal assembly THE-FILE-YOU-DOWNLOADED-THERE")
    return 0


def _opened(path: Path, seed: bytes) -> Carried:
    try:
        came = unpacked(path.read_bytes(), format_=TO_LAPTOP, seed=seed)
    except OSError as error:
        raise CannotHoldError(f"{path} cannot be read: {error.strerror}.") from error
    if came is None:
        raise CannotHoldError(
            "this file is not for this laptop, or it was changed on the way. Take the "
            "assembly along once more, with the code that “commonweal assembly” shows."
        )
    return came


def _settings_of_room(folder: Path, options: argparse.Namespace, seed: bytes) -> None:
    """Let Django know the folder of this assembly, before it is loaded."""
    private_folder(folder)
    address = options.address or _address_of_room()
    os.environ |= {
        "COMMONWEAL_DATA": str(folder),
        "COMMONWEAL_KEYS": str(folder / "keys"),
        "COMMONWEAL_KEYS_OF_VOTES": str(folder / "keys-of-votes"),
        "COMMONWEAL_ADDRESS": f"http://{address}:{options.port}",
        "COMMONWEAL_NEWS": f":{options.port + 1}/",
        "DJANGO_SETTINGS_MODULE": "commonweal.project.on_laptop",
    }
    for name in ("COMMONWEAL_DATABASE_URL", "COMMONWEAL_SMTP_URL", "COMMONWEAL_PROXY"):
        os.environ.pop(name, None)
    import_module("django").setup()
    store: Any = import_module("commonweal.foundation.keys.store")
    store.keep("laptop", seed)
    if not store.is_kept("desk"):
        store.keep("desk", secrets.token_bytes(8))


def _address_of_room() -> str:
    addresses: Any = import_module("commonweal.interfaces.cli.assembly_addresses")
    found: list[str] = addresses.of_this_machine()
    return found[0] if found else "127.0.0.1"


def _on_the_node(file: str) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonweal.project.settings")
    import_module("django").setup()
    room = import_module("commonweal.interfaces.cli.assembly_room")
    return int(room.bring_in_here(Path(file)))
