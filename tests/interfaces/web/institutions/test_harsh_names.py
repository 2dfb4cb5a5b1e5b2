"""Names that nobody should have to read: too long, unseen, turned around, or markup."""

import pytest
from django.test import Client

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions import inviting
from commonweal.interfaces import limits
from tests.builders import an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db

MARKUP = "<script>alert(1)</script><b>Ben"


@pytest.fixture
def union(monkeypatch):
    """Give a union at which an open link can be used."""
    limits.forget()
    stopped(monkeypatch, day(1))
    return an_institution()


def joined_as(union, name: str):
    """Join by a link under a name, as on the page."""
    link = inviting.invite_by_link(union, by=founder_of(union), at=day(1))
    return Client().post(f"/join/{link.code}/", {"my_name": name})


def names_in(union) -> set[str]:
    return {one.name for one in queries.members(union, at=day(1))}


@pytest.mark.parametrize(
    "name",
    ["a" * 10_000, "a\u0301" * 10_000, "\u200b" * 10_000, "\u200b\u2060", "\u202e"],
)
def test_what_is_no_name_comes_back_in_the_form_and_lets_nobody_in(union, name):
    answer = joined_as(union, name)

    assert answer.status_code == 422
    assert 'href="#id_my_name"' in answer.content.decode()
    assert names_in(union) == {"Asha"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("\u202ehtuR\u202c", "htuR"), ("R\u200bu\u200dth\ufeff", "Ruth")],
)
def test_what_nobody_sees_in_a_name_is_not_kept(union, typed, kept):
    joined_as(union, typed)

    assert names_in(union) == {"Asha", kept}


@pytest.mark.parametrize("typed", ["A\u200bsha", "\u202eAsha", "Аsha"])
def test_a_name_that_only_looks_like_another_is_refused(union, typed):
    answer = joined_as(union, typed)

    assert answer.status_code == 422
    assert names_in(union) == {"Asha"}


def test_markup_in_a_name_is_letters_on_every_page_that_shows_it(union):
    joined_as(union, MARKUP)
    browser = browser_of(founder_of(union))

    for page in ("", "people/", "journal/", "people/recovery/"):
        said = browser.get(f"/i/{union.address}/{page}").content.decode()
        assert "<script>alert" not in said, page
        assert "<b>Ben" not in said, page
    people = browser.get(f"/i/{union.address}/people/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;Ben" in people
