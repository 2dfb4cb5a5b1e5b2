"""Load a small world to look at, or let its days pass.

  commonweal demo load       a valley, forty people, eight months of their history
  commonweal demo pass 2     let two days pass in it

The demo is loaded into an empty node only, and such a node stays a demo for ever.
"""

import argparse
import sys
import time

from django.utils import timezone

from commonweal.demo.load import load, to_nobody
from commonweal.foundation.language import say
from commonweal.foundation.nodes.actions import let_days_pass
from commonweal.rules.verdict import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done, and for `pass` the number of days."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="load | pass")
    deeds.add_parser("load", help="load the demo into an empty node")
    passing = deeds.add_parser("pass", help="let days pass in a demo")
    passing.add_argument("days", type=int, help="how many days")


def run(options: argparse.Namespace) -> int:
    """Do it; 2 where this node is no place for it."""
    try:
        return _load() if options.deed == "load" else _pass(options.days)
    except Refused as refusal:
        print(f"commonweal: {say(refusal.verdict.reason)}", file=sys.stderr)
        return 2


def _load() -> int:
    began = time.monotonic()
    print("commonweal: playing eight months of a valley of forty people", flush=True)
    load(timezone.now(), _tell if sys.stdout.isatty() else to_nobody)
    took = time.monotonic() - began
    print(f"commonweal: the demo is loaded ({took:.1f} s)")
    return 0


def _tell(done: int, whole: int) -> None:
    """Write over one line of a terminal how many days have been played."""
    end = "\n" if done == whole else ""
    print(f"\rcommonweal: day {done} of {whole}", end=end, flush=True)


def _pass(days: int) -> int:
    let_days_pass(days, at=timezone.now())
    print(f"commonweal: days passed: {days}")
    return 0
