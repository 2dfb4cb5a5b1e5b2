"""A way in, or a word for somebody, that no line tells of is found."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from commonweal.foundation.codes import digest
from commonweal.foundation.institutions.actions import (
    inviting,
    joining,
    recovering,
)
from commonweal.foundation.institutions.actions.bringing import Row, bring_members
from commonweal.foundation.institutions.duties import forget_recoveries
from commonweal.foundation.institutions.models import (
    Invitation,
    Recovery,
    Vouch,
)
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.rules.recovery.terms import Recovery as Terms
from tests.builders import (
    FROM_A_SHEET,
    a_charter,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)
from tests.foundation.institutions.test_recovering import (
    BEGUN,
    DAYS,
    READY,
    halves,
    vouched,
)
from tests.foundation.institutions.test_recovering import (
    ben as ben,
)
from tests.foundation.institutions.test_recovering import (
    friends as friends,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    charter = replace(a_charter(), recovery=Terms(2, DAYS, 30))
    return an_institution(charter=charter)


def found(union):
    return [one.id for one in journal.compared(union)]


def put_in(union, ben, friends):
    """Write by hand that two vouched and printed halves whose codes one knows."""
    recovery = Recovery.objects.create(
        institution=union,
        member=ben,
        needed=2,
        delay_days=DAYS,
        begun_at=BEGUN,
        ends_at=BEGUN + timedelta(days=DAYS + 30),
    )
    for friend in friends[:2]:
        Vouch.objects.create(
            institution=union,
            recovery=recovery,
            voucher=friend,
            given_at=BEGUN,
            half_digest=digest("half", f"half of {friend.name}"),
        )
    return [f"half of {friend.name}" for friend in friends[:2]]


def test_coming_back_as_it_should_be_agrees_at_every_step(union, ben, friends):
    recovery = vouched(ben, friends)
    assert found(union) == []
    printed = halves(recovery, friends)
    assert found(union) == []

    recovering.come_back(*printed, person=a_person("Ben", at=READY), at=READY)

    assert found(union) == []


def test_a_second_half_printed_instead_of_a_lost_one_agrees(union, ben, friends):
    recovery = vouched(ben, friends)
    halves(recovery, friends)
    printed = halves(recovery, friends)

    recovering.come_back(*printed, person=a_person("Ben", at=READY), at=READY)

    assert found(union) == []


def test_words_put_in_by_hand_are_found(union, ben, friends):
    put_in(union, ben, friends)

    assert found(union) == ["journal_vouch_unannounced"] * 3


def test_who_came_back_by_words_put_in_by_hand_is_found_ever_after(union, ben, friends):
    printed = put_in(union, ben, friends)

    recovering.come_back(*printed, person=a_person("Eve", at=READY), at=READY)

    assert found(union) == ["journal_came_back_alone"]


def test_halves_changed_for_others_are_found_before_and_after(union, ben, friends):
    recovery = vouched(ben, friends)
    halves(recovery, friends)
    known = ["one half", "other half"]
    for vouch, half in zip(recovery.vouches.all(), known, strict=True):
        vouch.half_digest = digest("half", half)
        vouch.save()
    assert found(union) == ["journal_vouch_unannounced"] * 2

    recovering.come_back(*known, person=a_person("Eve", at=READY), at=READY)

    assert found(union) == ["journal_came_back_alone"]


def test_days_that_were_cut_short_are_found(union, ben, friends):
    recovery = vouched(ben, friends)
    Recovery.objects.update(delay_days=0)
    assert found(union) == ["journal_vouch_unannounced"]

    printed = halves(recovery, friends, at=BEGUN)
    recovering.come_back(*printed, person=a_person("Eve", at=BEGUN), at=BEGUN)

    assert found(union) == ["journal_came_back_alone"]


def test_a_way_in_that_nobody_made_is_found(union):
    sheet = inviting.invite_by_codes(union, by=founder_of(union), count=2, at=day(1)).id
    inviting.invite_by_link(union, by=founder_of(union), at=day(1))
    place = a_member(union, "Chidi")
    assert found(union) == []
    made = Invitation.objects.filter(sheet=sheet).first()

    others = [(None, None), (None, uuid4()), (None, sheet), (place, None)]
    for place_of, of_sheet in others:
        made.pk, made.code_digest = uuid4(), uuid4().hex
        made.for_member, made.sheet = place_of, of_sheet
        made.save(force_insert=True)

        assert found(union) == ["journal_invitation_unannounced"]
        made.delete()


def test_a_way_in_that_was_taken_out_is_missed(union):
    asha = founder_of(union)
    sheet = inviting.invite_by_codes(union, by=asha, count=2, at=day(1)).id
    link = inviting.invite_by_link(union, by=asha, at=day(1)).invitation
    bring_members(union, [Row("Chidi")], origin=FROM_A_SHEET, by=asha, at=day(1))
    assert found(union) == []

    Invitation.objects.filter(sheet=sheet).first().delete()
    assert found(union) == ["journal_invitation_gone"]
    link.delete()
    assert found(union) == ["journal_invitation_gone"] * 2
    Invitation.objects.filter(for_member__isnull=False).delete()
    assert found(union) == ["journal_invitation_gone"] * 3


def test_codes_of_a_sheet_that_its_line_did_not_name_are_counted(union):
    sheet = inviting.invite_by_codes(union, by=founder_of(union), count=2, at=day(1)).id
    unnamed(union, "invited_by_codes", "sheet")
    assert found(union) == []

    Invitation.objects.filter(sheet=sheet).first().delete()

    assert found(union) == ["journal_invitation_gone"]


def unnamed(union, deed, fact):
    """Leave a fact out of lines, as an earlier version wrote them; the chain is cut."""
    for line in Line.objects.filter(institution=union, deed=deed):
        del line.facts[fact]
        line.save()


def test_a_word_for_somebody_that_was_taken_out_is_missed(union, ben, friends):
    recovery = vouched(ben, friends)
    taken = recovery.vouches.get(voucher=friends[0])

    taken.delete()
    assert found(union) == ["journal_vouch_gone"]
    recovery.delete()
    assert found(union) == ["journal_vouch_gone"] * 2


def test_a_half_that_was_wiped_out_is_missed(union, ben, friends):
    recovery = vouched(ben, friends)
    halves(recovery, friends)

    recovery.vouches.filter(voucher=friends[0]).update(half_digest=None)

    assert found(union) == ["journal_vouch_unannounced"]


def test_what_is_over_or_left_is_not_missed(union, ben, friends):
    vouched(ben, friends)
    joining.leave(friends[0], at=READY)
    assert found(union) == []

    assert forget_recoveries(day(400))

    assert found(union) == []
    [line] = Line.objects.filter(institution=union, deed="lapsed_recovery")
    assert line.at == BEGUN + timedelta(days=DAYS + 30)


def test_who_vouches_again_after_the_time_begins_anew(union, ben, friends):
    recovery = vouched(ben, friends)

    recovering.vouch(ben, by=friends[2], at=recovery.ends_at)

    assert found(union) == []
    assert Line.objects.filter(institution=union, deed="lapsed_recovery").exists()


def test_whoever_leaves_takes_the_words_for_them_along(union, ben, friends):
    vouched(ben, friends)

    joining.leave(ben, at=READY)

    assert found(union) == []


def test_words_of_before_lines_told_the_end_are_not_missed(union, ben, friends):
    vouched(ben, friends).delete()
    unnamed(union, "vouched", "ends")

    assert found(union) == []
