"""A charter as plain sentences, for whoever is about to join or to vote on it.

Nothing that decides anything is left out: what is not printed here cannot matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from commonweal.rules.charters.charter import RIGHTS, SHOWN, Charter, MemberClass
from commonweal.rules.charters.names import language_name
from commonweal.rules.charters.prose_assemblies import assembly_clauses
from commonweal.rules.charters.prose_ending import ending_clauses
from commonweal.rules.charters.prose_moderation import moderation_clauses
from commonweal.rules.charters.prose_pact import pact_clauses
from commonweal.rules.charters.prose_recovery import recovery_clauses
from commonweal.rules.charters.prose_rules import rule_clauses
from commonweal.rules.charters.told import all_told
from commonweal.rules.sentence import Fact, LocalText, Sentence
from commonweal.rules.setting import Part, declared
from commonweal.rules.voting.franchise import Franchise

type Clause = Sentence | LocalText

# The parts whose settings make sentences together, written where they belong.
COMPOSED = (
    *("joining", "activity", "moderation", "recovery", "assemblies"),
    "consensus",
    "ending",
    "pact",
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the sentences under it."""

    title: Clause
    clauses: tuple[Clause, ...]


def prose(charter: Charter) -> tuple[Section, ...]:
    """Print a charter: who we are, who belongs, who votes, each rule, how it changes.

    Expects a charter without objections. The institution's own texts come as they
    are, in whatever languages it wrote them.
    """
    rules = (
        Section(rule.title, tuple(rule_clauses(charter, rule)))
        for rule in charter.rules
    )
    sections = (
        Section(Sentence("prose_title_who"), tuple(_who(charter))),
        Section(Sentence("prose_title_pact"), tuple(pact_clauses(charter))),
        Section(Sentence("prose_title_members"), tuple(_belonging(charter))),
        Section(Sentence("prose_title_rolls"), tuple(_rolls(charter))),
        *rules,
        *_parts(charter),
        Section(Sentence("prose_title_offices"), tuple(office_clauses(charter))),
        Section(Sentence("prose_title_pauses"), tuple(_pauses(charter))),
        Section(Sentence("prose_title_assemblies"), tuple(assembly_clauses(charter))),
        Section(Sentence("prose_title_moderation"), tuple(moderation_clauses(charter))),
        Section(
            Sentence("prose_title_recovery"), tuple(recovery_clauses(charter.recovery))
        ),
        Section(Sentence("prose_title_public"), tuple(public_clauses(charter))),
        Section(Sentence("prose_title_ending"), tuple(ending_clauses(charter))),
        Section(Sentence("prose_title_change"), tuple(_changing(charter))),
    )
    return tuple(section for section in sections if section.clauses)


def _who(charter: Charter) -> Iterator[Clause]:
    yield Sentence("prose_name", {"name": charter.name})
    yield charter.purpose
    yield charter.basis
    if charter.place:
        yield Sentence("prose_place", {"place": charter.place})
    yield Sentence("prose_time", {"zone": charter.time_zone.replace("_", " ")})
    languages = tuple(language_name(tag) for tag in charter.languages)
    first = language_name(charter.language)
    if len(languages) > 1:
        facts: dict[str, Fact] = {"languages": languages, "first": first}
        yield Sentence("prose_languages", facts)
    else:
        yield Sentence("prose_language", {"language": first})
    yield from word_clauses(charter)
    yield Sentence("prose_accent", {"accent": Sentence(f"choice_{charter.accent}")})
    yield from all_told(charter, "")


def word_clauses(charter: Charter) -> Iterator[Clause]:
    """Say which words this institution has of its own, and what each means."""
    if charter.words:
        yield Sentence("prose_words", {"words": tuple(_words(charter))})


def _words(charter: Charter) -> Iterator[Sentence]:
    for key, word in charter.words.items():
        yield Sentence("prose_word", {"word": word, "plain": Sentence(f"plain_{key}")})


def _belonging(charter: Charter) -> Iterator[Clause]:
    for one in charter.classes:
        yield _class(one)
        if one.lasts_days:
            yield Sentence(
                "prose_class_lasts", {"name": one.name, "days": one.lasts_days}
            )
    yield from joining_clauses(charter)
    activity = charter.activity
    if activity.dormant_after_days is None:
        yield Sentence("prose_never_dormant")
    else:
        facts: dict[str, Fact] = {
            "days": activity.dormant_after_days,
            "notice": Sentence("for_days", {"days": activity.notice_days}),
        }
        yield Sentence("prose_dormant", facts)
    yield from all_told(activity, "activity")


def _class(one: MemberClass) -> Sentence:
    rights = tuple(
        Sentence(f"choice_{right}") for right in RIGHTS if right in one.rights
    )
    if not rights:
        return Sentence("prose_class_without_rights", {"name": one.name})
    return Sentence("prose_class", {"name": one.name, "rights": rights})


