"""Hand over to Django's own commands: `commonweal manage migrate`, for instance.

For whoever runs the machine. None of them changes what an institution decided.
"""

import argparse

from django.core.management import execute_from_command_line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take whatever follows as it is."""
    parser.add_argument("words", nargs=argparse.REMAINDER, help="a command of Django's")


def run(options: argparse.Namespace) -> int:
    """Let Django do it."""
    execute_from_command_line(["commonweal manage", *options.words])
    return 0
