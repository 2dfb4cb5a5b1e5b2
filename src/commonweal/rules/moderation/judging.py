"""Who may judge words: a steward who has no part in the matter themselves."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# One alone could be the friend of whoever wished the others away.
LEFT_TO_JUDGE = 2


@dataclass(frozen=True, slots=True)
class Parties:
    """Who has a part in a matter: who wrote the words, whom they answer, who reported.

    `hid` is whoever hid them, where that is what is being judged, and `appealed`
    whoever asked for it.
    """

    author: UUID | None = None
    answered: UUID | None = None
    reporters: frozenset[UUID] = frozenset()
    hid: UUID | None = None
    appealed: UUID | None = None

    @property
    def everybody(self) -> frozenset[UUID]:
        """Everybody who has a part."""
        named = {self.author, self.answered, self.hid, self.appealed}
        return self.reporters | {one for one in named if one}


def who_judges(
    holders: frozenset[UUID], *, parties: Parties, could_hold: frozenset[UUID]
) -> frozenset[UUID]:
    """Give who judges: the holders of the office, or who stands in for them.

    Where nobody holds it, or all who do have a part in the matter, a report would
    reach nobody. So all who could hold it (`could_hold`) stand in.
    """
    return holders | could_hold if needs_stand_ins(holders, parties) else holders


def needs_stand_ins(holders: frozenset[UUID], parties: Parties) -> bool:
    """Say whether nobody is left in the office who has no part in the matter."""
    return not holders - parties.everybody


def left_out(
    apart: frozenset[UUID], *, holders: frozenset[UUID], parties: Parties
) -> frozenset[UUID]:
    """Give which holders are left out by wishes: none, unless enough others are left.

    `apart` are those from whom a party asked to be kept. A wish never chooses who
    judges: it is heeded only while others of the same office are left to do it, who
    have no part in it.
    """
    is_enough = len(holders - apart - parties.everybody) >= LEFT_TO_JUDGE
    return apart & holders if is_enough else frozenset()


def may_judge(judge: UUID, *, stewards: Collection[UUID], parties: Parties) -> Verdict:
    """Let a steward judge who is no party: nobody judges their own words or report.

    `stewards` are those who hold the office that decides. Refuses with the first part
    the judge has in the matter.
    """
    return first_refusal(
        ALLOWED if judge in stewards else refused("not_a_steward"),
        refused("judges_own_words") if judge == parties.author else ALLOWED,
        refused("judges_own_report") if judge in parties.reporters else ALLOWED,
        refused("judges_own_quarrel") if judge == parties.answered else ALLOWED,
        refused("judges_own_hiding") if judge == parties.hid else ALLOWED,
        refused("judges_own_appeal") if judge == parties.appealed else ALLOWED,
    )
