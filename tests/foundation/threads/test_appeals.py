"""Contradicting: appeals, undoing, and words that come back by themselves."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.foundation import duties
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.threads import actions, queries
from commonweal.rules.verdict import Refused
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.foundation.given import last_line
from tests.foundation.threads.given import (
    TERMS,
    a_post,
    a_union,
    appealed,
    hidden,
    is_hidden,
    reported,
    stewards,
    words_of,
)

pytestmark = pytest.mark.django_db


A_MOMENT = timedelta(microseconds=1)


def test_nobody_judges_their_own_words_report_quarrel_hiding_or_appeal(union, people):
    samir, halima, rosa = people["samir"], people["halima"], people["rosa"]
    own = a_post(samir)
    reported(own, rosa, at=day(2))
    with pytest.raises(Refused, match="judges_own_words"):
        hidden(own, samir, at=day(3))

    foreign = a_post(people["hugo"])
    reported(foreign, samir, at=day(2))
    with pytest.raises(Refused, match="judges_own_report"):
        hidden(foreign, samir, at=day(3))

    answer = a_post(people["hugo"], answers=own)
    reported(answer, rosa, at=day(2))
    with pytest.raises(Refused, match="judges_own_quarrel"):
        hidden(answer, samir, at=day(3))

    hiding = hidden(answer, halima, at=day(3))
    appeal = appealed(hiding, answer, people["hugo"], at=day(4))
    with pytest.raises(Refused, match="judges_own_hiding"):
        _answered(appeal, answer, halima, at=day(5))

    other = hidden(foreign, halima, at=day(3))
    own_appeal = appealed(other, foreign, samir, at=day(4))
    with pytest.raises(Refused, match="judges_own_appeal"):
        _answered(own_appeal, foreign, samir, at=day(5))


def _answered(appeal, post, by, *, at, stays_hidden=False):
    actions.answer_appeal(
        appeal,
        words_of(post),
        by=by,
        stays_hidden=stays_hidden,
        reason="We read it again.",
        at=at,
    )


def test_a_steward_undoes_a_hiding_also_their_own(union, people, post):
    reported(post, people["rosa"], at=day(2))
    hiding = hidden(post, people["samir"], at=day(3))

    actions.show_again(
        hiding, words_of(post), by=people["samir"], reason="I misread.", at=day(4)
    )

    assert is_hidden(post, at=day(3))
    assert not is_hidden(post, at=day(4))
    assert last_line(union).deed == "showed_words_again"
    with pytest.raises(Refused, match="not_hidden"):
        actions.show_again(
            hiding, words_of(post), by=people["samir"], reason="Again.", at=day(5)
        )


def test_the_author_who_is_a_steward_does_not_undo_it(people):
    post = a_post(people["samir"])
    reported(post, people["rosa"], at=day(2))
    hiding = hidden(post, people["halima"], at=day(3))

    with pytest.raises(Refused, match="judges_own_words"):
        actions.show_again(
            hiding, words_of(post), by=people["samir"], reason="Mine.", at=day(4)
        )


def test_an_appeal_that_is_won_brings_the_words_back(union, people, post):
    reported(post, people["rosa"], at=day(2))
    hiding = hidden(post, people["samir"], at=day(3))
    appeal = appealed(hiding, post, people["hugo"], at=day(4))
    assert last_line(union).by is None

    _answered(appeal, post, people["halima"], at=day(5))

    assert not is_hidden(post, at=day(5))
    line = last_line(union)
    assert (line.deed, line.by) == ("granted_appeal", people["halima"].pk)


def test_an_appeal_that_is_lost_leaves_them_hidden_for_good(people, post):
    reported(post, people["rosa"], at=day(2))
    hiding = hidden(post, people["samir"], at=day(3))
    appeal = appealed(hiding, post, people["hugo"], at=day(4))

    _answered(appeal, post, people["halima"], at=day(5), stays_hidden=True)

    assert is_hidden(post, at=day(300))
    with pytest.raises(Refused, match="already_appealed"):
        appealed(hiding, post, people["rosa"], at=day(6))
    with pytest.raises(Refused, match="appeal_is_over"):
        _answered(appeal, post, people["halima"], at=day(6))


def test_an_appeal_nobody_answers_brings_the_words_back_by_itself(union, people, post):
    reported(post, people["rosa"], at=day(2))
    hiding = hidden(post, people["samir"], at=day(3))
    appeal = appealed(hiding, post, people["hugo"], at=day(4))

    assert is_hidden(post, at=day(11) - A_MOMENT)
    assert not is_hidden(post, at=day(11))
    with pytest.raises(Refused, match="appeal_is_over"):
        _answered(appeal, post, people["halima"], at=day(11), stays_hidden=True)

    duties.settle(union, at=day(30))
    length = journal.head(union)
    duties.settle(union, at=day(31))

    line = last_line(union)
    assert (line.deed, line.at) == ("words_came_back", day(11))
    assert journal.head(union) == length
    assert journal.verify(union) == ()


def test_there_is_time_to_appeal_and_then_none(people, post):
    reported(post, people["rosa"], at=day(2))
    hiding = hidden(post, people["samir"], at=day(3))

    with pytest.raises(Refused, match="members_only"):
        appealed(hiding, post, None, at=day(4))
    with pytest.raises(Refused, match="too_late_to_appeal"):
        appealed(hiding, post, people["hugo"], at=day(17))
    appealed(hiding, post, people["emre"], at=day(17) - A_MOMENT)


def test_where_the_charter_says_so_only_the_author_appeals():
    union = a_union(replace(TERMS, appeal_by="author"))
    asha, ben, chidi = (a_member(union, name) for name in ("Asha", "Ben", "Chidi"))
    stewards(union, ben, chidi)
    post = a_post(asha)
    reported(post, founder_of(union), at=day(2))
    hiding = hidden(post, ben, at=day(3))

    with pytest.raises(Refused, match="only_the_author_appeals"):
        appealed(hiding, post, founder_of(union), at=day(4))
    appealed(hiding, post, asha, at=day(4))


def test_another_office_can_hear_the_appeals():
    charter = a_charter()
    elder = replace(charter.offices[0], id="elder")
    terms = replace(TERMS, appeal_office="elder")
    union = an_institution(
        charter=replace(charter, moderation=terms, offices=(*charter.offices, elder))
    )
    asha, ben, chidi = (a_member(union, name) for name in ("Asha", "Ben", "Chidi"))
    stewards(union, ben, founder_of(union))
    stewards(union, chidi, office="elder")
    post = a_post(asha)
    reported(post, None, at=day(2))
    hiding = hidden(post, ben, at=day(3))
    appeal = appealed(hiding, post, asha, at=day(4))

    with pytest.raises(Refused, match="not_a_steward"):
        _answered(appeal, post, founder_of(union), at=day(5))
    _answered(appeal, post, chidi, at=day(5))


def test_an_appeal_waits_for_whoever_did_not_hide_the_words(people, post):
    reported(post, people["rosa"], at=day(2))
    hiding = hidden(post, people["samir"], at=day(3))
    appealed(hiding, post, people["hugo"], at=day(4))

    for name, waits in {"samir": [], "halima": [day(11)]}.items():
        belonging = memberships_of(people[name].person, at=day(5))
        needs = queries.steward_needs(belonging, at=day(5))
        assert [one.due_at for one in needs] == waits
