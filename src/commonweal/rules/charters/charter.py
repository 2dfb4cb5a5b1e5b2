"""A charter: the law of one institution, which it gave itself and alone can change.

It holds everything the platform needs to know about an institution and nothing that a
program decides for it: who belongs, who may do what, how each sort of thing is
decided, which words its members read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from commonweal.rules.moderation.terms import Moderation
from commonweal.rules.sentence import LocalText
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.franchise import Franchise

type Right = Literal["attend", "speak", "propose", "support", "vote", "stand", "invite"]
type Way = Literal["invitation", "decision"]
type Filling = Literal["election", "lot"]
type Shown = Literal["charter", "decisions", "proposals", "member_count", "officers"]

RIGHTS: tuple[str, ...] = get_args(Right.__value__)
WAYS: tuple[str, ...] = get_args(Way.__value__)
FILLINGS: tuple[str, ...] = get_args(Filling.__value__)
SHOWN: tuple[str, ...] = get_args(Shown.__value__)
# The one effect that every charter speaks of, by its rule for changing itself.
AMEND_CHARTER = "amend_charter"
WORDS = ("institution", "member", "members", "proposal", "proposals", "assembly")


@dataclass(frozen=True, slots=True)
class MemberClass:
    """A way of belonging and what it lets a member do."""

    id: str
    name: LocalText
    rights: frozenset[str]


@dataclass(frozen=True, slots=True)
class Joining:
    """How people become members: on a member's invitation, or by a decision.

    An invitation lasts `invitation_days`, makes members of `invited_class` and may be
    used `max_uses` times (0: as often as wanted).
    """

    ways: frozenset[str]
    invited_class: str
    invitation_days: int = 14
    max_uses: int = 0


@dataclass(frozen=True, slots=True)
class Activity:
    """When a silent member counts as dormant, after how many days' notice.

    None: never. A dormant member stays a member and is active again by taking part.
    """

    dormant_after_days: int | None = None
    notice_days: int = 14


@dataclass(frozen=True, slots=True)
class OfficeTerms:
    """A task that members fill by election or lot: how many hold it, for how long."""

    id: str
    name: LocalText
    seats: int
    term_days: int
    filled_by: Filling = "election"


@dataclass(frozen=True, slots=True)
class Charter:
    """Everything one institution has laid down about itself."""

    kind: str
    name: LocalText
    purpose: LocalText
    basis: LocalText
    language: str
    languages: tuple[str, ...]
    time_zone: str
    classes: tuple[MemberClass, ...]
    joining: Joining
    franchises: tuple[Franchise, ...]
    rules: tuple[DecisionRule, ...]
    ordinary_rule: str
    charter_rule: str
    effects: Mapping[str, str] = field(default_factory=dict, hash=False)
    activity: Activity = Activity()
    moderation: Moderation = field(default_factory=Moderation)
    offices: tuple[OfficeTerms, ...] = ()
    public: frozenset[str] = frozenset({"charter"})
    place: str = ""
    accent: str = "brick"
    words: Mapping[str, LocalText] = field(default_factory=dict, hash=False)
    bylaws: str = ""

    def rule(self, rule_id: str) -> DecisionRule | None:
        """Find a rule by its id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def franchise(self, franchise_id: str) -> Franchise | None:
        """Find a franchise by its id."""
        return next((one for one in self.franchises if one.id == franchise_id), None)

    def member_class(self, class_id: str) -> MemberClass | None:
        """Find a class of members by its id."""
        return next((one for one in self.classes if one.id == class_id), None)

    def office(self, office_id: str) -> OfficeTerms | None:
        """Find an office by its id."""
        return next((one for one in self.offices if one.id == office_id), None)

    def said(self, text: LocalText, language: str) -> str:
        """Say one of the charter's texts, in its own language if there is no other."""
        return text.said(language, self.language)


def rule_for(charter: Charter, effect: str | None) -> DecisionRule:
    """Give the rule that may set this effect in motion.

    A proposal without an effect goes by the ordinary rule. An effect that the charter
    does not map needs the rule for changing the charter, so no ordinary motion can
    smuggle one in. Expects a charter without objections: both rules are there.
    """
    chosen = (
        charter.ordinary_rule
        if effect is None
        else charter.effects.get(effect, charter.charter_rule)
    )
    rule = charter.rule(chosen)
    assert rule is not None, "a charter in force names only rules it has"
    return rule
