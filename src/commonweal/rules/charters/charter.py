"""A charter: the law of one institution, which it gave itself and alone can change.

It holds everything the platform needs to know about an institution and nothing that a
program decides for it: who belongs, who may do what, how each sort of thing is
decided, which words its members read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from commonweal.rules.assemblies.terms import Assemblies
from commonweal.rules.belonging.terms import Joining
from commonweal.rules.charters.accents import ACCENTS
from commonweal.rules.confederation.standards import ListedAct, Standard
from commonweal.rules.confederation.terms import Competence, Pact
from commonweal.rules.consensus.charter_terms import Talks
from commonweal.rules.ending.terms import Ending
from commonweal.rules.fostering.terms import Fostering
from commonweal.rules.moderation.terms import Moderation
from commonweal.rules.reaching.terms import Reaching
from commonweal.rules.recovery.terms import Recovery
from commonweal.rules.sentence import N_, NP_, LocalText
from commonweal.rules.setting import (
    LONGEST_TEXT,
    by_name,
    choice,
    days,
    flag,
    identifier,
    named,
    number,
    part,
    said,
    several,
    text,
    texts,
)
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.franchise import Franchise
from commonweal.rules.voting.pauses import PauseTerms

type Right = Literal["attend", "speak", "propose", "support", "vote", "stand", "invite"]
type Filling = Literal["election", "lot"]
type Shown = Literal["charter", "decisions", "proposals", "member_count", "officers"]

RIGHTS: tuple[str, ...] = get_args(Right.__value__)
FILLINGS: tuple[str, ...] = get_args(Filling.__value__)
SHOWN: tuple[str, ...] = get_args(Shown.__value__)
# The one effect that every charter speaks of, by its rule for changing itself.
AMEND_CHARTER = "amend_charter"
ADMIT_MEMBER = "admit_member"
LONGEST_BYLAWS = 200_000
WORDS = ("institution", "member", "members", "proposal", "proposals", "assembly")


@dataclass(frozen=True, slots=True)
class MemberClass:
    """A way of belonging and what it lets a member do, and for how many days.

    0: for as long as they belong.
    """

    id: str
    name: LocalText = field(metadata=said(plain=False))
    rights: frozenset[str] = field(metadata=several(N_("What they may do"), RIGHTS))
    lasts_days: int = field(
        default=0, metadata=days(N_("Days in which they may do it (0: no end)"))
    )


@dataclass(frozen=True, slots=True)
class Activity:
    """When a silent member counts as dormant, after how many days' notice.

    None: never. A dormant member stays a member and is active again by taking part.
    """

    dormant_after_days: int | None = field(
        default=None, metadata=days(N_("Days of silence until dormant (0: never)"))
    )
    notice_days: int = field(
        default=14,
        metadata=days(N_("Days between being told and being dormant")),
    )


@dataclass(frozen=True, slots=True)
class OfficeTerms:
    """A task that members fill by election or lot: how many hold it, for how long.

    `rights` are its holders' beside those of their class. What concerns drawing has no
    bearing on an office that is filled by election.
    """

    id: str
    name: LocalText = field(metadata=said(plain=False))
    seats: int = field(default=1, metadata=number(N_("How many hold it"), least=1))
    term_days: int = field(default=365, metadata=days(N_("Days of a term"), least=1))
    filled_by: Filling = field(
        default="election", metadata=choice(N_("How it is filled"), FILLINGS)
    )
    gathering_days: int = field(
        default=0,
        metadata=days(
            N_("Days after the founding until somebody is drawn (0: at once)"),
            says=NP_(
                "The first draw is {days} day after the founding, among all who have "
                "joined by then.",
                "The first draw is {days} days after the founding, among all who have "
                "joined by then.",
                by="days",
            ),
        ),
    )
    in_shares: bool = field(
        default=False,
        metadata=flag(
            N_("Drawn so that every class has its share of the places"),
            says=N_(
                "Every class has its share of those drawn: as many as it has among "
                "all who can be drawn, rounded up or down, and everybody has the same "
                "chance."
            ),
        ),
    )
    rights: frozenset[str] = field(
        default=frozenset(),
        metadata=several(N_("What it lets them do besides"), RIGHTS),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter:
    """Everything one institution has laid down about itself.

    With a pact its members are institutions, and only what its competences name is
    decided together. Of each of them its standards are asked, and none does what its
    `acts` list before all have agreed to it.
    """

    kind: str = field(default="", metadata=identifier(N_("The model it grew from")))
    name: LocalText = field(metadata=said())
    purpose: LocalText = field(
        metadata=said(N_("What we are for, in {language}"), longest=LONGEST_TEXT)
    )
    basis: LocalText = field(
        metadata=said(N_("Who it is for, in {language}"), longest=LONGEST_TEXT)
    )
    language: str = field(metadata=text(N_("Language that counts"), plain=False))
    languages: tuple[str, ...] = field(default=(), metadata=texts(N_("Languages")))
    time_zone: str = field(metadata=text(N_("Time zone")))
    place: str = field(default="", metadata=text(N_("Place")))
    accent: str = field(default="brick", metadata=choice(N_("Colour"), tuple(ACCENTS)))
    public: frozenset[str] = field(
        default=frozenset(), metadata=several(N_("What strangers see"), SHOWN)
    )
    ordinary_rule: str = field(
        metadata=choice(N_("Rule for ordinary decisions"), among="rules")
    )
    charter_rule: str = field(
        metadata=choice(N_("Rule for changing the charter"), among="rules")
    )
    tellers: str = field(
        default="",
        metadata=choice(
            N_("Tellers, for paper ballots and closed counts"),
            among="offices",
        ),
    )
    bylaws: str = field(
        default="",
        metadata=text(N_("Bylaws"), plain=False, longest=LONGEST_BYLAWS),
    )
    words: Mapping[str, LocalText] = field(default_factory=dict, hash=False)
    classes: tuple[MemberClass, ...] = field(metadata=named(MemberClass, "class"))
    joining: Joining = field(metadata=part(Joining, N_("Joining")))
    activity: Activity = field(
        default=Activity(), metadata=part(Activity, N_("Falling silent"))
    )
    moderation: Moderation = field(
        default=Moderation(),
        metadata=part(Moderation, N_("Looking after what is said")),
    )
    recovery: Recovery = field(
        default=Recovery(), metadata=part(Recovery, N_("Letting somebody back in"))
    )
    assemblies: Assemblies = field(
        default=Assemblies(), metadata=part(Assemblies, N_("Assemblies"))
    )
    reaching: Reaching = field(
        default=Reaching(), metadata=part(Reaching, N_("Letters and calendars"))
    )
    consensus: Talks = field(
        default=Talks(), metadata=part(Talks, N_("Consensus in the room"))
    )
    ending: Ending = field(
        default=Ending(),
        metadata=part(Ending, N_("What we want to reach, and how we part")),
    )
    fostering: Fostering = field(
        default=Fostering(), metadata=part(Fostering, N_("Starting from us"))
    )
    franchises: tuple[Franchise, ...] = field(metadata=named(Franchise, "franchise"))
    rules: tuple[DecisionRule, ...] = field(metadata=named(DecisionRule, "rule"))
    effects: Mapping[str, str] = field(
        default_factory=dict,
        hash=False,
        metadata=by_name(N_("Rule for {detail}"), among="rules"),
    )
    offices: tuple[OfficeTerms, ...] = field(
        default=(), metadata=named(OfficeTerms, "office")
    )
    pact: Pact | None = field(default=None, metadata=part(Pact, N_("Our pact")))
    competences: tuple[Competence, ...] = field(
        default=(), metadata=named(Competence, "competence")
    )
    standards: tuple[Standard, ...] = field(
        default=(), metadata=named(Standard, "standard")
    )
    acts: tuple[ListedAct, ...] = field(default=(), metadata=named(ListedAct, "act"))
    pauses: tuple[PauseTerms, ...] = field(
        default=(), metadata=named(PauseTerms, "pause")
    )

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

    def pause(self, pause_id: str) -> PauseTerms | None:
        """Find a right to put off a vote by its id."""
        return next((one for one in self.pauses if one.id == pause_id), None)

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


def franchise_for(charter: Charter, rule: DecisionRule) -> Franchise:
    """Give who votes by a rule. Expects a charter without objections: it is there."""
    found = charter.franchise(rule.franchise)
    assert found is not None, "a charter in force names only franchises it has"
    return found
