"""Every kind there is can be founded: it reads, holds together and says it all."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from tests.rules.sayings import said

from commonweal import kinds
from commonweal.project.effects import EFFECTS
from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.charters.charter import Charter, rule_for
from commonweal.rules.charters.check import check
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.prose import prose
from commonweal.rules.charters.toml import to_toml
from commonweal.rules.sentence import LocalText
from commonweal.rules.voting.decision_rule import supporters_needed
from commonweal.rules.voting.methods import METHODS as VOTING
from commonweal.rules.voting.rule_words import rule_sentences

SHIPPED = ("en", "es")
# What a body decides now and then while it is with others.
DAILY = (
    *("send_delegates", "recall_delegate"),
    *("raise_matter", "withdraw_matter", "give_mandate", "stay_out"),
)
# Those who face a landlord or an employer.
FACING = (
    *("tenants_union", "union_branch", "member_caucus"),
    *("workers_council", "residents_council"),
)


def a_charter(kind: str) -> Charter:
    return parse(kinds.text_of(kind))


def texts(value: object) -> Iterator[LocalText]:
    """Find every text of the institution, wherever it stands."""
    if isinstance(value, LocalText):
        # A goal is one that somebody has.
        yield from [value] if value else []
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


@pytest.mark.parametrize("kind", kinds.names())
def test_can_be_founded(kind):
    charter = a_charter(kind)

    objections = check(charter, effects=EFFECTS, methods=(*VOTING, *BUDGETING))

    assert [said(objection) for objection in objections] == []
    assert charter.kind == kind
    assert parse(to_toml(charter)) == charter


@pytest.mark.parametrize("language", SHIPPED)
@pytest.mark.parametrize("kind", kinds.names())
def test_says_everything_in_every_language_shipped(kind, language):
    charter = a_charter(kind)

    assert language in charter.languages
    assert all(dict(text.versions).get(language) for text in texts(charter))


@pytest.mark.parametrize("kind", kinds.names())
def test_can_be_printed(kind):
    sections = prose(a_charter(kind))

    assert len(sections) > 8
    assert all(said(section.title) for section in sections)
    assert all(said(clause) for section in sections for clause in section.clauses)


@pytest.mark.parametrize("electorate", [1, 2, 3, 40])
@pytest.mark.parametrize("kind", kinds.names())
def test_works_from_the_first_member_on(kind, electorate):
    """Even a founder alone can change the charter: its quorum is never out of reach."""
    charter = a_charter(kind)

    for rule in charter.rules:
        again = rule.second_call
        assert supporters_needed(rule, roll=electorate) <= electorate
        assert again is not None
        assert rule_sentences(rule, electorate=electorate, active=electorate)


@pytest.mark.parametrize("kind", kinds.names())
def test_has_a_rule_for_every_effect(kind):
    charter = a_charter(kind)

    assert all(rule_for(charter, effect) for effect in (*EFFECTS, "unheard_of", None))
    assert rule_for(charter, "fill_office").method in ("stv-scottish", "irv")


@pytest.mark.parametrize("kind", kinds.names())
def test_a_body_tells_delegates_what_to_say_by_its_ordinary_rule(kind):
    charter = a_charter(kind)
    if charter.pact is not None:
        pytest.skip("its bodies decide that, and not their delegates")

    daily = {rule_for(charter, one).id for one in DAILY}
    lasting = {
        rule_for(charter, one).id
        for one in ("join_confederation", "leave_confederation")
    }

    assert daily == {charter.ordinary_rule}
    assert lasting == {charter.charter_rule}


@pytest.mark.parametrize("kind", kinds.names())
def test_a_base_answers_by_a_vote_that_has_a_yes_and_a_no(kind):
    charter = a_charter(kind)

    assert rule_for(charter, "answer_matter").method == "motion"
    assert rule_for(charter, "return_words").method == "motion"


def test_names_of_kinds_have_two_words_or_more():
    assert all("_" in name for name in kinds.names())


def test_a_kind_there_is_not_is_refused():
    for name in ("../parse", "", "kingdom"):
        with pytest.raises(KeyError):
            kinds.text_of(name)


def test_the_folder_holds_nothing_but_kinds():
    folder = Path(kinds.__file__).parent
    found = {path.suffix for path in folder.iterdir() if path.is_file()}

    assert found <= {".toml", ".py"}


@pytest.mark.parametrize("kind", FACING)
def test_who_faces_a_landlord_or_an_employer_shows_strangers_nothing(kind):
    assert a_charter(kind).public == frozenset()


@pytest.mark.parametrize("kind", FACING)
def test_who_faces_a_landlord_or_an_employer_decides_in_secret(kind):
    """But for admitting people, which whoever admits them answers for."""
    rules = parse(kinds.text_of(kind)).rules

    assert {one.id for one in rules if one.ballot != "secret"} == {"admission"}


@pytest.mark.parametrize("kind", FACING)
def test_who_faces_a_landlord_or_an_employer_gets_letters_that_name_nothing(kind):
    assert a_charter(kind).reaching.bare_letters


@pytest.mark.parametrize("kind", kinds.names())
def test_nobody_makes_voters_by_a_door_that_one_can_open_alone(kind):
    joining = a_charter(kind).joining

    if "invitation" in joining.ways:
        assert joining.confirmed == {"link", "code"}
