"""Minutes after the assembly: put right, sent out, each deed held by the journal."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import duties, queries
from commonweal.capabilities.assemblies.access import MINUTES_DAYS
from commonweal.capabilities.assemblies.actions import OnMinutes, write_minutes
from commonweal.capabilities.assemblies.models import MinutesDeed
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.language import say
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, confirmed, founder_of
from tests.capabilities.assemblies.given import (
    an_open_assembly,
    did,
    letters,
    lines,
    now,
)

pytestmark = pytest.mark.django_db
OPENED, HALL = 5, 6
DAY = 24 * 60


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return confirmed(founder_of(union))


@pytest.fixture
def ben(union):
    return confirmed(a_member(union, "Ben"))


@pytest.fixture
def chidi(union):
    return confirmed(a_member(union, "Chidi"))


@pytest.fixture
def row(asha, ben, chidi):
    """Give an assembly that is over, whose minutes Asha took; Chidi stayed away."""
    row = an_open_assembly(asha, ben)
    did(row, "turn_to", asha, item="1", minute=1)
    return did(row, "close", asha, minute=30)


def wrote(row, name, by, *, minute=60, **more):
    at = row.opens_at + timedelta(minutes=minute)
    return write_minutes(row, OnMinutes(name, **more), by=by, at=at)


def kept(row, *, minute=600):
    return queries.kept(now(row, minute=minute))


def refusal(row, name, by, **more):
    with pytest.raises(Refused) as no:
        wrote(row, name, by, **more)
    return no.value.verdict.reason.id


def beside(row, line):
    found = kept(row).line(line)
    return [(say(one.says), one.words) for one in found.beside]


def line_of(row, words):
    return next(one.number for one in kept(row).lines if words in say(one.words))


def needs(member, at):
    memberships = institutions.memberships_of(member.person, at=at)
    return [one.kind for one in queries.needs_after(memberships, at=at)]


# ---- putting lines right


def test_words_stand_beside_the_line_and_the_line_stays(row, asha):
    hall = line_of(row, "The hall")
    drafted = queries.minutes_of(now(row))

    wrote(row, "correct", asha, line=hall, words="It was the small hall.")

    [(says, words)] = beside(row, hall)
    assert says.startswith("Put right by Asha, ")
    assert words == "It was the small hall."
    assert queries.minutes_of(now(row)) == drafted


def test_whoever_was_away_proposes_and_whoever_took_minutes_takes_it(row, asha, chidi):
    wrote(row, "propose", chidi, words="I was there from nine on.")

    assert refusal(row, "take", chidi, answers=1) == "only_who_took_minutes"
    wrote(row, "take", asha, answers=1)

    [(says, _)] = beside(row, 0)
    assert says.startswith("Proposed by Chidi, ")
    assert says.endswith(", and taken by Asha")


def test_what_is_left_to_the_next_assembly_says_so(row, asha, chidi):
    wrote(row, "propose", chidi, words="I was there from nine on.")
    wrote(row, "refer", asha, answers=1)

    [(says, _)] = beside(row, 0)
    assert says.endswith("The next assembly is to answer.")


def test_what_was_taken_back_is_gone_from_the_page(row, chidi):
    wrote(row, "propose", chidi, words="I was there from nine on.")
    wrote(row, "drop", chidi, answers=1)

    assert beside(row, 0) == []


def test_an_assembly_that_goes_on_writes_its_minutes_itself(asha, ben):
    going_on = an_open_assembly(asha, ben)

    assert refusal(going_on, "correct", asha, words="No.") == "minutes_still_write"


@pytest.mark.parametrize("name", ["approve", "room_took", "burn"])
def test_what_an_assembly_does_nobody_does_alone(row, asha, name):
    assert refusal(row, name, asha) == "deed_unknown"


def test_whoever_may_not_attend_writes_nothing(row, ben):
    ben.member_class = "guest"
    ben.save()

    assert refusal(row, "propose", ben, words="No.") == "class_has_no_right"


def test_who_has_left_is_called_so(row, ben):
    wrote(row, "propose", ben, words="It was the small hall.")
    ben.name = ""
    ben.save()

    [(says, _)] = beside(row, 0)
    assert says.startswith("Proposed by somebody who has left, ")


def test_who_was_not_there_confirms_nothing_for_those_who_were(row, ben, chidi):
    wrote(row, "confirm", chidi)
    assert kept(row).confirmed == 0

    wrote(row, "confirm", ben)

    assert kept(row).confirmed == 1
    assert refusal(row, "confirm", ben, words="Unseen.") == "no_words_for_this"


# ---- sending them out


def test_all_members_are_told_once_with_nothing_that_was_said(union, row, asha, ben):
    wrote(row, "send_out", asha)

    told = [one for one in letters() if "the minutes" in one.subject]
    [line] = lines(union, "sent_out_minutes")
    assert line.facts["letters"] == len(told) == 3
    assert all(f"/assemblies/{row.number}/minutes/" in one.body for one in told)
    assert not any("hall" in one.body.lower().split("http")[0] for one in told)
    assert refusal(row, "send_out", asha) == "minutes_are_out"
    assert refusal(row, "send_out", ben) == "only_who_took_minutes"
    assert kept(row).stage == "out"


def test_minutes_that_nobody_sends_go_out_by_themselves(union, row):
    due = row.opens_at + timedelta(days=MINUTES_DAYS, hours=2)

    assert not duties.send_out_minutes(due - timedelta(hours=3))
    assert duties.send_out_minutes(due)
    assert not duties.send_out_minutes(due + timedelta(days=1))

    [line] = lines(union, "sent_out_minutes")
    assert line.by is None
    assert kept(row, minute=10 * DAY).stage == "out"
    assert len([one for one in letters() if "the minutes" in one.subject]) == 3


def test_what_was_sent_in_time_is_not_sent_again(row, asha):
    wrote(row, "send_out", asha)

    assert not duties.send_out_minutes(row.opens_at + timedelta(days=30))


# ---- what needs me


def test_it_needs_who_took_them_and_then_those_who_have_not_spoken(
    row, asha, ben, chidi
):
    hour = timedelta(hours=1)
    assert needs(asha, row.opens_at + hour) == ["send_minutes"]
    assert needs(ben, row.opens_at + hour) == []

    wrote(row, "send_out", asha)

    assert needs(asha, row.opens_at + 2 * hour) == []
    assert needs(ben, row.opens_at + 2 * hour) == ["read_minutes"]
    wrote(row, "confirm", ben, minute=130)
    wrote(row, "propose", chidi, minute=140, words="I was there.")
    assert needs(ben, row.opens_at + 3 * hour) == []
    assert needs(chidi, row.opens_at + 3 * hour) == []
    assert len(kept(row).now.confirmed) == 1


def test_minutes_nobody_approves_do_not_wait_for_ever(row, asha, ben):
    wrote(row, "send_out", asha)

    assert needs(ben, row.opens_at + timedelta(days=90)) == []


# ---- the journal


def test_every_deed_on_minutes_is_held(union, row, asha, ben):
    wrote(row, "propose", ben, words="It was the small hall.")
    wrote(row, "take", asha, answers=1)
    assert journal.comparison(union) == ((), ())

    MinutesDeed.objects.filter(number=1).update(words="It was the great hall.")

    assert "journal_row_differs" in {one.id for one in journal.compared(union)}


def test_the_journal_says_who_worked_on_them_and_no_more(union, row, ben):
    wrote(row, "propose", ben, words="It was the small hall.")

    [line] = lines(union, "wrote_minutes")
    assert "hall" not in str(line.facts)
    assert set(line.facts) == {"number", "held"}
