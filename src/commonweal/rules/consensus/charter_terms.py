"""What a charter says of consensus in the room, beside the limits of its rule.

How much doubt is borne stands among the rule's details of counting. Here stands what
comes after a test: who rules on a block, what those who were away can still say, how
often and how long it is talked over, and whether there is a vote in the end.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from commonweal.rules.consensus.terms import Consensus
from commonweal.rules.sentence import N_
from commonweal.rules.setting import days, flag, number, share


@dataclass(frozen=True, slots=True)
class Talks:
    """What comes after a test for consensus in the room.

    With a `fallback` of nought there is no vote in the end, and what is blocked stays
    so; with no `absentee_days` what the room finds is decided there.
    """

    needs_principle: bool = field(
        default=True,
        metadata=flag(N_("Whoever blocks names the principle or the harm")),
    )
    needs_meeting: bool = field(
        default=True, metadata=flag(N_("Whoever blocks says that they will meet"))
    )
    others_rule: bool = field(
        default=True,
        metadata=flag(N_("The others can rule that a block does not hold")),
    )
    validity_share: Fraction = field(
        default=Fraction(9, 10),
        metadata=share(N_("Share of the others who rule that together")),
    )
    absentee_days: int = field(
        default=14, metadata=days(N_("Days in which those who were away can speak"))
    )
    meetings: int = field(
        default=6, metadata=number(N_("Meetings about what stands against it"))
    )
    resolution_days: int = field(
        default=90, metadata=days(N_("Days for these meetings, all together"), least=1)
    )
    lapses_if_away: bool = field(
        default=True,
        metadata=flag(N_("A block no longer counts if whoever made it stays away")),
    )
    rounds: int = field(
        default=3, metadata=number(N_("How often new words can be tested"), least=1)
    )
    fallback: Fraction = field(
        default=Fraction(0),
        metadata=share(N_("Share of yes among yes and no in the last vote (0: none)")),
    )

    def on(self, limits: Consensus) -> Consensus:
        """Give the terms of a test, whose limits are those of a rule."""
        return replace(
            limits,
            needs_principle=self.needs_principle,
            needs_meeting=self.needs_meeting,
            validity="others" if self.others_rule else "none",
            validity_share=self.validity_share,
            absentee_days=self.absentee_days,
            meetings=self.meetings,
            resolution_days=self.resolution_days,
            lapses_if_away=self.lapses_if_away,
            rounds=self.rounds,
            fallback=self.fallback,
        )
