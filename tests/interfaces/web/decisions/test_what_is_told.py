"""A decision page tells of a vote what is so: who sees it, what came of it, once."""

import pytest

from tests.interfaces.web.decisions.a_union import Union, text_of
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db

PLACE = {"title": "Where do we meet?", "lines": "The library\nThe hall", "text": ""}


@pytest.fixture
def union(monkeypatch):
    return Union(monkeypatch)


def read(union, page):
    return text_of(browser_of(union.asha).get(page))


def chosen(union, *picks):
    """Choose between two places, each pick by one member; give page and answer."""
    page = union.write("by-options", **PLACE)
    ids = [str(one["id"]) for one in union.open_vote(page).options]
    marks = [
        {f"on-{one}": "1" if one == ids[pick] else "" for one in ids} for pick in picks
    ]
    return page, text_of(union.vote(page, *marks))


def test_an_open_vote_says_that_it_is_open_beside_how_it_is_decided(union):
    form = read(union, union.here + "new/by-ordinary/")
    change = read(union, union.here.replace("decisions/", "charter/change/"))
    page = union.write("by-ordinary", title="Shall we paint?", text="")
    before = read(union, page).partition('id="rule"')[2]
    union.open_vote(page)

    rule = read(union, page).partition('id="rule"')[2]
    told = text_of(union.vote(page, *({"answer": "yes"} for _ in range(5))))

    assert "This vote is open: when it is over, members see who voted what." in rule
    for early in (form, change, before):
        assert "This vote will be open: when it is over, members see who" in early
    assert "will be open" not in rule + told
    outcome = told.partition('id="outcome-1"')[2].partition("Check this count")[0]
    assert "Who said what" in outcome


def test_winners_stand_under_what_was_decided_and_on_paper(union):
    page, told = chosen(union, 0, 0, 0, 0, 1)

    decided = told.partition('id="text"')[2].partition("The options")[0]
    paper = read(union, page + "print/")

    assert "Chosen: The library." in decided
    assert "Chosen: The library." in paper
    assert "5 of the 5 who could vote did" in paper
    assert "<ol><li><bdi>The library" not in told + paper


def test_options_that_were_level_are_said_to_be_and_nothing_is_called_carried(union):
    page, told = chosen(union, 0, 1)

    assert "The options were level, and the charter leaves it so." in told
    assert "Not carried." not in told
    assert "Nothing was decided." in read(union, page)


def test_what_was_not_carried_would_have_set_something_in_motion(union):
    page = union.write(
        "admit_member",
        title="Greta?",
        people="Greta",
        member_class="tenant",
        text="",
    )
    before = read(union, page)
    union.open_vote(page)

    told = text_of(union.vote(page, *({"answer": "no"} for _ in range(5))))

    assert "What it sets in motion" in before
    assert "What it would have set in motion" in told
    assert "What it sets in motion" not in told


def test_opening_something_to_strangers_says_that_name_and_purpose_go_along(union):
    change = union.here.replace("decisions/", "charter/change/")
    browser = browser_of(union.asha)
    offered = browser.get(change).context["forms"].controls
    typed = {
        field.html_name: field.value() for field in offered if field.value() is not None
    }
    typed["set-public"] = ["charter"]

    saved = browser.post(change, typed | {"title": "", "text": "", "bylaws": ""})
    page = read(union, saved["Location"])

    assert page.count("People who do not belong see our name, what we are for") == 1
    assert page.count("becomes “the charter”") == 1
    assert "The first page of this server lists us." in page
    assert "The charter changes in the points that stand above." in page
