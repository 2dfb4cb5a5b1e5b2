"""A private calendar: one's assemblies everywhere, and nothing where it may not be."""

from datetime import UTC, datetime, timedelta

import pytest

from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.capabilities.reaching import actions, queries
from commonweal.capabilities.reaching.models import CalendarFeed
from commonweal.foundation.people.actions import (
    begin_sign_in,
    end_other_sign_ins,
    end_sign_ins,
)
from tests.builders import a_member, day, founder_of
from tests.capabilities.assemblies.given import a_calling, an_assembly, did
from tests.capabilities.reaching.given import a_union, same_person

pytestmark = pytest.mark.django_db


def entries(member, *, at):
    return queries.entries_of(member.person, at=at)


def test_a_calendar_has_the_assemblies_of_all_institutions():
    river, hill = a_union(bare=False), a_union(bare=False, founder="Chidi")
    asha = founder_of(river)
    same_person(asha, hill, day(0))
    an_assembly(asha)
    an_assembly(founder_of(hill))

    found = entries(asha, at=day(2))

    assert len(found) == 2
    assert {one.place for one in found} == {"Church hall"}
    assert all("The rent and the hall" in one.title for one in found)
    assert all("/assemblies/1/" in one.url for one in found)


def test_a_bare_institution_says_only_that_somebody_meets_others():
    union = a_union(bare=True)
    asha = founder_of(union)
    row = an_assembly(asha)

    [entry] = entries(asha, at=day(2))

    assert (entry.title, entry.place) == ("Something with others", "")
    assert union.address not in entry.url
    assert entry.begins_at == row.opens_at


def test_two_calendars_of_a_bare_institution_are_not_joined_by_an_entry():
    """Whoever reads them elsewhere could else tell that two people belong together."""
    asha = founder_of(a_union(bare=True))
    ben = a_member(asha.institution, "Ben")
    row = an_assembly(asha)

    [hers], [his] = entries(asha, at=day(2)), entries(ben, at=day(2))

    assert len({hers.id, his.id, str(row.pk)}) == 3
    assert hers.id == entries(asha, at=day(2))[0].id
    assert (hers.written_at.hour, hers.written_at.second) == (0, 0)
    assert hers.written_at.date() == row.called_at.date()


def test_what_was_called_off_is_struck_out():
    asha = founder_of(a_union(bare=False))
    row = an_assembly(asha)
    did(row, "call_off", asha, minute=-600, reason="The hall is closed.")

    [entry] = entries(asha, at=row.opens_at)

    assert entry.is_off
    assert entry.written_at < row.opens_at


def test_what_nobody_opened_is_struck_out_once_it_has_lapsed():
    asha = founder_of(a_union(bare=False))
    row = an_assembly(asha)

    [before] = entries(asha, at=row.opens_at + timedelta(hours=1))
    [after] = entries(asha, at=row.opens_at + timedelta(hours=4))

    assert (before.is_off, after.is_off) == (False, True)


@pytest.mark.parametrize(
    ("opens_at", "minutes"),
    [
        # Madrid: at two the clock goes to three; at three it goes back to two.
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), 50),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 50),
    ],
)
def test_on_the_night_the_clocks_change_it_lasts_as_long_as_it_lasts(opens_at, minutes):
    union = a_union(bare=False)
    asha = founder_of(union)
    called = opens_at - timedelta(days=10)
    call_assembly(union, a_calling(opens_at=opens_at), by=asha, at=called)

    [entry] = entries(asha, at=called)

    assert entry.begins_at == opens_at
    assert entry.ends_at - entry.begins_at == timedelta(minutes=minutes)


def test_whoever_does_not_belong_has_nothing_in_it():
    union = a_union(bare=False)
    an_assembly(founder_of(union))
    other = a_member(a_union(bare=False, founder="Chidi"), "Ben")

    assert entries(other, at=day(2)) == ()


def test_a_new_address_ends_the_one_before():
    asha = founder_of(a_union(bare=False))
    first = actions.make_calendar(asha.person, at=day(1))

    second = actions.make_calendar(asha.person, at=day(2))

    assert queries.read_by(first) is None
    assert queries.read_by(second) == asha.person
    assert second not in str(CalendarFeed.objects.values())


def test_signing_out_everywhere_ends_it():
    asha = founder_of(a_union(bare=False))
    code = actions.make_calendar(asha.person, at=day(1))

    end_sign_ins(asha.person)

    assert queries.read_by(code) is None


def test_many_assemblies_take_few_queries(django_assert_max_num_queries):
    asha = founder_of(a_union(bare=False))
    an_assembly(asha)
    for name in ("Ben", "Chidi", "Dolores"):
        other = a_union(bare=False, founder=name)
        same_person(asha, other, day(0))
        an_assembly(founder_of(other))

    # One for each institution says what is hidden there.
    with django_assert_max_num_queries(12):
        assert len(entries(asha, at=day(6))) == 4


def test_signing_out_all_other_devices_ends_the_address():
    asha = founder_of(a_union(bare=False))
    here, _token = begin_sign_in(asha.person, at=day(1))
    code = actions.make_calendar(asha.person, at=day(1))

    end_other_sign_ins(asha.person, but=here.pk)

    assert queries.read_by(code) is None
