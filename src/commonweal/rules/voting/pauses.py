"""Putting off a vote: a seat's right to say that a matter concerns those behind it.

A caucus with its delegate and a seat that speaks for land and water have the same
right, by two declarations in the charter: whoever holds the office says why the matter
is one of those declared, and the vote opens so many days later. It is put off, not
stopped, and once only for each such right: in those days the others listen, and then
they decide.

Source: the suspensive veto, as the French Constitution of 1791 gave it to one man; here
it belongs to those who are concerned, for days and not for years.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from commonweal.rules.sentence import N_, LocalText
from commonweal.rules.setting import LONGEST_TEXT, choice, days, said
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting.stage_table import Stage

MOST_DAYS = 60
# From being admitted until the vote opens.
MAY_BE_PUT_OFF: frozenset[Stage] = frozenset({"deliberating", "amending", "frozen"})


@dataclass(frozen=True, slots=True)
class PauseTerms:
    """Who can put off a vote, on which matters, and for how many days."""

    id: str
    name: LocalText = field(metadata=said(plain=False))
    concerns: LocalText = field(
        metadata=said(
            N_("Which matters it is for, in {language}"), longest=LONGEST_TEXT
        )
    )
    office: str = field(metadata=choice(N_("Who can put off a vote"), among="offices"))
    days: int = field(
        default=7, metadata=days(N_("Days by which a vote is put off"), least=1)
    )


@dataclass(frozen=True, slots=True)
class Paused:
    """A vote that was put off: by which right, by whom, for how many days."""

    by_right: str
    by: str
    days: int
    at: datetime


def may_pause(
    terms: PauseTerms | None,
    stage: Stage,
    so_far: Collection[Paused],
    *,
    holds: bool,
    reason: str,
) -> Verdict:
    """Let whoever holds the office put off a vote once, until it opens, with a reason.

    `so_far` are the times this vote was put off, `holds` says whether who asks holds
    the office that the charter names.
    """
    if terms is None:
        return refused("pause_unknown")
    return first_refusal(
        ALLOWED if holds else refused("pause_is_of_an_office", right=terms.name),
        ALLOWED if stage in MAY_BE_PUT_OFF else refused("nothing_to_put_off"),
        refused("put_off_already", right=terms.name)
        if any(one.by_right == terms.id for one in so_far)
        else ALLOWED,
        ALLOWED if reason.strip() else refused("pause_needs_reason"),
    )
