"""The rules and franchises of a charter, read from its text."""

from fractions import Fraction

from commonweal.rules.charters.reading import LONGEST_NAME, Section
from commonweal.rules.voting.decision_rule import (
    BALLOT_KINDS,
    BASES,
    QUORUM_KINDS,
    TIE_BREAKS,
    DecisionRule,
    Quorum,
    SecondCall,
    Support,
    Threshold,
)
from commonweal.rules.voting.franchise import Franchise


def read_franchise(name: str, section: Section) -> Franchise:
    """Read `[franchises.<name>]`."""
    found = Franchise(
        id=name,
        name=section.local("name", required=True, longest=LONGEST_NAME),
        classes=frozenset(section.texts("classes")),
        joined_days_before=section.days("joined_days_before"),
        active_only=section.flag("active_only", default=False),
        good_standing=section.flag("good_standing", default=True),
        exclusions=section.local_list("exclusions"),
    )
    section.done()
    return found


def read_rule(name: str, section: Section) -> DecisionRule:
    """Read `[rules.<name>]` with the tables inside it."""
    found = DecisionRule(
        id=name,
        title=section.local("title", required=True, longest=LONGEST_NAME),
        method=section.text("method", "motion"),
        franchise=section.name("franchise"),
        ballot=section.choice("ballot", BALLOT_KINDS, "open"),
        quorum=read_quorum(section.section("quorum")),
        threshold=read_threshold(section.section("threshold")),
        support=read_support(section.section("support")),
        support_days=section.days("support_days", 30),
        deliberation_days=section.days("deliberation_days", 7),
        notice_days=section.days("notice_days", 2),
        voting_days=section.days("voting_days", 7),
        in_force_after_days=section.days("in_force_after_days"),
        review_after_days=section.days("review_after_days"),
        tie_break=section.choice("tie_break", TIE_BREAKS, "status_quo"),
        second_call=read_second_call(section),
        settings=_settings(section.section("settings")),
    )
    section.done()
    return found


def read_quorum(section: Section) -> Quorum:
    """Read a `quorum` table; none asks for nobody."""
    quorum = Quorum(
        kind=section.choice("kind", QUORUM_KINDS, "none"),
        share=section.share("share", Fraction(0)),
        at_least=section.whole("at_least"),
    )
    section.done()
    return quorum


def read_threshold(section: Section) -> Threshold:
    """Read a `threshold` table; none asks for more yes than no."""
    threshold = Threshold(
        base=section.choice("base", BASES, "yes_and_no"),
        share=section.share("share", Fraction(1, 2)),
        strict=section.flag("strict", default=True),
        at_least=section.whole("at_least"),
    )
    section.done()
    return threshold


def read_support(section: Section) -> Support:
    """Read a `support` table; none asks for no supporters."""
    support = Support(
        share=section.share("share", Fraction(0)), at_least=section.whole("at_least")
    )
    section.done()
    return support


def read_second_call(rule: Section) -> SecondCall | None:
    """Read the `second_call` of a rule, if it has one."""
    if not rule.there("second_call"):
        return None
    section = rule.section("second_call")
    call = SecondCall(
        after_days=section.days("after_days", 7),
        voting_days=section.days("voting_days", 7),
        quorum=read_quorum(section.section("quorum")),
    )
    section.done()
    return call


def _settings(section: Section) -> dict[str, str]:
    return {key: section.text(key) for key in section.named_keys()}
