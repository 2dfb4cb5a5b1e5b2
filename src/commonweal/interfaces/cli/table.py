"""The words that may follow `commonweal`, and the module each one loads when called.

A module offers `add_arguments(parser)` and `run(options) -> int`, where 0 is yes or
done, 1 is no, and 2 is that it could not be done.
"""

from typing import NamedTuple


class Command(NamedTuple):
    """A word's module, what it does in one line, and whether it needs a node."""

    module: str
    help: str
    needs_django: bool = False


COMMANDS: dict[str, Command] = {
    "count": Command(
        "commonweal.interfaces.cli.count",
        "count an election from its file, or check the count of a vote",
    ),
    "apportion": Command(
        "commonweal.interfaces.cli.apportion",
        "share out seats among bodies by their members or votes",
    ),
    "draw": Command(
        "commonweal.interfaces.cli.draw",
        "draw a panel by lot under quotas, with chances as fair as can be",
    ),
    "verify": Command(
        "commonweal.interfaces.cli.verify",
        "verify a file: a recount bundle, a draw, a journal, a place on a list",
    ),
    "verify-journal": Command(
        "commonweal.interfaces.cli.verify_journal",
        "verify that nobody tampered with a journal, here or from a file",
    ),
    "matter": Command(
        "commonweal.interfaces.cli.matter",
        "work out where a matter of a confederation stands, from its file",
    ),
    "verify-roll": Command(
        "commonweal.interfaces.cli.verify_roll",
        "check the proof that somebody is on the list of voters",
    ),
    "translations": Command(
        "commonweal.interfaces.cli.translations",
        "gather the texts to translate, and compile them",
        needs_django=True,
    ),
    "demo": Command(
        "commonweal.interfaces.cli.demo",
        "load a small world to look at, or let its days pass",
        needs_django=True,
    ),
    "work": Command(
        "commonweal.interfaces.cli.work",
        "write down what fell due and send letters, until told to stop",
        needs_django=True,
    ),
    "inventory": Command(
        "commonweal.interfaces.cli.inventory",
        "print what a thief, a court or whoever runs this server could take today",
        needs_django=True,
    ),
    "backup": Command(
        "commonweal.interfaces.cli.backup",
        "take a backup that only a key on paper opens; verify and prune them",
        needs_django=True,
    ),
    "restore": Command(
        "commonweal.interfaces.cli.restore",
        "put a backup back into an empty place",
        needs_django=True,
    ),
    "move": Command(
        "commonweal.interfaces.cli.move",
        "move everything to another database, such as PostgreSQL",
        needs_django=True,
    ),
    "upgrade": Command(
        "commonweal.interfaces.cli.upgrade",
        "bring the tables up to date, with a backup first",
        needs_django=True,
    ),
    "doctor": Command(
        "commonweal.interfaces.cli.doctor",
        "find what is wrong with this node, and say what to do",
        needs_django=True,
    ),
    "last-resort": Command(
        "commonweal.interfaces.cli.last_resort",
        "take down one thing, or stop writing, and answer for it to the members",
        needs_django=True,
    ),
    "founding": Command(
        "commonweal.interfaces.cli.founding",
        "say who may found institutions here, and answer those who ask",
        needs_django=True,
    ),
    "assembly": Command(
        "commonweal.interfaces.cli.assembly",
        "hold an assembly on this laptop, in a room without internet",
    ),
    "manage": Command(
        "commonweal.interfaces.cli.manage",
        "hand over to Django's own commands, such as migrate",
        needs_django=True,
    ),
}
