"""Bringing in what a laptop wrote: opening a file takes work, so tries have an end."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import take_along
from commonweal.interfaces import limits
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.laptop import code, on_laptop
from tests.capabilities.assemblies.test_on_laptop import an_evening, called
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asha():
    return founder_of(an_institution())


@pytest.fixture
def row(asha):
    a_member(asha.institution, "Ben", at=day(1))
    return called(asha)


@pytest.fixture
def page(row):
    limits.forget()
    return f"/i/{row.institution.address}/assemblies/{row.number}/laptop/result/"


def send(client, page, words):
    return client.post(page, {"file": SimpleUploadedFile("a.json", words)})


def test_nobody_tries_out_files_without_end(asha, row, page, clock):
    taken = take_along(row, code(), by=asha, at=day(9))
    clock.at = day(11)
    client = browser_of(asha)

    said = [send(client, page, b"{}") for _ in range(limits.RESULTS.tries + 1)]

    assert [one.status_code for one in said[:-1]] == [422] * limits.RESULTS.tries
    assert said[-1].status_code == 409
    assert "tried many times" in said[-1].content.decode()
    assert queries.away(row, at=day(11)) == taken


def test_a_file_that_comes_in_takes_no_try(asha, row, page, clock):
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file = laptop.finished()
    clock.at = day(11)
    client = browser_of(asha)

    assert send(client, page, file).status_code == 302

    said = [send(client, page, b"{}") for _ in range(limits.RESULTS.tries)]
    assert {one.status_code for one in said} == {422}


def test_one_in_the_hall_does_not_keep_others_from_bringing_the_file(
    asha, row, page, clock
):
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file = laptop.finished()
    clock.at = day(11)
    ben = browser_of(row.institution.member_set.get(name="Ben"))

    said = [send(ben, page, b"{}") for _ in range(limits.RESULTS.tries + 1)]

    assert said[-1].status_code == 409
    assert send(browser_of(asha), page, file).status_code == 302


def test_a_result_for_an_assembly_that_is_over_keeps_the_reason(asha, row, page, clock):
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file = laptop.finished()
    clock.at = day(11)
    client = browser_of(asha)
    send(client, page, file)

    again = send(client, page, file)

    assert again.status_code == 422
    assert "refused" in again.content.decode() or "alert" in again.content.decode()


def test_who_was_put_down_as_there_says_on_the_page_that_it_was_otherwise(
    asha, row, page, clock
):
    ben = row.institution.member_set.get(name="Ben")
    dora = a_member(asha.institution, "Dora", at=day(1))
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file = laptop.finished()
    clock.at = day(11)
    assert send(browser_of(asha), page, file).status_code == 302
    here, phone = page.removesuffix("result/"), browser_of(ben)
    assert "You were put down as there" in phone.get(here).content.decode()
    assert (
        "You were put down as there" not in browser_of(dora).get(here).content.decode()
    )

    wrong = phone.post(here + "otherwise/", {"reason": ""})
    done = phone.post(here + "otherwise/", {"reason": "I was at home."}, follow=True)

    assert wrong.status_code == 422
    assert "Please say what was otherwise" in wrong.content.decode()
    words = done.content.decode()
    assert "You said that it was otherwise" in words
    assert "What came back was set aside" in words
