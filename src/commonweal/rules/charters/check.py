"""What speaks against a charter: its parts contradict each other, or it locks itself.

A charter that reads well can still be one nobody can use: a rule that asks a roll
nobody is on, a quorum that can never be met again, a way round the rule for changing
the charter. Each objection says where, what is wrong and what would mend it.
"""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from commonweal.rules.charters.charter import AMEND_CHARTER, Charter
from commonweal.rules.charters.check_details import objections_to_details
from commonweal.rules.charters.check_effects import objections_to_effects
from commonweal.rules.charters.check_ending import objections_to_ending
from commonweal.rules.charters.check_kept_places import objections_to_kept_places
from commonweal.rules.charters.check_marking import objections_to_marking
from commonweal.rules.charters.check_moderation import objections_to_moderation
from commonweal.rules.charters.check_pact import objections_to_pact
from commonweal.rules.charters.check_pauses import objections_to_pauses
from commonweal.rules.charters.check_recovery import objections_to_recovery
from commonweal.rules.charters.check_rules import (
    objections_to_callers,
    objections_to_rule,
    objections_to_tellers,
)
from commonweal.rules.charters.check_talks import objections_to_talks
from commonweal.rules.charters.check_way_out import objections_to_charter_rule
from commonweal.rules.sentence import Fact, LocalText, Sentence


def check(
    charter: Charter, *, effects: Collection[str], methods: Collection[str]
) -> tuple[Sentence, ...]:
    """List what speaks against a charter; nothing does if nothing comes back.

    `effects` are the names of what decisions can set in motion on this node, and
    `methods` the ways of counting it knows.
    """
    return (
        *_texts(charter),
        *_belonging(charter),
        *_rights(charter),
        *_lasting(charter),
        *_franchises(charter),
        *_rule_names(charter),
        *_effects(charter, effects),
        *(
            objection
            for rule in charter.rules
            for objection in objections_to_rule(charter, rule, methods)
        ),
        *objections_to_details(charter),
        *objections_to_marking(charter),
        *objections_to_kept_places(charter),
        *_bearings(charter),
        *objections_to_pauses(charter),
        *objections_to_charter_rule(charter),
        *objections_to_tellers(charter),
        *objections_to_callers(charter),
        *objections_to_talks(charter.consensus),
        *_offices(charter),
        *objections_to_effects(charter),
        *objections_to_moderation(charter),
        *objections_to_recovery(charter),
        *objections_to_ending(charter),
        *objections_to_pact(charter),
    )


def _texts(charter: Charter) -> Iterator[Sentence]:
    if charter.language not in charter.languages:
        facts: dict[str, Fact] = {"language": charter.language}
        yield Sentence("charter_language_not_listed", facts)
    for where, text in _own_texts(charter):
        if not dict(text.versions).get(charter.language):
            facts = {"where": where, "language": charter.language}
            yield Sentence("charter_text_lacks_language", facts)


def _own_texts(charter: Charter) -> Iterator[tuple[str, LocalText]]:
    yield "name", charter.name
    yield "purpose", charter.purpose
    yield "basis", charter.basis
    if charter.ending.goal:
        yield "ending.goal", charter.ending.goal
    if charter.ending.test:
        yield "ending.test", charter.ending.test
    yield from ((f"words.{word}", text) for word, text in charter.words.items())
    yield from ((f"classes.{one.id}.name", one.name) for one in charter.classes)
    yield from ((f"franchises.{one.id}.name", one.name) for one in charter.franchises)
    yield from ((f"rules.{rule.id}.title", rule.title) for rule in charter.rules)
    yield from ((f"offices.{one.id}.name", one.name) for one in charter.offices)
    for one in charter.competences:
        yield f"competences.{one.id}.name", one.name
    yield from ((f"standards.{one.id}.name", one.name) for one in charter.standards)
    yield from ((f"acts.{one.id}.name", one.name) for one in charter.acts)
    for right in charter.pauses:
        yield f"pauses.{right.id}.name", right.name
        yield f"pauses.{right.id}.concerns", right.concerns


