"""The words of a proposal change, and support is for the words that were read."""

from datetime import timedelta

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day
from tests.capabilities.decisions.given import a_draft, a_proposal, newest_words, seen

pytestmark = pytest.mark.django_db

OTHER = actions.Wording("Shall we ask for two new boilers?", "Because it is cold.")


@pytest.fixture
def union():
    return an_institution(founder="Nour")


@pytest.fixture
def tenants(union):
    return [a_member(union, name) for name in ("Asha", "Ben", "Chidi")]


@pytest.fixture
def proposal(union, tenants):
    return a_proposal(union, tenants[:2], at=day(1))


def revised(proposal, author, *, at, is_correction=False):
    return actions.revise(
        proposal,
        by=author,
        words=OTHER,
        is_correction=is_correction,
        seen=newest_words(proposal),
        at=at,
    )


def test_changed_words_ask_supporters_to_confirm(proposal, tenants):
    asha, ben, _ = tenants

    revised(proposal, asha, at=day(2))
    asked = seen(proposal, at=day(2), by=ben)
    actions.support(proposal, by=ben, at=day(3))
    confirmed = seen(proposal, at=day(3), by=ben)

    assert asked.my_support == "to_confirm"
    assert asked.stage == "amending"
    assert [one.name for one in asked.supporters] == ["Asha"]
    assert confirmed.my_support == "given"
    assert confirmed.stage == "deliberating"


def test_a_correction_keeps_support_until_a_supporter_contests_it(proposal, tenants):
    asha, ben, chidi = tenants

    revised(proposal, asha, at=day(2), is_correction=True)
    kept = seen(proposal, at=day(2), by=ben)
    with pytest.raises(Refused) as refusal:
        actions.contest_correction(proposal, by=chidi, at=day(2))
    actions.contest_correction(proposal, by=ben, at=day(3))
    contested = seen(proposal, at=day(3), by=ben)

    assert kept.my_support == "given"
    assert refusal.value.verdict.id == "only_supporters_contest"
    assert contested.my_support == "to_confirm"


def test_on_the_last_day_before_the_freeze_a_correction_counts_as_a_change(
    proposal, tenants
):
    asha, ben, _ = tenants
    freezes = seen(proposal, at=day(2)).moments.freezes_at
    late = freezes - timedelta(seconds=30)

    written = revised(proposal, asha, at=late, is_correction=True)

    view = seen(proposal, at=late, by=ben)
    assert not written.is_correction
    assert (view.my_support, view.stage) == ("to_confirm", "amending")
    assert view.moments.opens_at is None
    assert seen(proposal, at=freezes, by=ben).stage == "amending"


def test_a_day_before_the_freeze_there_is_still_time_to_contest(proposal, tenants):
    asha, ben, _ = tenants
    freezes = seen(proposal, at=day(2)).moments.freezes_at

    written = revised(
        proposal, asha, at=freezes - timedelta(days=1), is_correction=True
    )
    actions.contest_correction(proposal, by=ben, at=freezes - timedelta(seconds=1))

    assert written.is_correction
    assert seen(proposal, at=freezes, by=ben).my_support == "to_confirm"


def test_words_unconfirmed_by_the_end_do_not_come_to_a_vote(proposal, tenants):
    revised(proposal, tenants[0], at=day(2))

    assert seen(proposal, at=day(6)).stage == "seeking_support"
    assert seen(proposal, at=day(40)).stage == "lapsed"


def test_frozen_words_are_fixed(proposal, tenants):
    with pytest.raises(Refused) as refusal:
        revised(proposal, tenants[0], at=day(6))

    assert refusal.value.verdict.id == "words_are_fixed"


def test_a_draft_has_only_its_newest_words(union, tenants):
    draft = a_draft(union, tenants[0], at=day(1))

    revised(draft, tenants[0], at=day(2))
    actions.put_proposal(draft, by=tenants[0], at=day(3))

    view = seen(draft, at=day(3))
    assert [version.number for version in view.versions] == [1]
    assert view.title == OTHER.title


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (actions.Wording("  "), "title_missing"),
        (actions.Wording("\u200b\u202e"), "name_empty"),
        (actions.Wording("x" * 10_000), "name_too_long"),
        (actions.Wording("Why?", "x" * 60_000), "text_too_long"),
    ],
)
def test_words_that_cannot_be_kept_are_refused_with_the_reason(
    union, tenants, words, reason
):
    with pytest.raises(Refused) as refusal:
        actions.draft_proposal(
            union, by=tenants[0], words=words, aim=actions.Aim(), at=day(1)
        )

    assert refusal.value.verdict.id == reason


def test_the_same_words_again_change_nothing(proposal, tenants):
    same = actions.Wording("Shall we ask for a new boiler?", "Because it is cold.")

    with pytest.raises(Refused) as refusal:
        actions.revise(
            proposal,
            by=tenants[0],
            words=same,
            is_correction=False,
            seen=newest_words(proposal),
            at=day(2),
        )

    assert refusal.value.verdict.id == "words_unchanged"


def test_support_can_be_taken_back_until_the_text_is_fixed(proposal, tenants):
    ben = tenants[1]

    actions.take_back_support(proposal, by=ben, at=day(2))
    with pytest.raises(Refused) as refusal:
        actions.take_back_support(proposal, by=ben, at=day(2))

    assert seen(proposal, at=day(2), by=ben).my_support == "none"
    assert refusal.value.verdict.id == "you_do_not_support_it"
