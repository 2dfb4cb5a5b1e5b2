"""The pages of a rehearsal: pressed through without a script, and kept nowhere."""

import re

import pytest

from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.foundation.journal.models import Line
from commonweal.interfaces.web.assemblies.views import rehearsing
from tests.builders import a_member, an_institution, founder_of
from tests.capabilities.assemblies.given import an_assembly, did
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db
OPTION = re.compile(r'<option value="([^"]+)">([^<]+)</option>')
FORMS = re.compile(r'<form[^>]* action="([^"]*)"')


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return founder_of(union)


@pytest.fixture
def row(asha, clock):
    found = an_assembly(asha)
    clock.at = found.called_at
    return found


class Desk:
    """A desk at which an assembly is tried out."""

    def __init__(self, member, row):
        self.browser = browser_of(member)
        self.at = f"/i/{row.institution.address}/assemblies/{row.number}/try/"
        self.page = page(self.browser.get(self.at))

    def press(self, deed, name="", **more):
        if name:
            ids = {said: id_ for id_, said in OPTION.findall(self.page)}
            more["about"] = ids[name]
        answer = self.browser.post(self.at, {"deed": deed, **more})
        assert answer.status_code == 302, page(answer)
        self.at = answer.headers["Location"]
        self.page = page(self.browser.get(self.at))


def test_it_is_tried_out_from_the_desk_and_nothing_is_kept(row, asha):
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    assert f"{here}try/" in page(browser_of(asha).get(here))
    lines = Line.objects.count()
    desk = Desk(asha, row)

    assert "Nothing here counts." in desk.page
    desk.press("come_in", "Asha")
    desk.press("come_in", "Dov (invented)")
    desk.press("hand_on", "Dov (invented)", what="minute_taker")
    assert "All is ready." in desk.page
    desk.press("open")
    desk.press("turn_to", item="1")
    assert "Ada (invented) asks to speak." in desk.page
    desk.press("call")
    assert "Ada (invented) spoke." in desk.page
    desk.press("finish")
    desk.press("close")

    assert "That was a whole assembly." in desk.page
    assert Line.objects.count() == lines
    assert not AssemblyDeed.objects.exists()


def test_no_button_of_it_leads_to_what_is_real(row, asha):
    desk = Desk(asha, row)
    desk.press("come_in", "Asha")
    desk.press("hand_on", "Asha", what="minute_taker")
    desk.press("open")
    desk.press("turn_to", item="1")

    forms = {one for one in FORMS.findall(desk.page) if "/assemblies/" in one}
    assert forms
    assert all("/try/" in one for one in forms)
    assert "hx-get" not in desk.page
    assert "hx-boost" not in desk.page.split('id="main"')[1]


def test_a_press_that_cannot_be_is_refused_in_words(row, asha):
    desk = Desk(asha, row)

    answer = desk.browser.post(desk.at, {"deed": "open"})

    assert answer.status_code == 409
    assert "takes the minutes" in page(answer)


def test_nobody_reads_what_another_tried_and_nobody_makes_one_up(row, asha, union):
    ben = a_member(union, "Ben")
    desk = Desk(asha, row)
    desk.press("come_in", "Asha")

    theirs = browser_of(ben).get(desk.at)
    made_up = browser_of(asha).get(desk.at[:-4] + "abc/")

    assert "Begin your own." in page(theirs)
    assert "Begin your own." in page(made_up)


def test_what_grows_too_long_begins_anew(row, asha, monkeypatch):
    desk = Desk(asha, row)
    desk.press("come_in", "Asha")
    desk.press("come_in", "Dov (invented)")

    monkeypatch.setattr(rehearsing, "LONGEST_ADDRESS", 50)
    edda = dict(map(reversed, OPTION.findall(desk.page)))["Edda (invented)"]
    answer = desk.browser.post(desk.at, {"deed": "come_in", "about": edda})

    assert "begin it anew" in page(answer)


def test_what_is_open_or_over_is_not_tried_out(row, asha, clock):
    did(row, "call_off", asha, reason="Snow", minute=-60)
    clock.at = row.opens_at

    answer = browser_of(asha).get(
        f"/i/{row.institution.address}/assemblies/{row.number}/try/"
    )

    assert "until the assembly is opened" in page(answer)
