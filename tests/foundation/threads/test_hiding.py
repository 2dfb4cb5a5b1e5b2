"""Reports and hiding with a reason: by members, among members."""

from dataclasses import replace

import pytest

from commonweal.foundation.institutions.queries import memberships_of
from commonweal.foundation.threads import actions, queries
from commonweal.foundation.threads.models import Hiding, Report
from commonweal.rules.moderation.terms import Moderation
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.foundation.given import last_line, words_beside
from tests.foundation.threads.given import (
    TERMS,
    a_post,
    a_union,
    hidden,
    is_hidden,
    reported,
    stewards,
    words_of,
)

pytestmark = pytest.mark.django_db


def test_a_report_reaches_the_stewards_and_names_nobody_in_the_journal(
    union, people, post
):
    reported(post, people["rosa"], at=day(2))

    [matter] = queries.reports_to_answer(union)
    assert (matter.said.text, matter.since) == ("Rosa lies.", day(2))
    line = last_line(union)
    assert (line.deed, line.by, words_beside(line)) == ("reported_words", None, {})
    assert str(people["rosa"].pk) not in str(line.facts)


def test_what_is_hidden_says_why_by_which_office_and_until_when_to_appeal(
    union, people, post
):
    reported(post, people["rosa"], at=day(2))

    hidden(post, people["samir"], at=day(3))

    found = queries.hidden_words(union, [post.pk], at=day(3))[post.pk]
    assert found.reason == "It insults a neighbour."
    assert (found.office, found.hidden_by) == ("steward", people["samir"])
    assert found.appeal_until == day(17)
    assert not is_hidden(post, at=day(2))
    line = last_line(union)
    assert (line.deed, line.by) == ("hid_words", people["samir"].pk)
    assert line.facts["office"] == "steward"
    assert words_beside(line) == {"reason": "It insults a neighbour."}


def test_where_the_charter_keeps_it_to_the_office_the_journal_names_nobody():
    union = a_union(replace(TERMS, named=False))
    asha, ben, chidi = (a_member(union, name) for name in ("Asha", "Ben", "Chidi"))
    stewards(union, ben, chidi)
    post = a_post(asha)
    reported(post, founder_of(union), at=day(2))

    hidden(post, ben, at=day(3))

    line = last_line(union)
    assert (line.deed, line.by, line.facts["office"]) == ("hid_words", None, "steward")


def test_an_answered_report_forgets_who_made_it_and_its_words(people, post):
    reported(post, people["rosa"], at=day(2))

    hidden(post, people["samir"], at=day(3))

    [kept] = Report.objects.all()
    assert (kept.reporter, kept.words, kept.answered_at) == (None, "", day(3))


def test_reported_words_can_be_left_standing_with_a_reason(union, people, post):
    reported(post, people["rosa"], at=day(2))

    actions.leave_standing(
        words_of(post),
        institution=union,
        by=people["samir"],
        reason="It is hard, and no insult.",
        at=day(3),
    )

    assert not is_hidden(post, at=day(3))
    assert queries.reports_to_answer(union) == ()
    line = last_line(union)
    assert (line.deed, line.by) == ("left_words_standing", people["samir"].pk)
    assert words_beside(line) == {"reason": "It is hard, and no insult."}


def test_only_stewards_decide_and_only_what_was_reported(people, post):
    with pytest.raises(Refused, match="nothing_reported"):
        hidden(post, people["samir"], at=day(2))
    reported(post, people["rosa"], at=day(2))
    for other in (people["emre"], None):
        with pytest.raises(Refused, match=r"not_a_steward|members_only"):
            hidden(post, other, at=day(3))

    assert not Hiding.objects.exists()


def test_a_term_that_ended_decides_nothing(union, people, post):
    stewards(union, people["emre"], at=day(399))
    reported(post, people["rosa"], at=day(400))

    with pytest.raises(Refused, match="not_a_steward"):
        hidden(post, people["samir"], at=day(400))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"wrong": "ugly"}, "wrong_unknown"),
        ({"reason": " \n "}, "reason_missing"),
        ({"reason": "x" * 1_001}, "text_too_long"),
    ],
)
def test_hiding_needs_a_reason_that_is_one(union, people, post, changed, why):
    reported(post, people["rosa"], at=day(2))
    told = {"wrong": "hurts", "reason": "It insults."} | changed

    with pytest.raises(Refused, match=why):
        actions.hide(
            words_of(post), institution=union, by=people["samir"], at=day(3), **told
        )


def test_a_report_is_made_once_and_not_of_own_or_hidden_words(people, post):
    reported(post, people["rosa"], at=day(2))

    with pytest.raises(Refused, match="already_reported"):
        reported(post, people["rosa"], at=day(3))
    with pytest.raises(Refused, match="report_own_words"):
        reported(post, people["hugo"], at=day(3))
    reported(post, people["emre"], at=day(3))
    hidden(post, people["samir"], at=day(4))
    with pytest.raises(Refused, match="already_hidden"):
        reported(post, people["rosa"], at=day(5))


def test_without_an_office_for_it_nothing_is_reported():
    union = a_union(Moderation())
    post = a_post(founder_of(union))

    with pytest.raises(Refused, match="nobody_looks_at_reports"):
        reported(post, a_member(union, "Ben"), at=day(2))


def test_nobody_buries_the_stewards_under_reports(people):
    for _number in range(20):
        reported(a_post(people["hugo"]), people["rosa"], at=day(2))

    with pytest.raises(Refused, match="too_many_reports"):
        reported(a_post(people["hugo"]), people["rosa"], at=day(2))
    for _number in range(50):
        reported(a_post(people["hugo"]), None, at=day(2))
    with pytest.raises(Refused, match="too_many_reports"):
        reported(a_post(people["hugo"]), None, at=day(2))
    reported(a_post(people["hugo"]), people["emre"], at=day(2))


def test_what_is_taken_back_needs_no_decision(union, people, post):
    reported(post, people["rosa"], at=day(2))

    actions.take_back(post, by=people["hugo"], at=day(3))

    assert queries.reports_to_answer(union) == ()
    assert Report.objects.get().reporter is None


def test_what_cannot_wait_comes_first_to_those_who_may_decide_it(union, people):
    first, second = a_post(people["hugo"]), a_post(people["samir"])
    reported(first, people["rosa"], at=day(2))
    reported(second, people["rosa"], at=day(3), urgent=True)

    needs = {
        name: [
            (one.kind, one.said.id)
            for one in queries.steward_needs(
                memberships_of(people[name].person, at=day(4)), at=day(4)
            )
        ]
        for name in ("samir", "halima", "rosa")
    }

    assert needs["halima"] == [("report", second.pk), ("report", first.pk)]
    assert needs["samir"] == [("report", first.pk)]
    assert needs["rosa"] == []


def test_words_of_another_institution_are_not_found(union, post):
    other = an_institution()

    assert queries.said_at(other, "post", post.pk) is None
    assert queries.said_at(union, "no_such_place", post.pk) is None
    assert queries.said_at(union, "statement", post.pk) is None
