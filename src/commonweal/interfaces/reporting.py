"""Taking a report of words, by whichever door: each person once, strangers by corner.

A second report of the same words by a stranger of the same corner is not kept while a
first one waits. They are not told: else whoever shares a line with somebody could try
out whether they have reported them.
"""

from datetime import datetime
from typing import NamedTuple

from django.http import HttpRequest

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.people.models import Person
from commonweal.foundation.threads import access, actions
from commonweal.interfaces import limits
from commonweal.rules.charters.charter import Charter
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import Verdict, require


class Reporting(NamedTuple):
    """Words that somebody would report, where they stand, and who that is."""

    said: Said
    institution: Institution
    charter: Charter
    member: Member | None
    person: Person | None
    at: datetime

    @property
    def by(self) -> access.Reporter:
        """Give as whom they report."""
        return access.reporter_here(
            self.institution, self.member, self.person, at=self.at
        )

    @property
    def may(self) -> Verdict:
        """Say whether they may report these words."""
        return access.may_report(
            self.by, self.charter, self.said, self.institution, at=self.at
        )


def take_report(
    request: HttpRequest, one: Reporting, complaint: actions.Complaint
) -> None:
    """Take a report of words that whoever asks can read."""
    is_stranger = one.by.is_stranger
    known = None if is_stranger else one.person
    require(limits.may_report(request, known, at=one.at))
    if is_stranger and _is_again(request, one):
        require(one.may)
        return
    actions.report(
        one.said,
        institution=one.institution,
        by=one.member,
        person=one.person,
        complaint=complaint,
        at=one.at,
    )


def _is_again(request: HttpRequest, one: Reporting) -> bool:
    is_first = limits.is_first_report(request, one.said.id, at=one.at)
    return not is_first and access.waits_from_strangers(one.said, one.institution)
