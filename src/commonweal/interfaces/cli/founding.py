"""Say who may found institutions on this server, and answer those who ask.

  commonweal founding show
  commonweal founding set application
  commonweal founding set application --assembly river-street
  commonweal founding answer 5f0c… yes --reason "You are known here."

The door stands open, lets in by application, or is closed. Once an institution guards
it, only the decisions of its members change it and answer.
"""

import argparse
import sys
from datetime import datetime, timedelta

from django.utils import timezone

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import applying
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.language import say
from commonweal.foundation.nodes.access import FOUNDING
from commonweal.foundation.nodes.queries import door, this_node
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused, refused

DONE, CANNOT = 0, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done with the door."""
    deeds = parser.add_subparsers(
        dest="deed", required=True, metavar="show | set | answer"
    )
    deeds.add_parser("show", help="say how the door stands, and who waits before it")
    setting = deeds.add_parser("set", help="open or close it, or hand it over")
    setting.add_argument("founding", choices=FOUNDING, help="how it stands from now on")
    setting.add_argument(
        "--assembly", help="the institution that guards it from now on"
    )
    answer = deeds.add_parser("answer", help="answer somebody who waits")
    answer.add_argument("application", help="the number that “show” prints")
    answer.add_argument("answer", choices=("yes", "no"), help="whether they may")
    answer.add_argument("--reason", required=True, help="why, for them to read")


def run(options: argparse.Namespace) -> int:
    """Do it; 2 where it may not be done."""
    try:
        _do(options, _now())
    except Refused as refusal:
        print(f"commonweal: {say(refusal.verdict.reason)}", file=sys.stderr)
        return CANNOT
    _show()
    return DONE


def _do(options: argparse.Namespace, at: datetime) -> None:
    if options.deed == "set":
        assembly = _assembly(options.assembly)
        applying.set_by_operator(options.founding, assembly=assembly, at=at)
    elif options.deed == "answer":
        found = access.open_application(options.application)
        if found is None:
            raise Refused(refused("application_gone"))
        admit = options.answer == "yes"
        applying.answer_by_operator(found, admit=admit, reason=options.reason, at=at)


def _assembly(address: str | None) -> Institution | None:
    found = queries.institution_at(address) if address else None
    if address and found is None:
        raise Refused(refused("institution_unknown", address=address))
    return found


def _show() -> None:
    print(say(Sentence(f"founding_is_{door().founding}")))
    for one in queries.applications():
        print(f"{one.pk}  {one.name}, {one.kind}: {one.why}")


def _now() -> datetime:
    """Read the clock; a demo's runs ahead by the days that were let pass."""
    return timezone.now() + timedelta(seconds=this_node().clock_offset_s)
