"""Take down one thing, or stop writing, where the law or an attack leaves no choice.

  commonweal last-resort hide river-street post 5f0c… --because law --reason "…"
  commonweal last-resort hide river-street proposal 12 --because law --reason "…"
  commonweal last-resort hide river-street face --because law --reason "…"
  commonweal last-resort freeze river-street --because attack --reason "…"
  commonweal last-resort lift river-street 1 --reason "…"
  commonweal last-resort list river-street

Everybody there sees what was done and why. The members are asked whether it stands; if
they do not say so, it ends by itself after some days. Votes go on whatever is frozen.
The id of a post or a statement stands in the address of its link “Report this”.
"""

import argparse
import sys
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from commonweal.capabilities.decisions.queries import proposal_id
from commonweal.foundation import duties
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import institution_at
from commonweal.foundation.language import say
from commonweal.foundation.nodes.queries import this_node
from commonweal.foundation.threads import actions, queries
from commonweal.foundation.threads.access import GROUNDS, MOST_DAYS
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import Refused, refused

DONE, CANNOT = 0, 2
KINDS = ("face", *(kind for kind in settings.WORDS if kind != "draft"))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done, where, and why."""
    deeds = parser.add_subparsers(
        dest="deed", required=True, metavar="hide | freeze | lift | list"
    )
    hide = deeds.add_parser("hide", help="hide one thing, or the whole public face")
    hide.add_argument("address", help="the institution’s address")
    hide.add_argument("kind", choices=KINDS, help="what sort of thing it is")
    hide.add_argument("thing", nargs="?", default="", help="its id, or its number")
    freeze = deeds.add_parser("freeze", help="stop new words and new members")
    freeze.add_argument("address", help="the institution’s address")
    for one in (hide, freeze):
        one.add_argument(
            "--because", required=True, choices=GROUNDS, help="the law, or an attack"
        )
        one.add_argument("--reason", required=True, help="why, for all to read")
        one.add_argument(
            "--days",
            type=int,
            default=MOST_DAYS,
            help=f"after which it ends by itself; at most {MOST_DAYS}",
        )
    lift = deeds.add_parser("lift", help="end what was done")
    lift.add_argument("address", help="the institution’s address")
    lift.add_argument("number", type=int, help="its number in the list")
    lift.add_argument("--reason", required=True, help="why, for all to read")
    listing = deeds.add_parser("list", help="list what was done there")
    listing.add_argument("address", help="the institution’s address")


def run(options: argparse.Namespace) -> int:
    """Do it; 2 where it may not be done, or there is no such thing."""
    try:
        _do(_institution(options.address), options, _now())
    except Refused as refusal:
        print(f"commonweal: {say(refusal.verdict.reason)}", file=sys.stderr)
        return CANNOT
    return DONE


def _do(here: Institution, options: argparse.Namespace, at: datetime) -> None:
    duties.settle(here, at=at)
    if options.deed == "lift":
        found = queries.last_resort_of(here, options.number)
        if found is None:
            raise Refused(refused("last_resort_unknown"))
        actions.lift_last_resort(found, reason=options.reason, at=at)
    elif options.deed != "list":
        _take(here, options, at)
    # What was done goes to the members at once, whether or not a worker runs.
    duties.settle(_institution(options.address), at=at)
    for one in queries.last_resorts(here):
        words = " ".join(say(line) for line in queries.last_resort_told(one, at=at))
        print(f"{one.number}. {words}")


def _take(here: Institution, options: argparse.Namespace, at: datetime) -> None:
    ground = actions.Ground(options.because, options.reason, options.days)
    if options.deed == "freeze":
        actions.stop_in_last_resort(here, "writing", ground=ground, at=at)
    elif options.kind == "face":
        actions.stop_in_last_resort(here, "face", ground=ground, at=at)
    else:
        said = _said(here, options.kind, options.thing)
        actions.hide_in_last_resort(here, said, ground=ground, at=at)


def _institution(address: str) -> Institution:
    found = institution_at(address)
    if found is None:
        raise Refused(refused("institution_unknown", address=address))
    return found


def _said(here: Institution, kind: str, thing: str) -> Said:
    about = proposal_id(here, int(thing)) if thing.isdecimal() else _uuid(thing)
    said = queries.said_at(here, kind, about) if about else None
    if said is None:
        raise Refused(refused("last_resort_nothing_there"))
    return said


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _now() -> datetime:
    """Read the clock; a demo's runs ahead by the days that were let pass."""
    return timezone.now() + timedelta(seconds=this_node().clock_offset_s)
