"""Words are found in what one may read, and nowhere else."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies.actions import OnMinutes, write_minutes
from commonweal.capabilities.reaching.queries import found_in
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.foundation.threads import queries as threads
from commonweal.foundation.threads.actions import Ground, hide_in_last_resort
from tests.builders import a_member, day, founder_of
from tests.capabilities.assemblies.given import an_assembly, an_open_assembly, did
from tests.capabilities.decisions.given import a_draft, a_proposal
from tests.capabilities.reaching.given import a_union, same_person

pytestmark = pytest.mark.django_db


def found(member, typed, *, at=None):
    memberships = memberships_of(member.person, at=at or day(3))
    return found_in(memberships, typed, at=at or day(3))


def titles(member, typed):
    return [one.title for one in found(member, typed)]


def test_decisions_and_assemblies_are_found_over_all_institutions():
    river, hill = a_union(bare=False), a_union(bare=True, founder="Chidi")
    asha = founder_of(river)
    same_person(asha, hill, day(0))
    a_proposal(river, [asha], "¿Pintamos la escalera?", at=day(1))
    an_assembly(founder_of(hill))

    assert titles(asha, "escalera PINTAMOS") == ["¿Pintamos la escalera?"]
    assert titles(asha, "rent hall") == ["The rent and the hall"]
    assert found(asha, "hall")[0].args == (hill.address, 1)


def test_what_stands_in_a_title_comes_before_what_stands_in_the_words():
    union = a_union(bare=False)
    asha = founder_of(union)
    a_proposal(union, [asha], "Is it cold?", at=day(1))
    a_proposal(union, [asha], "Paint the hall", at=day(2))

    assert titles(asha, "cold") == ["Is it cold?", "Paint the hall"]


def test_nobody_finds_the_drafts_of_others():
    union = a_union(bare=False)
    asha, ben = founder_of(union), a_member(union, "Ben")
    a_draft(union, ben, "Shall we strike?", at=day(1))

    assert titles(asha, "strike") == []


def test_nobody_finds_where_they_do_not_belong():
    union = a_union(bare=False)
    a_proposal(union, [founder_of(union)], "Shall we strike?", at=day(1))
    other = founder_of(a_union(bare=False, founder="Chidi"))

    assert titles(other, "strike") == []


def test_only_the_words_that_hold_now_are_found():
    union = a_union(bare=False)
    asha = founder_of(union)
    a_proposal(union, [asha], "Shall we strike?", at=day(5))

    assert titles(asha, "strike") == []


def test_signs_of_a_pattern_are_no_jokers():
    union = a_union(bare=False)
    asha = founder_of(union)
    a_proposal(union, [asha], "Shall we strike?", at=day(1))

    assert titles(asha, "%%%") == []
    assert titles(asha, "s__ll") == []


def hidden(union, kind, about):
    said = threads.said_at(union, kind, about.pk)
    ground = Ground("law", "A court says so.", 30)
    hide_in_last_resort(union, said, ground=ground, at=day(2))


def test_nobody_finds_words_that_are_hidden():
    union = a_union(bare=False)
    asha = founder_of(union)
    proposal = a_proposal(union, [asha], "Shall we strike?", at=day(1))
    row = an_assembly(asha)
    assert titles(asha, "strike")
    assert titles(asha, "rent")

    hidden(union, "proposal", proposal)
    hidden(union, "assembly", row)

    assert titles(asha, "strike") == []
    assert "The rent and the hall" not in str(found(asha, "hall"))


def test_words_of_minutes_are_found_once_they_are_out():
    union = a_union(bare=False)
    asha = founder_of(union)
    row = an_open_assembly(asha)
    did(row, "close", asha, minute=30)
    later = row.opens_at + timedelta(hours=1)
    words = OnMinutes("correct", line=0, words="The boiler was loud.")
    write_minutes(row, words, by=asha, at=later)

    before = found(asha, "boiler", at=later)
    write_minutes(row, OnMinutes("send_out"), by=asha, at=later)
    [after] = found(asha, "boiler", at=later)

    assert before == ()
    assert (after.sort.id, after.around) == ("found_minutes", "The boiler was loud.")


def test_matters_that_have_no_words_of_their_own_leave_no_gap():
    union = a_union(bare=False)
    asha = founder_of(union)
    row = an_assembly(asha)
    row.agenda = [{"title": "Rent"}, {"title": ""}, {"title": "Chairs"}]
    row.save(update_fields=["agenda"])

    assert found(asha, "chairs")[0].around == "Rent; Chairs"
