"""What the operator does in the last resort: seen by all, for a time, with a reason."""

import pytest

from commonweal.foundation.institutions import access as institutions
from commonweal.foundation.institutions.actions import inviting, joining
from commonweal.foundation.institutions.queries import (
    charter_in_force,
    public_institutions,
)
from commonweal.foundation.threads import access, actions, queries
from commonweal.foundation.threads.models import LastResort
from commonweal.rules.verdict import Refused
from tests.builders import a_member, a_person, day, founder_of
from tests.foundation.given import last_line, words_beside
from tests.foundation.threads.given import (
    a_post,
    appealed,
    hidden,
    is_hidden,
    reported,
    words_of,
)

pytestmark = pytest.mark.django_db
LAW = actions.Ground("law", "A court ordered it.", 30)
ATTACK = actions.Ground("attack", "Robots write here.", 30)


def taken_down(union, post, *, at=None, ground=LAW):
    said = words_of(post)
    return actions.hide_in_last_resort(union, said, ground=ground, at=at or day(2))


def frozen(union, *, at=None):
    return actions.stop_in_last_resort(union, "writing", ground=ATTACK, at=at or day(2))


def test_words_taken_down_say_why_and_come_back_by_themselves_on_the_date(union, post):
    measure = taken_down(union, post)

    assert measure.ends_at == day(32)
    assert not is_hidden(post, at=day(1))
    assert is_hidden(post, at=day(31))
    assert not is_hidden(post, at=day(32))
    found = queries.hidden_words(union, [post.pk], at=day(2))[post.pk]
    told = queries.told(found, charter_in_force(union, at=day(2)), at=day(2))
    assert [one.id for one in told] == ["last_resort_words", "last_resort_until"]
    assert told[0].facts["reason"] == "A court ordered it."


def test_the_journal_says_that_it_was_the_operator_and_why(union, post):
    taken_down(union, post)

    line = last_line(union)
    assert (line.deed, line.by) == ("took_last_resort_words", None)
    assert words_beside(line) == {"reason": "A court ordered it."}
    assert line.facts["until"] == {"moment": day(32).isoformat()}


def test_no_steward_and_no_appeal_undoes_it_because_all_members_decide(
    union, people, post
):
    measure = taken_down(union, post)
    hiding, charter = measure.hiding, charter_in_force(union, at=day(3))

    with pytest.raises(Refused) as appeal:
        appealed(hiding, post, people["hugo"], at=day(3))
    shows = access.may_show_again(
        people["samir"], charter, words_of(post), hiding, at=day(3)
    )

    assert appeal.value.verdict.id == "members_review_it"
    assert shows.id == "members_review_it"


@pytest.mark.parametrize(
    ("ground", "why"),
    [
        (actions.Ground("hurts", "I dislike it.", 30), "last_resort_ground"),
        (actions.Ground("law", "A court.", 61), "last_resort_days"),
        (actions.Ground("law", "A court.", 0), "last_resort_days"),
        (actions.Ground("law", "  ", 30), "reason_missing"),
    ],
)
def test_it_needs_a_ground_a_reason_and_an_end(union, post, ground, why):
    with pytest.raises(Refused) as refused:
        taken_down(union, post, ground=ground)

    assert refused.value.verdict.id == why
    assert queries.last_resorts(union) == ()


def test_what_is_hidden_already_is_not_hidden_again(union, people, post):
    reported(post, people["rosa"], at=day(1))
    hidden(post, people["samir"], at=day(1))

    with pytest.raises(Refused) as refused:
        taken_down(union, post)

    assert refused.value.verdict.id == "already_hidden"


def test_the_operator_can_lift_it_before_its_date_and_says_why(union, post):
    measure = taken_down(union, post)

    actions.lift_last_resort(measure, reason="The order was lifted.", at=day(5))

    assert is_hidden(post, at=day(4))
    assert not is_hidden(post, at=day(5))
    assert last_line(union).deed == "lifted_last_resort"
    with pytest.raises(Refused):
        actions.lift_last_resort(measure, reason="Again.", at=day(6))


def test_a_frozen_institution_takes_no_new_words_and_no_new_members(union, people):
    frozen(union)
    rosa = people["rosa"]
    rosa.institution.refresh_from_db()

    with pytest.raises(Refused) as said:
        a_post(rosa, at=day(3))
    with pytest.raises(Refused) as invited:
        a_member(union, "Ada", at=day(3))

    assert said.value.verdict.id == invited.value.verdict.id == "institution_frozen"
    assert a_post(rosa, at=day(32)).text == "Rosa lies."


