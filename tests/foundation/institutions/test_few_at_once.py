"""Members who vouch together do not take the places of others, one after another."""

from dataclasses import replace
from uuid import uuid4

import pytest

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.access.offices import holds
from commonweal.foundation.institutions.actions import (
    by_decision,
    confirming,
    inviting,
    joining,
    recovering,
)
from commonweal.foundation.institutions.models import Member, Recovery
from commonweal.foundation.institutions.queries.recovering import (
    doubtable_by,
    recoveries,
)
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.foundation.language import say
from commonweal.foundation.people.queries import letters
from commonweal.rules.recovery.terms import Recovery as Terms
from commonweal.rules.verdict import Refused
from tests.builders import (
    a_charter,
    a_member,
    a_person,
    an_institution,
    confirmed,
    day,
    founder_of,
)
from tests.capabilities.decisions import given

pytestmark = pytest.mark.django_db

BEGUN, READY = day(40), day(47)
NAMES = ("Chidi", "Dolores", "Emre", "Farah", "Gul", "Hana", "Ines", "Jo")


@pytest.fixture
def union():
    charter = replace(a_charter(), recovery=Terms(2, 7, 30))
    return an_institution(charter=charter)


@pytest.fixture
def ben(union):
    """Give a member whose place others are after."""
    return a_member(union, "Ben")


@pytest.fixture
def others(union):
    """Give eight who all know one another, the first five of whom vouch here."""
    there = [a_member(union, name) for name in NAMES]
    for one, other in zip(there, [*there[1:], there[0]], strict=True):
        confirming.confirm(one, by=other, at=day(0))
    return there


def vouched(lost: Member, *by: Member, at=BEGUN) -> Recovery:
    for one in by:
        recovery = recovering.vouch(lost, by=one, at=at)
    return recovery


def came_back(recovery: Recovery, *by: Member, at=READY) -> Member:
    """Let somebody new sit down in the place, with a half of each."""
    halves = [recovering.print_half(recovery, by=one, at=at) for one in by]
    first, second = halves
    return recovering.come_back(first, second, person=a_person("Eve", at=at), at=at)


def test_who_vouches_does_so_for_one_member_at_a_time(union, ben, others):
    chidi, dolores, emre, *_ = others
    vouched(ben, chidi, dolores)

    for voucher in (chidi, dolores):
        with pytest.raises(Refused, match="vouches_for_another"):
            recovering.vouch(emre, by=voucher, at=day(41))

    assert Recovery.objects.count() == 1


def test_and_for_the_next_once_others_know_whoever_came_back(ben, others):
    chidi, dolores, emre, farah, *_ = others
    back = came_back(vouched(ben, chidi, dolores), chidi, dolores)
    with pytest.raises(Refused, match="vouches_for_another"):
        recovering.vouch(emre, by=chidi, at=day(48))

    confirming.confirm(back, by=farah, at=day(49))

    assert recovering.vouch(emre, by=chidi, at=day(49)).vouches.count() == 1


def test_nor_does_it_help_to_leave_the_place_that_was_taken(ben, others):
    chidi, dolores, emre, *_ = others
    back = came_back(vouched(ben, chidi, dolores), chidi, dolores)

    joining.leave(back, at=day(48))

    with pytest.raises(Refused, match="vouches_for_another"):
        recovering.vouch(emre, by=dolores, at=day(49))


def test_few_are_let_back_in_at_once_in_an_institution(union, ben, others):
    chidi, dolores, emre, farah, gul, _hana, ines, jo = others
    asha = founder_of(union)
    vouched(ben, chidi, dolores)
    came_back(vouched(jo, emre, farah), emre, farah)
    recovering.vouch(asha, by=gul, at=day(48))

    with pytest.raises(Refused, match="enough_come_back_now"):
        recovering.vouch(asha, by=ines, at=day(48))

    recovering.stop(Recovery.objects.get(member=ben), by=ben, at=day(48))
    assert recovering.vouch(asha, by=ines, at=day(48)).vouches.count() == 2


