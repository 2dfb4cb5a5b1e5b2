"""Take a backup that only a key on paper can open, or look after those there are.

  commonweal backup keys                  make the keys; shows the paper key, once
  commonweal backup                       take one; only what changed is written anew
  commonweal backup list                  which there are
  commonweal backup verify                whether they are whole, from the files alone
  commonweal backup verify --paper-key -  the same, and that they open
  commonweal backup prune --keep "7d 4w 12m"

COMMONWEAL_BACKUPS says where they lie: a folder, or s3://bucket/folder, then with
COMMONWEAL_BACKUPS_ENDPOINT, _REGION, _KEY_ID and _SECRET. The node goes on running.
"""

import argparse
import fcntl
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from getpass import getpass
from pathlib import Path

from django.conf import settings

from commonweal.foundation.backups import keys, lists, queries
from commonweal.foundation.backups.actions import taking
from commonweal.foundation.backups.stores import Store, store_at
from commonweal.foundation.language import say
from commonweal.interfaces.clock import machine_now
from commonweal.rules.backups.keeping import KeepRule, keep_rule
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import Refused, refused

DONE, DAMAGED, CANNOT = 0, 1, 2
TRIED, DAMAGED_PIECES = "backups-tried", "backups-damaged"
USUALLY_KEPT = "7d 4w 12m"
PAPER = """
Write this down on paper, twice, and keep the papers in two places that do not burn
together. It opens every backup of this node. It is not kept on this machine, and is
shown this once:

  {words}

Whoever finds it can read everything, with a backup in hand. Whoever loses it has no
backup. Try it out today: commonweal backup verify --paper-key -
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after `backup`."""
    parser.add_argument("--to", metavar="PLACE", help="where backups lie")
    parser.add_argument("--keep", metavar="RULE", help="then prune by this rule")
    deeds = parser.add_subparsers(dest="deed", metavar="keys | list | verify | prune")
    making = deeds.add_parser("keys", help="make the keys, once")
    making.add_argument("--out", type=Path, metavar="FILE", help="not to the screen")
    deeds.add_parser("list", help="say which backups there are")
    verify = deeds.add_parser("verify", help="say what is damaged; status 1 if any is")
    add_paper_key(verify)
    prune = deeds.add_parser("prune", help="forget what the rule does not keep")
    prune.add_argument("--keep", metavar="RULE", default=USUALLY_KEPT)


def add_paper_key(parser: argparse.ArgumentParser) -> None:
    """Let the paper key be handed over unseen by the machine's list of processes."""
    parser.add_argument(
        "--paper-key", metavar="FILE", help="a file with the key; - to type it in"
    )


def run(options: argparse.Namespace) -> int:
    """Do it; 1 where a backup is damaged, 2 where it cannot be done."""
    try:
        return DEEDS[options.deed](options)
    except Refused as refusal:
        print(f"commonweal: {say(refusal.verdict.reason)}", file=sys.stderr)
        return CANNOT


def _take(options: argparse.Namespace) -> int:
    rule = _rule(options.keep) if options.keep else None
    own = keys.kept_in(settings.DATA)
    store = chosen_store(options.to)
    at = machine_now()
    with alone():
        distrusted = found_damaged()
        taken = taking.take(store, own, at=at, distrusted=distrusted)
        print(
            f"commonweal: {taken.rows:,} rows are kept as {taken.name}; "
            f"{taken.new:,} of {taken.pieces:,} pieces were new "
            f"({taken.new_bytes:,} bytes)"
        )
        if rule:
            forget(store, rule, own, at=at, sparing=taken.name)
    if not taken.damaged:
        return DONE
    note_damaged(distrusted | set(taken.damaged))
    piece = lists.place_of(taken.damaged[0])
    facts: dict[str, Fact] = {"count": len(taken.damaged), "piece": piece}
    print(f"commonweal: {say(Sentence('backup_mended', facts))}", file=sys.stderr)
    return DAMAGED


def _make_keys(options: argparse.Namespace) -> int:
    key = keys.new_paper_key()
    path = keys.keep(key.for_writing, settings.DATA)
    print(f"commonweal: what this machine needs to write backups is in {path}")
    if options.out:
        options.out.touch(mode=0o600, exist_ok=False)
        options.out.write_text(key.words + "\n")
        print(
            f"commonweal: the paper key is in {options.out}; take it off this machine"
        )
    else:
        print(PAPER.format(words=key.words))
    return DONE