def test_an_invitation_that_went_out_before_waits_until_the_freeze_is_over(union):
    sheet = inviting.invite_by_codes(union, by=founder_of(union), count=1, at=day(1))
    frozen(union)

    with pytest.raises(Refused) as refused:
        joining.join(sheet.codes[0], person=a_person(), name="Ada", at=day(3))

    assert refused.value.verdict.id == "institution_frozen"


def test_a_freeze_takes_nobody_the_vote_support_or_the_way_out(union, people):
    frozen(union)
    rosa = people["rosa"]
    rosa.institution.refresh_from_db()
    charter = charter_in_force(union, at=day(3))

    for right in ("vote", "support", "stand", "attend"):
        verdict = institutions.has_right(rosa, charter, right, at=day(3))
        assert verdict or verdict.id != "institution_frozen"
    joining.leave(rosa, at=day(3))

    rosa.refresh_from_db()
    assert rosa.left_at == day(3)


def test_a_hidden_face_shows_strangers_the_reason_and_members_everything(union, people):
    actions.stop_in_last_resort(union, "face", ground=LAW, at=day(2))
    union.refresh_from_db()

    stranger = access.may_enter(None, union, at=day(3))
    member = access.may_enter(people["rosa"], union, at=day(3))

    assert (stranger.id, bool(member)) == ("face_hidden", True)
    assert stranger.reason.facts["reason"] == "A court ordered it."
    assert union not in [one.institution for one in public_institutions(at=day(3))]
    assert access.may_enter(None, union, at=day(32))


def test_the_same_thing_is_not_stopped_twice_at_once(union):
    frozen(union)

    with pytest.raises(Refused) as refused:
        frozen(union, at=day(3))

    assert refused.value.verdict.id == "last_resort_is_in_force"


def rejected_by_members(measure, *, at):
    """Let members have said, in the review, that it should not stand."""
    LastResort.objects.filter(pk=measure.pk).update(
        outcome="rejected", settled_at=at, ends_at=at
    )


def test_what_members_rejected_is_not_stopped_again_for_a_season(union):
    rejected_by_members(frozen(union), at=day(5))

    with pytest.raises(Refused, match="members_rejected_it"):
        frozen(union, at=day(5 + access.last_resort.DAYS_OF_REST - 1))

    assert frozen(union, at=day(5 + access.last_resort.DAYS_OF_REST))


def test_words_that_members_wanted_back_are_not_hidden_again_for_a_season(union, post):
    measure = taken_down(union, post)
    actions.lift_last_resort(measure, reason="The members said no.", at=day(5))
    rejected_by_members(measure, at=day(5))

    with pytest.raises(Refused, match="members_rejected_it"):
        taken_down(union, post, at=day(6))


@pytest.mark.parametrize("days", [1, 29])
def test_what_the_operator_lifted_rests_like_what_members_rejected(union, days):
    measure = frozen(union)
    ended = day(2 + days)
    actions.lift_last_resort(measure, reason="Just before the vote ends.", at=ended)

    with pytest.raises(Refused, match="last_resort_rests"):
        frozen(union, at=day(2 + days + access.last_resort.DAYS_OF_REST - 1))

    assert frozen(union, at=day(2 + days + access.last_resort.DAYS_OF_REST))


def test_what_ran_out_rests_too_before_it_is_done_again(union):
    measure = frozen(union)
    actions.let_run_out(measure)

    with pytest.raises(Refused, match="last_resort_rests"):
        frozen(union, at=day(33))

    assert frozen(union, at=day(32 + access.last_resort.DAYS_OF_REST))


def test_all_freezes_of_a_year_together_have_an_end(union):
    for start, days in ((2, 45), (140, 30)):
        ground = actions.Ground("attack", "Robots write here.", days)
        measure = actions.stop_in_last_resort(
            union, "writing", ground=ground, at=day(start)
        )
        actions.let_run_out(measure)

    with pytest.raises(Refused) as refused:
        frozen(union, at=day(260))

    assert refused.value.verdict.id == "last_resort_days_of_year"
    assert refused.value.verdict.reason.facts == {"most": 90, "left": 15}
    assert frozen(union, at=day(2 + 45 + 365))


def test_what_members_let_stand_uses_up_no_days_of_the_year(union):
    measure = frozen(union)
    LastResort.objects.filter(pk=measure.pk).update(
        outcome="stands", settled_at=day(20), ends_at=day(20 + 365)
    )

    again = frozen(union, at=day(20 + 365))

    assert again.ends_at == day(20 + 365 + 30)
