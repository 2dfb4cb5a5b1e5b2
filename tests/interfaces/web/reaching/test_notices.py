"""The proof of notices: numbers for members, names for whoever tells them on paper."""

import pytest

from commonweal.foundation.notices import duties
from commonweal.foundation.people.jobs import deliver_letters
from tests.builders import a_member, day
from tests.capabilities.assemblies.given import an_assembly
from tests.capabilities.reaching.given import a_union, reached
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(clock):
    """Give who called an assembly, and a member whom no letter reaches."""
    asha = reached(a_union(bare=False))
    ben = a_member(asha.institution, "Ben")
    an_assembly(asha, at=day(1))
    clock.at = day(2)
    deliver_letters.call(day(1).isoformat())
    duties.settle_notices(day(1))
    return asha, ben


def page(member, number=""):
    where = f"/i/{member.institution.address}/notices/{number}"
    return " ".join(browser_of(member).get(where).content.decode().split())


def test_members_read_to_how_many_it_went(called):
    asha, ben = called

    assert "1 of 2 members were sent a letter." in page(ben)
    assert "1 has no mail address here" in page(ben, "1/")
    assert "/assemblies/1/" in page(ben, "1/")
    assert (
        "/notices/"
        in browser_of(asha)
        .get(f"/i/{asha.institution.address}/assemblies/")
        .content.decode()
    )


def test_whoever_gave_notice_reads_whom_to_tell_on_paper(called):
    asha, _ben = called

    assert "Ben</bdi>: no mail address" in page(asha, "1/")


def test_nobody_else_reads_who_has_no_address_where_all_may_call(called):
    _asha, ben = called

    told = page(ben, "1/")

    assert "Ben</bdi>" not in told
    assert "shown to whoever gave notice" in told


def test_a_notice_that_was_never_given_is_not_there(called):
    asha, _ben = called
    where = f"/i/{asha.institution.address}/notices/7/"

    assert browser_of(asha).get(where).status_code == 404


def test_strangers_read_nothing(called):
    asha, _ben = called
    where = f"/i/{asha.institution.address}/notices/"

    assert browser_of(None).get(where).status_code in {302, 403, 404}
