"""What came of the votes a person was asked in, told for two weeks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, OuterRef, Subquery

from commonweal.capabilities.decisions.models import Question, Version
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import Membership, memberships_of
from commonweal.foundation.people.models import Person
from commonweal.rules import plain
from commonweal.rules.sentence import LocalText, Sentence, in_language
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting.decision_rule import CONSENSUS, MOTION
from commonweal.rules.voting.stages import TOO_FEW, TOO_FEW_VOTED

TOLD_FOR = timedelta(days=14)
MOST_TOLD = 10


@dataclass(frozen=True, slots=True)
class News:
    """One vote that is over, and what came of it."""

    institution: Institution
    number: int
    title: LocalText
    at: datetime
    outcome: Sentence


def news_of(person: Person, *, at: datetime) -> tuple[News, ...]:
    """Tell what came of every vote this person could take part in.

    Whoever was on the roll is told, so that it shows nobody who voted.
    """
    told = [
        one
        for membership in memberships_of(person, at=at)
        for one in _told_in(membership, at)
    ]
    return tuple(sorted(told, key=lambda one: one.at, reverse=True)[:MOST_TOLD])


def _told_in(membership: Membership, at: datetime) -> Iterator[News]:
    asked = Version.objects.filter(
        proposal=OuterRef("proposal"), number=OuterRef("version_number")
    )
    over = Question.objects.filter(
        institution=membership.institution,
        settled_at__isnull=False,
        closes_at__gt=at - TOLD_FOR,
        roll__entries__member=membership.member,
    ).annotate(
        title=Subquery(asked.values("title")[:1]),
        language=Subquery(asked.values("language")[:1]),
        cast=Count("ballots"),
    )
    rows = over.order_by("-closes_at").values(
        "proposal__number",
        "title",
        "language",
        "closes_at",
        "method",
        "verdict",
        "call",
        "rule__second_call",
        "turnout",
        "cast",
        "roll__size",
    )
    for row in rows[:MOST_TOLD]:
        yield News(
            institution=membership.institution,
            number=row["proposal__number"],
            title=in_language(row["language"], row["title"]),
            at=row["closes_at"],
            outcome=_outcome(row),
        )


def _outcome(row: Mapping[str, Any]) -> Sentence:
    # Of a secret vote the number alone is kept; of an open one there are the ballots.
    turnout = row["cast"] if row["turnout"] is None else row["turnout"]
    verdict = plain.verdict_from_plain(row["verdict"] or {})
    came = _came(verdict, asks_one_text=row["method"] in (MOTION, CONSENSUS))
    if came.startswith("too_few") and row["call"] == 1 and row["rule__second_call"]:
        came += "_at_first"
    return Sentence(f"news.{came}", {"turnout": turnout, "roll": row["roll__size"]})


def _came(verdict: Verdict, *, asks_one_text: bool) -> str:
    if verdict:
        return "carried" if asks_one_text else "chosen"
    if verdict.reason.id in TOO_FEW:
        return "too_few" if verdict.reason.id == TOO_FEW_VOTED else "too_few_yes"
    return "not_carried" if asks_one_text else "nothing_chosen"
