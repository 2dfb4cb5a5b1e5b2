"""The door of the command line: find the word, load its module, hand over.

Nothing is loaded before it is called for, so that counting and verifying need neither
a server nor a database.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

from commonweal.interfaces.cli.table import COMMANDS

OPENING = """\
commonweal: run your own institutions together.

What a stranger needs in order to distrust us runs without a server:

  commonweal count election.blt             who won, and how it went
  commonweal count election.blt --explain   every step, in plain words
  commonweal count election.blt --json      the same for programs
  commonweal apportion bodies.csv --method hare --seats 20
  commonweal draw pool.csv --quotas quotas.csv --size 24 --seed "…"
  commonweal verify FILE                    what it says, worked out again
"""
CLOSING = """
`commonweal WORD --help` says more. What ends well ends with status 0; 1 says no (a
check that failed); 2 says that it could not be done, and why."""

NEEDS_NODE = (
    "“commonweal {word}” needs a node, and what a node needs is not installed here. "
    "Install it with the extra: pip install 'commonweal[node]'."
)


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line says and give the exit status."""
    said = list(sys.argv[1:] if words is None else words)
    speak_utf8()
    # NumPy starts a thread for every core as it is loaded. Our sums are too small to
    # share, and the threads cost more than a city's count.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if not said or said[0] in {"-h", "--help", "help"}:
        print(help_text())
        return 0
    word, *rest = said
    if word not in COMMANDS:
        known = ", ".join(COMMANDS)
        print(f"commonweal knows no word “{word}”. It knows: {known}.", file=sys.stderr)
        return 2
    return call(word, rest)


def call(word: str, rest: Sequence[str]) -> int:
    """Load the module behind a word and let it run."""
    command = COMMANDS[word]
    if command.needs_django:
        if find_spec("django") is None:
            print(NEEDS_NODE.format(word=word), file=sys.stderr)
            return 2
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonweal.project.settings")
        import_module("django").setup()
    module = import_module(command.module)
    parser = argparse.ArgumentParser(
        prog=f"commonweal {word}",
        description=module.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_arguments(parser)
    try:
        status = module.run(parser.parse_args(rest))
    except BrokenPipeError:
        # Whoever was reading has seen enough, as with `… | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    assert isinstance(status, int)
    return status


def help_text() -> str:
    """Say what the command can do, as the README would."""
    width = max(map(len, COMMANDS))
    words = [f"  {word:<{width}}  {one.help}" for word, one in COMMANDS.items()]
    return "\n".join([OPENING, "Words:", "", *words, CLOSING])


def speak_utf8() -> None:
    """Print people's names whatever the terminal was set to."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