def test_any_member_who_did_not_vouch_has_it_paused_and_others_have_to(ben, others):
    chidi, dolores, emre, farah, gul, *_ = others
    recovery = vouched(ben, chidi, dolores)
    early = [recovering.print_half(recovery, by=one, at=READY) for one in others[:2]]

    recovering.pause(recovery, by=emre, reason="Ben is at home, I met him.", at=READY)

    with pytest.raises(Refused, match="too_few_vouched"):
        recovering.come_back(*early, person=a_person(at=READY), at=READY)
    vouched(ben, farah, gul, at=day(48))
    with pytest.raises(Refused, match="recovery_waits"):
        recovering.come_back(*early, person=a_person(at=day(54)), at=day(54))
    with pytest.raises(Refused, match="halves_unknown"):
        recovering.come_back(*early, person=a_person(at=day(55)), at=day(55))
    recovery.refresh_from_db()
    assert came_back(recovery, farah, gul, at=day(55)) == ben


def test_a_pause_says_who_and_why_and_whoever_it_is_about_is_written_to(
    union, ben, others
):
    ben = confirmed(ben)
    recovery = vouched(ben, *others[:2])

    recovering.pause(recovery, by=others[2], reason="I met \n him.", at=day(41))

    [seen] = recoveries(union, at=day(41))
    assert (seen.paused_by, seen.why) == ("Emre", "I met him.")
    assert (seen.count, seen.needed) == (0, 2)
    assert any("doubts that it is you" in one.body for one in letters())
    line = Line.objects.get(deed="paused_recovery")
    names = {one.pk: one.name for one in (ben, others[2])}
    told = say(journal.deed_sentence(line, names, hidden=frozenset()))
    assert told.startswith("Emre had it paused that Ben is let back in: “I met him.”")
    assert journal.verify(union) == journal.compared(union) == ()


def test_who_pauses_and_who_does_not(union, ben, others):
    chidi, dolores, emre, *_ = others
    recovery = vouched(ben, chidi, dolores)
    made = inviting.invite_by_link(union, by=founder_of(union), most=9, at=day(39))
    person = a_person("Late", at=day(39))
    late = joining.join(made.code, person=person, name="Late", at=day(39))

    for who, why in (
        (None, "members_only"),
        (ben, "stop_it_yourself"),
        (chidi, "vouchers_pause_nothing"),
        (late, "not_confirmed_yet"),
    ):
        with pytest.raises(Refused, match=why):
            recovering.pause(recovery, by=who, reason="So.", at=day(41))
    with pytest.raises(Refused, match="reason_to_pause_missing"):
        recovering.pause(recovery, by=emre, reason=" \n", at=day(41))

    recovering.pause(recovery, by=emre, reason="So.", at=day(41))
    with pytest.raises(Refused, match="paused_before"):
        recovering.pause(recovery, by=emre, reason="So.", at=day(42))


def test_one_member_keeps_nobody_out_where_all_others_vouched():
    charter = replace(a_charter(), recovery=Terms(2, 7, 30))
    house = an_institution(charter=charter)
    asha, ben = founder_of(house), a_member(house, "Ben")
    chidi, dolores = a_member(house, "Chidi"), a_member(house, "Dolores")
    confirming.confirm(chidi, by=dolores, at=day(0))
    recovery = vouched(ben, asha, chidi)

    recovering.pause(recovery, by=dolores, reason="I have doubts.", at=day(44))

    recovery.refresh_from_db()
    with pytest.raises(Refused, match="recovery_waits"):
        recovering.print_half(recovery, by=asha, at=day(50))
    assert came_back(recovery, asha, chidi, at=day(51)) == ben


