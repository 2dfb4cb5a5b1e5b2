"""A secret vote by phone in the room: kept as secret ballots are, gone when it ends."""

from datetime import timedelta

import pytest

from commonweal import kinds
from commonweal.capabilities.assemblies import actions, duties, queries
from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.capabilities.assemblies.models import (
    AssemblyDeed,
    CheckOut,
    RoomEnvelope,
    RoomMark,
)
from commonweal.capabilities.assemblies.queries import (
    assemblies_compared,
    secretly,
    who_said,
)
from commonweal.foundation.journal.models import Line
from commonweal.foundation.keys import store
from commonweal.rules.charters.parse import parse
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.circles import minuted
from tests.capabilities.assemblies.given import a_calling, did, now

pytestmark = pytest.mark.django_db
SECRET = "tenants_union"


def a_hall(*, phones=6, people=6, kind=SECRET, floor=5):
    """Open a hall of so many, the first of whom on phones, that turns to a question."""
    text = kinds.text_of(kind).replace(
        "[rules.ordinary]", f"[rules.ordinary]\nfloor = {floor}", 1
    )
    union = an_institution(kind, charter=parse(text))
    asha = founder_of(union)
    others = [a_member(union, f"M{n}", at=day(1)) for n in range(people - 1)]
    matters = (Matter("Do we buy a key?", 10, decides=True),)
    calling = a_calling(opens_at=day(41), matters=matters)
    row = call_assembly(union, calling, by=asha, at=day(30))
    for one in (asha, *others):
        did(row, "come_in", asha, about=one)
    did(row, "hand_on", asha, about=others[-1], what="minute_taker")
    did(row, "open", asha)
    did(row, "turn_to", asha, item="1", minute=1)
    everybody = (asha, *others)
    for one in everybody[:phones]:
        did(row, "choose_channel", one, what="phone", minute=2)
    return row, everybody


def begin(row, asha, what="secret"):
    did(row, "decide", asha, item="1", what=what, minute=3)
    return AssemblyDeed.objects.get(assembly=row, deed="decide")


def cast(row, *ballots, minute=4):
    for member, says in ballots:
        did(row, "cast", member, what=says, minute=minute)


def passages(row):
    """Give the words that members find, report and hide."""
    at = row.opens_at + timedelta(days=1)
    return [one.said.text for one in queries.passages(row, at=at)]


def refused(row, deed, by, *, minute=5, **more):
    with pytest.raises(Refused) as why:
        did(row, deed, by, minute=minute, **more)
    return why.value.verdict.reason.id


def test_a_vote_by_phone_ends_with_sums_and_nothing_else(
    django_capture_on_commit_callbacks,
):
    row, people = a_hall()
    began = begin(row, people[0])
    says = ("yes", "yes", "yes", "no", "no", "no")
    cast(row, *zip(people, says, strict=True))

    key = secretly.key_name(began)
    assert (RoomMark.objects.count(), RoomEnvelope.objects.count()) == (6, 6)
    assert store.is_kept(key)
    with django_capture_on_commit_callbacks(execute=True):
        did(row, "end_decision", people[0], minute=6)

    assert not RoomMark.objects.exists()
    assert not RoomEnvelope.objects.exists()
    assert not store.is_kept(key)
    assert AssemblyDeed.objects.get(deed="end_decision").words == "3:3:0"
    assert minuted(row)[-2:] == [
        "A secret decision began, by phone and on slips of paper: “Do we buy a key?” "
        "By phone: 6. Slips handed out: 0.",
        "Not carried in secret: “Do we buy a key?” Ballots: 6 of 6. Yes 3, no 3, "
        "abstained 0. A tie: 3 said yes and 3 said no. Things stay as they are.",
    ]
    assert list(assemblies_compared(row.institution)) == []


def test_casting_leaves_no_deed_no_line_and_no_order():
    row, people = a_hall()
    began = begin(row, people[0])
    deeds, lines = AssemblyDeed.objects.count(), Line.objects.count()

    cast(row, (people[1], "yes"), (people[2], "abstain"))

    assert (AssemblyDeed.objects.count(), Line.objects.count()) == (deeds, lines)
    assert len({len(one.sealed) for one in RoomEnvelope.objects.all()}) == 1
    marks = set(RoomMark.objects.values_list("mark", flat=True))
    assert not marks & {str(one.pk) for one in people}
    assert sorted(secretly.said_in(began)) == ["abstain", "yes"]
    held = now(row, minute=5)
    assert secretly.has_cast(held, people[1].pk)
    assert not secretly.has_cast(held, people[3].pk)
    assert not secretly.all_cast(held)
    assert who_said(held, held.now.presence.decisions[0]) == ()


def test_each_casts_once_on_one_channel_and_while_it_goes_on():
    row, people = a_hall(phones=3)
    begin(row, people[0])
    cast(row, (people[0], "yes"))

    assert refused(row, "cast", people[0], what="no") == "ballot_of_room_is_in"
    assert refused(row, "cast", people[4], what="yes") == "votes_on_a_slip"
    assert refused(row, "cast", people[1], what="maybe") == "deed_unknown"
    assert refused(row, "answer", people[1], what="yes") == "ballots_are_cast_in_this"
    assert refused(row, "choose_channel", people[1], what="hand") == "channel_is_fixed"
    did(row, "end_decision", people[0], reason="a fire alarm", minute=6)
    assert refused(row, "cast", people[1], what="no", minute=7) == (
        "no_secret_decision_goes_on"
    )