def joining_clauses(charter: Charter) -> Iterator[Sentence]:
    """Say how somebody comes to belong, and who has to know them."""
    if charter.pact is not None:
        yield Sentence("prose_delegates_come")
        return
    joining = charter.joining
    invited = charter.member_class(joining.invited_class)
    if "invitation" in joining.ways and invited is not None:
        facts: dict[str, Fact] = {"days": joining.invitation_days, "name": invited.name}
        yield Sentence("prose_invitation", facts)
        if joining.max_uses:
            yield Sentence("prose_invitation_uses", {"uses": joining.max_uses})
        else:
            yield Sentence("prose_invitation_for_many")
        yield from _confirming(charter)
    if "decision" in joining.ways:
        yield Sentence("prose_admission")
    yield from all_told(joining, "joining")


def _confirming(charter: Charter) -> Iterator[Sentence]:
    joining = charter.joining
    if not joining.confirmed:
        yield Sentence("prose_nobody_confirmed")
        return
    doors = tuple(Sentence(f"choice_{one}") for one in sorted(joining.confirmed))
    facts: dict[str, Fact] = {"doors": doors, "count": joining.confirmers}
    yield Sentence("prose_confirmed", facts)
    if joining.founders > 1 and joining.founding_days:
        within = Sentence("for_days", {"days": joining.founding_days})
        yield Sentence("prose_founders", {"count": joining.founders, "days": within})


def _rolls(charter: Charter) -> Iterator[Clause]:
    yield from _each_roll(charter)
    tellers = charter.office(charter.tellers)
    if tellers is not None:
        yield Sentence("prose_tellers", {"office": tellers.name})
    elif any(rule.is_secret for rule in charter.rules):
        yield Sentence("prose_no_tellers")


def _each_roll(charter: Charter) -> Iterator[Clause]:
    for franchise in charter.franchises:
        classes = (charter.member_class(name) for name in sorted(franchise.classes))
        facts: dict[str, Fact] = {
            "name": franchise.name,
            "classes": tuple(one.name for one in classes if one is not None),
            "conditions": tuple(_conditions(charter, franchise)),
        }
        yield Sentence("prose_roll", facts)
        yield from all_told(franchise, "franchise")
        yield from franchise.exclusions


def _conditions(charter: Charter, franchise: Franchise) -> Iterator[Sentence]:
    office = charter.office(franchise.office)
    if office is not None:
        yield Sentence("roll_in_office", {"office": office.name})
    standing = "good" if franchise.good_standing else "any"
    yield Sentence(f"roll_standing_{standing}")
    if franchise.joined_days_before:
        yield Sentence("roll_joined_before", {"days": franchise.joined_days_before})
    if franchise.active_only:
        yield Sentence("roll_active")


def _parts(charter: Charter) -> Iterator[Section]:
    """Print each part of the charter that has no place among the others."""
    for one in declared(Charter):
        if isinstance(one.setting, Part) and one.name not in COMPOSED:
            clauses = tuple(all_told(getattr(charter, one.name), one.name))
            yield Section(Sentence(f"section_{one.name}"), clauses)


def office_clauses(charter: Charter) -> Iterator[Sentence]:
    """Say of each office how many hold it, how they come to it, and what they may."""
    for office in charter.offices:
        facts: dict[str, Fact] = {
            "name": office.name,
            "seats": office.seats,
            "term": Sentence("for_days", {"days": office.term_days}),
        }
        yield Sentence(f"prose_office_by_{office.filled_by}", facts)
        if office.filled_by == "lot":
            yield from all_told(office, "office")
        rights = tuple(
            Sentence(f"choice_{right}") for right in RIGHTS if right in office.rights
        )
        if rights:
            yield Sentence("prose_office_rights", {"rights": rights})


def _pauses(charter: Charter) -> Iterator[Clause]:
    for one in charter.pauses:
        office = charter.office(one.office)
        facts: dict[str, Fact] = {
            "name": one.name,
            "office": office.name if office is not None else one.office,
            "days": one.days,
        }
        yield Sentence("prose_pause", facts)
        yield one.concerns


def public_clauses(charter: Charter) -> Iterator[Sentence]:
    """Say what strangers see, and whether the first page of a server lists it."""
    if not charter.public:
        yield Sentence("prose_nothing_public")
        return
    shown = tuple(
        Sentence(f"choice_{name}") for name in SHOWN if name in charter.public
    )
    yield Sentence("prose_public", {"shown": shown})
    listed = "charter" in charter.public
    yield Sentence("prose_listed" if listed else "prose_not_listed")


def _changing(charter: Charter) -> Iterator[Sentence]:
    rule = charter.rule(charter.charter_rule)
    if charter.pact is not None:
        yield Sentence("prose_change_by_bodies")
    elif rule is not None:
        yield Sentence("prose_change", {"rule": rule.title})
    yield Sentence("prose_precedence")
    if charter.bylaws:
        yield Sentence("prose_bylaws")
