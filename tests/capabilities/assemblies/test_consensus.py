"""Consensus in the room: positions by phone and by hand, blocks, what comes of it."""

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries.veils import Veil
from commonweal.foundation.journal.models import Line
from commonweal.foundation.threads.models import Hiding
from commonweal.rules.verdict import Refused
from tests.capabilities.assemblies.circles import (
    BLOCK,
    WORDS,
    a_circle,
    blocks,
    by_phone,
    ends,
    minuted,
    numbers,
    puts,
    says,
)
from tests.capabilities.assemblies.given import did, now
from tests.capabilities.assemblies.test_hands import OPEN_KIND, a_room

pytestmark = pytest.mark.django_db
A_VEIL = Veil(Hiding(), ())


def test_what_all_agree_on_is_decided_and_the_minutes_write_themselves():
    row, asha, ben, chidi = a_circle()
    by_phone(row, asha, ben, chidi)

    puts(row, asha)
    says(row, asha, "agree")
    says(row, ben, "reservations", reason="Keys get lost.")
    says(row, chidi, "stand_aside")
    ends(row, asha)

    assert minuted(row)[-3:] == [
        f"Put to a test for consensus: “{WORDS}” Asked: 3 members.",
        "A reservation: “Keys get lost.”",
        numbers(1, 1, 1) + "1 of the 3 who spoke agree, and what the others said does "
        "not stop it. It is adopted.",
    ]


def test_a_block_stops_it_until_it_is_taken_back():
    row, asha, ben, chidi = a_circle()
    by_phone(row, asha, ben, chidi)
    puts(row, asha)
    says(row, asha, "agree")
    says(row, ben, "agree")
    blocks(row, chidi)

    ends(row, asha)
    blocked = minuted(row)[-2:]
    says(row, chidi, "stand_aside", minute=20)

    assert blocked == [
        "A block: “Nobody asked the night shift.” The principle or harm it names: "
        "“Nothing about us without us”",
        numbers(2, block=1) + "1 block stands, and it takes 1 to stop this.",
    ]
    assert minuted(row)[-1] == (
        "Talked over: 2 of the 3 who spoke agree, and what the others said does not "
        "stop it. It is adopted."
    )


def test_other_words_answer_a_block_and_all_say_anew_where_they_stand():
    row, asha, ben, chidi = a_circle()
    by_phone(row, asha, ben, chidi)
    puts(row, asha)
    says(row, asha, "agree")
    says(row, ben, "agree")
    blocks(row, chidi)
    ends(row, asha)

    puts(row, asha, words="We ask the night shift, and then buy two keys.", minute=10)
    for one in (asha, ben, chidi):
        says(row, one, "agree", minute=11)
    ends(row, asha, minute=12)

    assert minuted(row)[-1].endswith(
        "3 of the 3 who spoke agree, and what the others said does not stop it. It is "
        "adopted."
    )


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"reason": ""}, "reason_of_position_missing"),
        ({"words": " "}, "principle_missing"),
        ({"what": "block"}, "meeting_missing"),
    ],
)
def test_a_block_says_why_what_it_is_about_and_that_its_maker_comes(more, why):
    row, asha, ben, _ = a_circle()
    puts(row, asha)

    with pytest.raises(Refused) as refused:
        did(
            row,
            "position",
            ben,
            **{"item": "1", "what": "block:meets", "minute": 3, **BLOCK, **more},
        )

    assert refused.value.verdict.reason.id == why


def test_hands_are_counted_by_two_and_whoever_speaks_is_no_longer_among_them():
    row, asha, ben, chidi, dora = a_circle("Ben", "Chidi", "Dora")
    by_phone(row, asha)
    puts(row, asha)
    says(row, asha, "agree")

    did(row, "count_positions", asha, what="3:0:0", minute=4)
    blocks(row, asha, about=dora, minute=4)
    with pytest.raises(Refused) as too_many:
        did(row, "count_positions", ben, what="3:0:0", minute=5)
    for one in (asha, ben):
        did(row, "count_positions", one, what="1:1:0", minute=5)
    ends(row, asha, minute=6)

    assert too_many.value.verdict.reason.id == "more_hands_than_members"
    assert numbers(2, 1, block=1) in minuted(row)[-1]
    assert "asha wrote down where Dora stands." in "".join(minuted(row)).replace(
        asha.name, "asha"
    )
    assert chidi.name


def test_nobody_writes_over_what_somebody_said_on_their_own_page():
    row, asha, ben, _ = a_circle()
    puts(row, asha)
    blocks(row, ben)

    with pytest.raises(Refused) as refused:
        says(row, asha, "agree", about=ben, minute=4)

    assert refused.value.verdict.reason.id == "own_position_stands"


