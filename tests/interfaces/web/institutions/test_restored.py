"""A node that was put back says so on every page until its members know."""

from datetime import timedelta

import pytest
from django.test import Client

from commonweal.foundation.backups import access, queries, tables
from commonweal.foundation.backups.actions import restoring
from commonweal.foundation.backups.models import Acknowledgement, Restoration
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from tests.builders import a_member, an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of

BANNER = "was put back to an earlier day"


@pytest.fixture
def restored(db, monkeypatch):
    """Give a union of three that was put back on day 9 to how it was on day 8."""
    union = an_institution()
    a_member(union, "Ben")
    a_member(union, "Chidi")
    tables.mark(tables.BEING_RESTORED)
    restoring._own_up(day(8), at=day(9))
    stopped(monkeypatch, day(10))
    yield union
    queries.forget_restorations()


def page_of(reader, union, path=""):
    return reader.get(f"/i/{union.address}/{path}").content.decode()


def acknowledge(reader, union):
    return reader.post(f"/i/{union.address}/restored/known/")


def test_my_page_says_for_two_months_that_ways_in_may_be_open_again(
    restored, monkeypatch
):
    asha = browser_of(founder_of(restored))

    said = [page_of_me(asha, monkeypatch, at) for at in (day(10), day(68), day(70))]

    assert said == [True, True, False]


def page_of_me(reader, monkeypatch, at):
    stopped(monkeypatch, at)
    return "may be open again" in reader.get("/me/").content.decode()


def test_every_page_says_so_to_everybody(restored):
    member = browser_of(founder_of(restored))

    for path in ("", "decisions/", "people/", "charter/", "journal/"):
        assert BANNER in page_of(member, restored, path), path
    for path in ("/", "/sign-in/", "/operator/"):
        assert BANNER in Client().get(path).content.decode(), path


def test_the_journal_says_so_for_ever(restored):
    line = Line.objects.get(institution=restored, deed="restored_from_backup")

    assert line.by is None
    assert line.facts == {"taken": {"moment": day(8).isoformat()}}
    assert journal.verify(restored) == ()
    assert "was put back to how it was on" in page_of(
        browser_of(founder_of(restored)), restored, "journal/"
    )


def test_one_member_alone_cannot_hush_it_up(restored):
    asha = browser_of(founder_of(restored))

    acknowledge(asha, restored)
    again = acknowledge(asha, restored)

    assert again.status_code == 409
    assert Acknowledgement.objects.count() == 1
    assert BANNER in page_of(asha, restored)


def test_members_whom_nobody_knows_yet_cannot_hush_it_up(restored):
    newcomers = restored.member_set.exclude(pk=founder_of(restored).pk)
    newcomers.update(confirmers_needed=1)

    answers = [acknowledge(browser_of(one), restored) for one in newcomers]

    assert [one.status_code for one in answers] == [409, 409]
    assert not Acknowledgement.objects.exists()
    assert BANNER in page_of(Client(), restored)


def test_the_only_member_who_counts_is_enough(restored):
    asha = founder_of(restored)
    restored.member_set.exclude(pk=asha.pk).update(confirmers_needed=1)

    acknowledge(browser_of(asha), restored)

    assert BANNER not in page_of(browser_of(asha), restored)


def test_when_two_members_know_the_pages_go_quiet_and_the_journal_does_not(restored):
    asha, ben = (browser_of(one) for one in restored.member_set.order_by("name")[:2])

    acknowledge(asha, restored)
    answer = acknowledge(ben, restored)

    assert answer.status_code == 302
    assert BANNER not in page_of(ben, restored)
    assert BANNER not in Client().get("/").content.decode()
    said = page_of(ben, restored, "restored/")
    assert "Asha" in said
    assert "Enough members have said" in said
    assert Line.objects.filter(deed="acknowledged_restoration").count() == 2


def test_a_stranger_says_nothing_and_is_told_why(restored):
    page = page_of(Client(), restored, "restored/")

    acknowledge(Client(), restored)

    assert "Say that you know" not in page
    assert not Acknowledgement.objects.exists()


def test_an_institution_founded_since_has_nothing_to_say(restored):
    newer = an_institution(at=day(9, hour=20))

    assert queries.untold_in(newer, at=day(10)) is None
    response = browser_of(founder_of(newer)).get(f"/i/{newer.address}/restored/")
    assert response.status_code == 404


def test_the_only_member_is_enough(db):
    union = an_institution()
    restoration = Restoration.objects.create(taken_at=day(1), restored_at=day(2))

    restoring.acknowledge(union, restoration, by=founder_of(union), at=day(3))

    assert queries.is_acknowledged(union, restoration, at=day(3))


def test_an_ordinary_node_says_nothing_of_the_sort(db):
    queries.forget_restorations()

    assert BANNER not in Client().get("/").content.decode()
    assert "never put back" in Client().get("/restored/").content.decode()


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        (tables.BEING_RESTORED, "restore_unfinished"),
        (tables.MOVED_AWAY, "database_moved_away"),
    ],
)
def test_nothing_is_served_from_what_is_half_restored_or_left_behind(db, mark, reason):
    assert access.may_serve()

    tables.mark(mark)

    assert access.may_serve().id == reason


def test_a_clock_behind_the_backup_is_said_first():
    verdict = access.may_be_put_back(day(8), at=day(8) - timedelta(seconds=1))

    assert verdict.id == "clock_behind_backup"


def test_however_many_institutions_there_are_the_door_asks_as_much(
    restored, django_assert_max_num_queries
):
    for _ in range(5):
        a_member(an_institution(), "Ben")

    with django_assert_max_num_queries(5):
        assert queries.untold_anywhere(at=day(10)) is not None
    Acknowledgement.objects.bulk_create(
        Acknowledgement(
            institution=one.institution,
            restoration=Restoration.objects.get(),
            member=one,
            given_at=day(10),
        )
        for one in Member.objects.all()
    )
    assert queries.untold_anywhere(at=day(10)) is None
    with django_assert_max_num_queries(2):
        assert queries.untold_anywhere(at=day(10)) is None