def _belonging(charter: Charter) -> Iterator[Sentence]:
    ways, invited = charter.joining.ways, charter.joining.invited_class
    if not ways:
        yield Sentence("charter_nobody_can_join")
    if "invitation" in ways:
        if charter.member_class(invited) is None:
            yield Sentence("charter_invited_class_unknown", {"found": invited})
        if not _who_may(charter, "invite"):
            yield Sentence("charter_nobody_may_invite")
    for one in charter.classes:
        reached = one.id == invited and "invitation" in ways
        if ways and not reached and "decision" not in ways:
            yield Sentence("charter_class_unreachable", {"member_class": one.name})


def _rights(charter: Charter) -> Iterator[Sentence]:
    if not _anybody_may(charter, "propose"):
        yield Sentence("charter_nobody_may_propose")
    if not _anybody_may(charter, "vote"):
        yield Sentence("charter_nobody_may_vote")


def _franchises(charter: Charter) -> Iterator[Sentence]:
    for franchise in charter.franchises:
        facts: dict[str, Fact] = {"franchise": franchise.name}
        office = charter.office(franchise.office)
        by_office = office is not None and "vote" in office.rights
        may_vote = _who_may(charter, "vote")
        if franchise.office and office is None:
            known = tuple(one.id for one in charter.offices)
            names: dict[str, Fact] = {"name": franchise.office, "allowed": known}
            yield Sentence("charter_franchise_office_unknown", facts | names)
        if not franchise.classes:
            yield Sentence("charter_franchise_empty", facts)
        for name in sorted(franchise.classes):
            if charter.member_class(name) is None:
                yield Sentence(
                    "charter_franchise_class_unknown", facts | {"name": name}
                )
            elif name not in may_vote and not by_office:
                yield Sentence("charter_franchise_without_vote", facts | {"name": name})
        if franchise.active_only and not charter.activity.dormant_after_days:
            yield Sentence("charter_franchise_active_means_nothing", facts)


def _rule_names(charter: Charter) -> Iterator[Sentence]:
    named = {
        "ordinary_rule": charter.ordinary_rule,
        "charter_rule": charter.charter_rule,
    }
    for where, name in named.items():
        rule = charter.rule(name)
        if rule is None:
            yield _unknown_rule(charter, where, name)
        elif not rule.asks_one_text:
            facts: dict[str, Fact] = {"where": where, "rule": rule.title}
            yield Sentence("charter_rule_must_be_motion", facts)


def _effects(charter: Charter, effects: Collection[str]) -> Iterator[Sentence]:
    for effect, name in charter.effects.items():
        where = f"effects.{effect}"
        if effect not in effects:
            yield Sentence(
                "charter_effect_unknown", {"effect": effect, **_near(effect, effects)}
            )
        if charter.rule(name) is None:
            yield _unknown_rule(charter, where, name)
    amending = charter.effects.get(AMEND_CHARTER, charter.charter_rule)
    if amending != charter.charter_rule:
        facts: dict[str, Fact] = {
            "rule": amending,
            "charter_rule": charter.charter_rule,
        }
        yield Sentence("charter_amended_by_another_rule", facts)


def _offices(charter: Charter) -> Iterator[Sentence]:
    if charter.offices and not _who_may(charter, "stand"):
        yield Sentence("charter_nobody_may_stand", {"office": charter.offices[0].name})


def _bearings(charter: Charter) -> Iterator[Sentence]:
    rule = charter.rule(charter.charter_rule)
    if rule is not None and rule.bearings.asked:
        yield Sentence("charter_bearings_of_changes", {"rule": rule.title})


def _unknown_rule(charter: Charter, where: str, name: str) -> Sentence:
    known = tuple(rule.id for rule in charter.rules)
    return Sentence(
        "charter_rule_unknown", {"where": where, "name": name, "allowed": known}
    )


def _lasting(charter: Charter) -> Iterator[Sentence]:
    """Object to votes that end by themselves: rolls go by class, not by days."""
    for one in charter.classes:
        if one.lasts_days and one.rights & {"vote", "stand"}:
            yield Sentence("charter_votes_end", {"where": f"classes.{one.id}"})


def _near(name: str, known: Collection[str]) -> dict[str, Fact]:
    return {"nearest": tuple(get_close_matches(name, sorted(known), n=3, cutoff=0))}


def _anybody_may(charter: Charter, right: str) -> bool:
    """Say whether a class or an office gives a right."""
    in_office = any(right in one.rights for one in charter.offices)
    return in_office or bool(_who_may(charter, right))


def _who_may(charter: Charter, right: str) -> frozenset[str]:
    return frozenset(one.id for one in charter.classes if right in one.rights)