def test_the_others_rule_on_a_block_as_the_charter_says():
    row, asha, ben, chidi = a_circle()
    by_phone(row, asha, ben, chidi)
    puts(row, asha)
    says(row, asha, "agree")
    says(row, ben, "agree")
    blocks(row, chidi)
    ends(row, asha)

    for one in (asha, ben):
        did(row, "rule_on_block", one, item="1", what="1:fails", minute=10)

    assert minuted(row)[-1].endswith("It is adopted.")
    with pytest.raises(Refused) as refused:
        did(row, "rule_on_block", chidi, item="1", what="1:holds", minute=11)
    assert refused.value.verdict.reason.id == "consensus_is_over"


def test_what_is_found_in_the_room_is_decided_and_does_not_come_back():
    row, asha, ben, chidi = a_circle()
    by_phone(row, asha, ben, chidi)
    puts(row, asha)
    for one in (asha, ben, chidi):
        says(row, one, "agree")
    ends(row, asha)

    with pytest.raises(Refused) as refused:
        puts(row, asha, minute=8)
    did(row, "close", asha, minute=30)

    assert refused.value.verdict.reason.id == "decided_already"
    left = queries.left_over(row.institution, at=now(row).at)
    assert [one.title for one in left] == ["The rent"]


def test_what_is_blocked_comes_back_at_the_next_assembly():
    row, asha, ben, chidi = a_circle()
    by_phone(row, asha, ben, chidi)
    puts(row, asha)
    says(row, asha, "agree")
    says(row, ben, "agree")
    blocks(row, chidi)
    ends(row, asha)
    did(row, "close", asha, minute=30)

    left = queries.left_over(row.institution, at=now(row).at)

    assert [one.title for one in left] == ["Do we buy a key?", "The rent"]


def test_where_the_charter_votes_what_is_not_found_is_voted_on():
    row, asha, ben, chidi = a_room(OPEN_KIND)
    by_phone(row, asha, ben, chidi)
    puts(row, asha)
    says(row, asha, "agree")
    blocks(row, ben)
    says(row, chidi, "agree")
    ends(row, asha)

    did(row, "decide", asha, item="1", minute=10)
    did(row, "answer", asha, what="yes", minute=11)
    did(row, "answer", chidi, what="yes", minute=11)
    did(row, "end_decision", asha, minute=13)

    assert minuted(row)[-1].startswith("Decided by phone")


def test_where_ballots_are_secret_nobody_says_before_others_where_they_stand():
    row, asha, _, _ = a_room("tenants_union")

    with pytest.raises(Refused) as refused:
        puts(row, asha)

    assert refused.value.verdict.reason.id == "positions_are_not_secret"


def test_a_test_that_too_few_answer_is_not_over():
    row, asha, ben, chidi = a_circle()
    by_phone(row, asha, ben, chidi)
    puts(row, asha)

    with pytest.raises(Refused) as refused:
        ends(row, asha)

    assert refused.value.verdict.reason.id == "too_few_took_position"


def test_a_test_that_is_broken_off_leaves_nothing_behind():
    row, asha, ben, chidi = a_circle()
    by_phone(row, asha, ben, chidi)
    puts(row, asha)
    blocks(row, chidi)

    ends(row, asha, reason="The words were wrong.")

    assert minuted(row)[-1] == (
        "The test for consensus does not count. It was broken off: “The words were "
        "wrong.”"
    )
    puts(row, asha, minute=9)


def test_the_journal_says_no_more_than_that_somebody_took_part():
    row, asha, ben, _ = a_circle()
    puts(row, asha)

    blocks(row, ben)

    line = Line.objects.filter(institution=row.institution).order_by("number").last()
    assert line is not None
    assert line.deed == "took_part_in_assembly"
    assert line.facts.keys() == {"number", "held"}
    assert not list(queries.assemblies_compared(row.institution))


def test_words_that_are_hidden_are_gone_and_what_came_of_them_stands():
    row, asha, ben, chidi = a_circle()
    by_phone(row, asha, ben, chidi)
    puts(row, asha)
    says(row, asha, "agree")
    says(row, ben, "agree")
    blocks(row, chidi)
    before = queries.passages(row, at=now(row).at)
    ends(row, asha)
    puts(row, asha, minute=9)

    written = {one.said.text: one.said for one in queries.passages(row, at=now(row).at)}

    # Nobody reads reasons while they can still be changed.
    assert BLOCK["reason"] not in {one.said.text for one in before}
    block = written[BLOCK["reason"]]
    assert (block.title, block.author) == (BLOCK["words"], chidi.pk)
    bare = queries.held(
        row, at=now(row).at, veils=dict.fromkeys((block.id, written[WORDS].id), A_VEIL)
    )
    [first, again] = bare.now.presence.tests
    assert first.words != WORDS
    assert again.is_again
    found = queries.talk_at_end(bare, first)
    assert BLOCK["reason"] not in str(found)
    assert found.now.stage == "resolving"
