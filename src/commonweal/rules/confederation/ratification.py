"""Whether the bases said yes: enough of the bodies, and enough of all their members.

So the many small bodies cannot outvote most members, nor one large body most bodies. A
confederation below says yes by its own pact, out of what its own bases said; at every
height anybody can add it up again from the counts of the bases alone.

Source: double majorities as in the Swiss Federal Constitution, art. 142, where both the
people and the cantons must agree; the referendum of the IWW for the members' part.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from commonweal.rules.confederation.answers import Answer, Counts, Says
from commonweal.rules.confederation.bodies import Base, Body
from commonweal.rules.confederation.majorities import Missed, reached
from commonweal.rules.confederation.places import speaking
from commonweal.rules.confederation.terms import Ratifying
from commonweal.rules.confederation.voices import NO_CHANGE, Voices
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused
from commonweal.rules.voting.rule_words import share_words

type Stand = Says | Literal["silent"]

BODIES_MISSED = Missed("bodies_say_no_above", "bodies_say_no_reached")
MEMBERS_MISSED = Missed("members_say_no_above", "members_say_no_reached")
NOTHING = Counts()
TOO_FEW = frozenset({"too_few_bodies_answer", "too_few_members_vote"})


@dataclass(frozen=True, slots=True)
class Said:
    """Where one body stands, with the counts of the bases below it, each once.

    `below` says the same of each of its own bodies, where it has any.
    """

    stands: Stand
    counts: Mapping[str, Counts] = field(default_factory=dict)
    members: int = 0
    below: Mapping[str, "Said"] = field(default_factory=dict)
    verdict: Verdict = ALLOWED

    @property
    def total(self) -> Counts:
        """Add up the bases, each once."""
        return sum(self.counts.values(), NOTHING)

    @property
    def is_ratified(self) -> bool:
        """Say whether a union said yes."""
        return self.stands == "yes"

    def bodies(self, stands: Stand) -> tuple[str, ...]:
        """Name its own bodies that stand so."""
        return tuple(name for name, one in self.below.items() if one.stands == stands)


def said(body: Body, answers: Mapping[str, Answer], by: Voices = NO_CHANGE) -> Said:
    """Say where a body stands, out of the answers that count, by who gave them.

    `by` says who speaks for whom; the counts are by whoever gave them, each once.
    """
    if isinstance(body, Base):
        return _base(body, by, answers)
    below = {one.id: said(one, answers, by) for one in body.bodies}
    counts: dict[str, Counts] = {}
    for one in below.values():
        counts |= one.counts
    members = body.members
    verdict = ratified(body.terms, below, _total(counts), members=members)
    return Said(_stands(below, verdict), counts, members, below, verdict)


def _total(counts: Mapping[str, Counts]) -> Counts:
    return sum(counts.values(), NOTHING)


def ratified(
    terms: Ratifying, below: Mapping[str, Said], total: Counts, *, members: int
) -> Verdict:
    """Ratify by a double majority, if enough answered; `members` may vote in all.

    A body that says yes, no, nothing either way or sends the words back has answered.
    Refuses with the first that is missing: `too_few_bodies_answer`,
    `too_few_members_vote`, then `bodies_say_no` or `members_say_no`, each followed by
    `_above` or `_reached` for what would have been needed.
    """
    silent = sum(one.stands == "silent" for one in below.values())
    tacit = silent if terms.silence == "yes" else 0
    answered = len(below) - silent + tacit
    yes = sum(one.stands == "yes" for one in below.values()) + tacit
    out_of = answered if terms.silence == "apart" else len(below)
    sided = total.yes + total.no
    return first_refusal(
        _enough_bodies(terms.answering, answered, len(below)),
        _enough_members(terms.turnout, total.cast, members),
        reached(terms.bodies, BODIES_MISSED, yes=yes, of=out_of),
        reached(terms.members, MEMBERS_MISSED, yes=total.yes, of=sided),
    )


def _enough_bodies(share: Fraction, answered: int, bodies: int) -> Verdict:
    if answered >= share * bodies:
        return ALLOWED
    return refused(
        "too_few_bodies_answer",
        answered=answered,
        bodies=bodies,
        needed=share_words(share),
    )


def _enough_members(share: Fraction, cast: int, members: int) -> Verdict:
    if cast >= share * members:
        return ALLOWED
    return refused(
        "too_few_members_vote", cast=cast, members=members, needed=share_words(share)
    )


def _stands(below: Mapping[str, Said], verdict: Verdict) -> Stand:
    """Say how a union stands: by its own pact, whatever the union above it asks."""
    if verdict:
        return "yes"
    if verdict.id in TOO_FEW:
        return "silent"
    if any(one.stands == "return" for one in below.values()):
        return "return"
    return "no"


def _base(base: Base, by: Voices, answers: Mapping[str, Answer]) -> Said:
    members = sum(one.members for one in base.bases.values())
    given: dict[str, Answer] = {}
    for place in base.bases:
        given |= speaking(by, place, answers)
    if not given:
        return Said("silent", members=members)
    counts = {name: one.counts for name, one in given.items()}
    all_of_them = list(given.values())
    stands = all_of_them[0].says
    if len(given) > 1:
        stands = _together(all_of_them, _total(counts))
    return Said(stands, counts, members)


def _together(given: list[Answer], counts: Counts) -> Says:
    """Say what several said that are one body here: what more of their members said."""
    if counts.yes > counts.no:
        return "yes"
    if any(one.says == "return" for one in given):
        return "return"
    if all(one.says == "abstain" for one in given):
        return "abstain"
    return "no"