def test_slips_are_counted_by_two_beside_phones_and_few_numbers_are_not_told():
    row, people = a_hall(phones=3)
    begin(row, people[0])
    cast(row, *((one, "yes") for one in people[:3]))
    for one in (people[0], people[-1]):
        did(row, "count", one, what="1:2:0", minute=5)
    did(row, "end_decision", people[0], minute=6)

    assert minuted(row)[-1] == (
        "Decided in secret: “Do we buy a key?” Ballots: 6 of 6. More is not told, "
        "since it could say how single people voted."
    )


def test_broken_off_the_box_is_emptied_unread(django_capture_on_commit_callbacks):
    row, people = a_hall()
    began = begin(row, people[0])
    cast(row, (people[1], "yes"))
    with django_capture_on_commit_callbacks(execute=True):
        did(row, "end_decision", people[0], reason="a fire alarm", minute=6)

    assert AssemblyDeed.objects.get(deed="end_decision").words == ""
    assert not RoomEnvelope.objects.exists()
    assert not store.is_kept(secretly.key_name(began))
    begin_again = did(row, "decide", people[0], item="1", what="secret", minute=7)
    assert begin_again


def test_nobody_types_what_phones_said():
    row, people = a_hall()
    begin(row, people[0])
    cast(row, *((one, "no") for one in people))

    did(row, "end_decision", people[0], words="6:0:0", minute=6)

    assert AssemblyDeed.objects.get(deed="end_decision").words == "0:6:0"


def test_without_its_key_a_vote_takes_no_ballot_and_can_be_broken_off():
    row, people = a_hall()
    began = begin(row, people[0])
    cast(row, (people[1], "yes"))
    store.destroy(secretly.key_name(began))

    assert refused(row, "cast", people[2], what="yes") == "key_missing"
    assert refused(row, "end_decision", people[0]) == "key_missing"
    did(row, "end_decision", people[0], reason="the key is gone", minute=6)
    assert not RoomMark.objects.exists()


def test_rival_texts_are_ranked_in_secret():
    row, people = a_hall()
    for one, words in zip(people, ("We buy a key.", "We buy two."), strict=False):
        did(row, "bring_text", one, item="1", words=words, minute=2)
    begin(row, people[0], what="secret:texts")
    cast(
        row, *((one, "2>1") for one in people[:3]), *((one, "0") for one in people[3:])
    )
    did(row, "end_decision", people[0], minute=6)

    assert not [one for one in passages(row) if ":" in one]
    told = minuted(row)
    assert told[-2].startswith(
        "In secret, by phone and on slips of paper, the texts on"
    )
    assert told[-1] == (
        "None of the texts on “Do we buy a key?” was chosen. No text had as many "
        "behind it, against leaving things as they are, as the charter asks for. "
        "Ballots: 6 of 6. More is not told, since it could say how single people voted."
    )


def test_a_vote_that_nobody_ended_leaves_nothing_a_day_later(
    django_capture_on_commit_callbacks,
):
    row, people = a_hall()
    began = begin(row, people[0])
    cast(row, (people[1], "yes"))
    soon, late = (row.opens_at + timedelta(hours=hours) for hours in (23, 25))

    assert not duties.forget_boxes(soon, row.institution)
    with django_capture_on_commit_callbacks(execute=True):
        assert duties.forget_boxes(late)
    assert not duties.forget_boxes(late, row.institution)
    assert not RoomEnvelope.objects.exists()
    assert not store.is_kept(secretly.key_name(began))


def test_an_amendment_is_decided_in_secret_by_phone():
    row, people = a_hall()
    did(row, "bring_text", people[1], item="1", words="A key. Ben keeps it.", minute=2)
    did(row, "amend", people[2], item="1", what="1:strike:2", minute=2)
    begin(row, people[0], what="secret:a1")
    cast(
        row, *((one, "yes") for one in people[:4]), *((one, "no") for one in people[4:])
    )
    did(row, "end_decision", people[0], minute=6)

    assert queries.texts_on(now(row), "1")[0].words == "A key."


def test_where_ballots_are_open_it_can_be_secret_too():
    row, people = a_hall(kind="single_issue_assembly")

    begin(row, people[0])

    assert now(row).now.presence.deciding.in_secret


def test_where_an_institution_ends_no_ballot_is_left():
    row, people = a_hall()
    begin(row, people[0])
    cast(row, (people[1], "yes"))

    actions.empty_all_boxes(row.institution, at=row.opens_at)

    assert not RoomMark.objects.exists()
    assert not RoomEnvelope.objects.exists()


def test_a_laptop_takes_no_secret_ballots_by_phone():
    row, people = a_hall()
    CheckOut.objects.create(
        institution=row.institution,
        assembly=row,
        taken_at=row.called_at,
        until_at=row.opens_at + timedelta(days=5),
        deeds=0,
        is_here=True,
    )

    assert refused(row, "decide", people[0], item="1", what="secret") == (
        "phones_are_seen_on_wifi"
    )
