"""A token opens what it was made for, until its day, and is never kept as it is."""

from datetime import timedelta

import pytest
from tests.builders import a_member, a_person, an_institution, confirmed, day

from commonweal.foundation.people import actions as people_actions
from commonweal.foundation.people import queries as people
from commonweal.foundation.tokens import access, actions, duties, queries
from commonweal.foundation.tokens.models import Token
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db


def a_token(person, *, scopes=("read",), days=30, at=None):
    return actions.make_token(
        person, name="Calendar", scopes=scopes, days=days, at=at or day(1)
    )


def test_a_token_is_found_by_its_code_and_opens_what_it_was_made_for():
    made = a_token(a_person(), scopes=["vote", "read"])

    found = queries.token_by_code(made.code)

    assert found == made.token
    assert found.scopes == ["read", "vote"]
    assert access.may_use(found, "vote", at=day(2))


def test_a_token_opens_nothing_it_was_not_made_for():
    token = a_token(a_person()).token

    verdict = access.may_use(token, "vote", at=day(2))

    assert verdict.reason.id == "token_scope_missing"


def test_who_shows_no_token_is_told_how_to_come_by_one():
    verdict = access.may_use(None, "read", at=day(2), shown=False)

    assert verdict.reason.id == "token_needed"


def test_a_token_opens_nothing_after_its_last_day():
    token = a_token(a_person(), days=7, at=day(1)).token

    on_the_last = access.may_use(token, "read", at=day(8))
    afterwards = access.may_use(token, "read", at=day(9))

    assert on_the_last
    assert afterwards.reason.id == "token_unknown"


@pytest.mark.parametrize("code", ["", "commonweal_", "commonweal_ABC", "ABC", "\x00"])
def test_what_is_no_token_is_not_found(code):
    assert queries.token_by_code(code) is None


def test_the_code_itself_is_kept_nowhere():
    made = a_token(a_person())

    kept = Token.objects.values().get()

    assert made.code.removeprefix("commonweal_") not in str(kept)


def test_a_token_is_told_to_its_owner_without_what_checks_it():
    asha = a_person()
    a_token(asha)

    told = people.held_about(asha, at=day(2))["tokens.token"]

    assert [one["name"] for one in told] == ["Calendar"]
    assert "code_digest" not in told[0]


def test_a_token_made_before_the_address_was_shown_to_be_theirs_ends_with_that():
    member = a_member(an_institution())
    made = a_token(member.person)

    owner = confirmed(member).person

    assert queries.token_by_code(made.code) is None
    assert not queries.tokens_of(owner, at=day(2))


def test_whoever_signs_out_everywhere_closes_the_doors_of_programs_too():
    asha = a_person()
    made = a_token(asha)

    people_actions.end_sign_ins(asha)

    assert queries.token_by_code(made.code) is None


@pytest.mark.parametrize(
    ("scopes", "days", "reason"),
    [
        ([], 30, "token_scopes_unknown"),
        (["everything"], 30, "token_scopes_unknown"),
        (["read"], 0, "token_days_out_of_range"),
        (["read"], 366, "token_days_out_of_range"),
    ],
)
def test_no_token_is_made_for_nothing_or_for_ever(scopes, days, reason):
    with pytest.raises(Refused) as refusal:
        a_token(a_person(), scopes=scopes, days=days)

    assert refusal.value.verdict.id == reason


def test_nobody_has_more_tokens_than_they_keep_in_mind():
    asha = a_person()
    for _ in range(access.MOST_TOKENS):
        a_token(asha)

    with pytest.raises(Refused) as refusal:
        a_token(asha)

    assert refusal.value.verdict.id == "too_many_tokens"


def test_only_the_day_of_the_last_use_is_kept():
    token = a_token(a_person()).token

    actions.note_use(token, at=day(3, hour=9))
    actions.note_use(token, at=day(3, hour=21))

    token.refresh_from_db()
    assert token.used_on == day(3).date()


def test_nobody_ends_the_token_of_another():
    token = a_token(a_person("Asha")).token

    actions.end_token(a_person("Ben"), token.pk)

    assert Token.objects.filter(pk=token.pk).exists()


def test_an_ended_token_is_forgotten():
    asha = a_person()
    first, second = a_token(asha).token, a_token(asha).token

    actions.end_token(asha, first.pk)
    left = list(Token.objects.all())
    actions.end_all_tokens(asha)

    assert left == [second]
    assert not Token.objects.exists()


def test_what_is_over_is_forgotten_and_forgetting_twice_changes_nothing():
    asha = a_person()
    a_token(asha, days=7, at=day(1))
    kept = a_token(asha, days=30, at=day(1)).token

    for _ in range(2):
        duties.forget_old_tokens(day(8) + timedelta(days=1))

    assert list(Token.objects.all()) == [kept]