def test_a_place_given_back_counts_in_no_vote_until_others_know_who_has_it(
    union, ben, others
):
    chidi, dolores, *_ = others
    office = queries.charter_in_force(union, at=READY).offices[0].id
    terms = {"office": office, "holders": [str(ben.pk)]}
    by_decision.fill_office(union, terms=terms, decision=uuid4(), at=day(30))
    back = came_back(vouched(ben, chidi, dolores), chidi, dolores)

    charter = queries.charter_in_force(union, at=READY)

    assert not back.counts(READY)
    assert back not in queries.those_who_count(union, at=READY)
    verdict = access.has_right(back, charter, "vote", at=READY)
    assert verdict.reason.id == "place_not_known_anew"
    assert not holds(back, office, at=READY)
    proposal = given.a_proposal(union, others[:3], at=day(48))
    assert not given.voting(proposal).roll.entries.filter(member=back).exists()


def test_those_who_vouched_do_not_say_that_they_know_whoever_came(union, ben, others):
    chidi, dolores, emre, *_ = others
    back = came_back(vouched(ben, chidi, dolores), chidi, dolores)

    for who, why in (
        (chidi, "others_than_vouchers"),
        (back, "confirming_oneself"),
        (a_member(union, "New", at=day(40)), "voucher_is_new"),
    ):
        with pytest.raises(Refused, match=why):
            confirming.confirm(back, by=who, at=day(48))

    known = confirming.confirm(back, by=emre, at=day(48))
    assert known.counts(day(48))
    assert not known.counts(READY)
    assert Line.objects.filter(deed="knew_again", about_id=ben.pk).count() == 1
    assert journal.verify(union) == journal.compared(union) == ()


def test_a_word_that_adds_nothing_to_those_who_vouched_is_none(union, ben):
    """Whoever came by one link and is known to nobody is not somebody of their own."""
    asha, chidi, dolores = founder_of(union), *(a_member(union) for _ in range(2))
    confirming.confirm(chidi, by=dolores, at=day(0))
    made = inviting.invite_by_link(union, by=asha, most=9, at=day(0))
    eve, eva = (
        joining.join(made.code, person=a_person(name, at=day(0)), name=name, at=day(0))
        for name in ("Eve", "Eva")
    )
    back = came_back(vouched(ben, chidi, eve), chidi, eve)

    with pytest.raises(Refused, match="voucher_depends"):
        confirming.confirm(back, by=eva, at=day(48))


def test_what_members_said_of_somebody_says_nothing_of_who_has_the_place(ben, others):
    chidi, dolores, emre, farah, *_ = others
    confirming.confirm(ben, by=emre, at=day(1))
    back = came_back(vouched(ben, chidi, dolores), chidi, dolores)

    before = access.origins_of(back.institution, [back.pk])[back.pk].known_to
    confirming.confirm(back, by=farah, at=day(48))

    after = access.origins_of(back.institution, [back.pk])[back.pk].known_to
    assert (before, after) == (frozenset(), {str(farah.pk)})


def test_where_there_is_nobody_else_two_of_three_let_in_the_third():
    charter = replace(a_charter(), recovery=Terms(2, 7, 30))
    house = an_institution(charter=charter)
    asha, ben, chidi = founder_of(house), a_member(house, "Ben"), a_member(house, "Chi")
    for one, other in ((chidi, ben), (ben, chidi)):
        confirming.confirm(one, by=other, at=day(0))

    back = came_back(vouched(ben, asha, chidi), asha, chidi)

    assert back.counts(READY)
    assert journal.compared(house) == ()


def test_all_others_are_told_at_home_who_is_being_let_back_in(ben, others):
    chidi, dolores, emre, *_ = others
    recovery = vouched(ben, chidi)
    assert doubtable_by(emre, at=day(41)) == ()

    vouched(ben, dolores)

    assert doubtable_by(emre, at=day(41)) == (recovery,)
    assert doubtable_by(chidi, at=day(41)) == doubtable_by(ben, at=day(41)) == ()