def _list(options: argparse.Namespace) -> int:
    store, own = chosen_store(options.to), _known_by()
    names = lists.names_in(store)
    for name in names:
        try:
            one = lists.read(store, name, known_by=own)
        except Refused as refusal:
            print(say(refusal.verdict.reason))
            continue
        size = sum(piece.size for piece in one.pieces)
        print(f"{name}  {len(one.pieces):>7,} pieces  {size:>15,} bytes")
    if not names:
        print("There is no backup yet.")
    return DONE


def _known_by() -> bytes | None:
    """Give what our own lists are known by, where this machine has keys at all."""
    here = (settings.DATA / keys.KEY_FILE).exists()
    return keys.kept_in(settings.DATA).known_by if here else None


def _verify(options: argparse.Namespace) -> int:
    store = chosen_store(options.to)
    key = paper_key_from(options.paper_key) if options.paper_key else None
    own = None if key else _known_by()
    names = lists.names_in(store)
    if not names:
        raise Refused(refused("backup_none", place=options.to or settings.BACKUPS))
    found = list(queries.damage_in(store, key, known_by=own))
    for one in found:
        print(say(one))
    changed = {
        str(one.facts["piece"]).rpartition("/")[2]
        for one in found
        if one.id == "piece_changed"
    }
    elsewhere = options.to and options.to != settings.BACKUPS
    note_damaged(changed | (found_damaged() if elsewhere else set()))
    if not found:
        opened = "they open and are whole" if key else "their files are whole"
        print(f"Backups: {len(names):,}; {opened}. The newest is {names[-1]}.")
        if key:
            # So that `doctor` knows that somebody still has the paper.
            (settings.DATA / TRIED).touch(mode=0o600)
        else:
            print("That they open was not tried; --paper-key does.")
    return DAMAGED if found else DONE


def found_damaged() -> set[str]:
    """Give which pieces were found damaged when somebody last looked."""
    note = settings.DATA / DAMAGED_PIECES
    return set(note.read_text().split()) if note.exists() else set()


def note_damaged(pieces: set[str]) -> None:
    """Write down which pieces are damaged, so that no backup leans on them."""
    note = settings.DATA / DAMAGED_PIECES
    if not pieces:
        note.unlink(missing_ok=True)
        return
    note.touch(mode=0o600)
    note.write_text("\n".join(sorted(pieces)) + "\n")


def _prune(options: argparse.Namespace) -> int:
    rule, own = _rule(options.keep), keys.kept_in(settings.DATA)
    with alone():
        forget(chosen_store(options.to), rule, own, at=machine_now())
    return DONE


def forget(
    store: Store,
    rule: KeepRule,
    own: keys.WriterKeys,
    *,
    at: datetime,
    sparing: str | None = None,
) -> None:
    """Forget what the rule does not keep, and say what lies there beside."""
    gone = taking.prune(store, rule, own, at=at, sparing=sparing)
    print(f"commonweal: forgot {gone.backups:,} backups and {gone.pieces:,} pieces")
    for doubt in gone.doubts:
        print(f"commonweal: {say(doubt)}", file=sys.stderr)


def _rule(text: str) -> KeepRule:
    rule = keep_rule(text)
    if rule is None:
        raise Refused(refused("keep_rule_unreadable", rule=text))
    return rule


def chosen_store(place: str | None) -> Store:
    """Find where backups lie: as said here, else as the environment says."""
    chosen = place or settings.BACKUPS
    if not chosen:
        raise Refused(refused("backup_place_unknown"))
    return store_at(chosen, settings.BACKUPS_ACCESS)


def paper_key_from(place: str) -> keys.PaperKey:
    """Read the paper key from a file, or have it typed in unseen."""
    if place != "-":
        return keys.paper_key(Path(place).read_text())
    typed = getpass("Paper key: ") if sys.stdin.isatty() else sys.stdin.readline()
    return keys.paper_key(typed)


@contextmanager
def alone() -> Iterator[None]:
    """Let one command at a time write to the backups: one prunes what another needs."""
    with (settings.DATA / "backup.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Refused(refused("backup_under_way")) from error
        yield


DEEDS: Mapping[str | None, Callable[[argparse.Namespace], int]] = {
    None: _take,
    "keys": _make_keys,
    "list": _list,
    "verify": _verify,
    "prune": _prune,
}
