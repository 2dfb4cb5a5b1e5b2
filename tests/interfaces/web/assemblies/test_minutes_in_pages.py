"""The minutes as a PDF: whatever people wrote is set as words, never as a command."""

import json
from datetime import timedelta
from importlib import import_module

import pytest

from commonweal.interfaces.web.assemblies.views import paged
from tests.builders import a_member, an_institution, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db

HOSTILE = r'#panic("x") #read("/etc/passwd") ] $ \ @ruin <here> *bold* ‮right'


@pytest.fixture
def address(clock):
    union = an_institution()
    asha, ben = founder_of(union), a_member(union, "Ben")
    row = an_open_assembly(asha, ben)
    did(row, "turn_to", asha, item="1", minute=1)
    clock.at = row.opens_at + timedelta(hours=1)
    row = did(row, "close", asha, minute=30)
    here = f"/i/{union.address}/assemblies/{row.number}/minutes/"
    browser_of(asha).post(f"{here}0/", {"deed": "add", "words": HOSTILE})
    return browser_of(ben), here


def test_they_are_set_in_pages_whatever_was_written(address):
    browser, here = address

    answer = browser.get(f"{here}pdf/")

    assert answer["Content-Type"] == "application/pdf"
    assert "attachment" in answer["Content-Disposition"]
    assert answer.content.startswith(b"%PDF-")
    assert f"{here}pdf/" in browser.get(here).content.decode()


def test_what_somebody_wrote_is_handed_over_as_data_alone(address, monkeypatch):
    browser, here = address
    handed = {}

    def kept(source, **more):
        handed.update(source=source, **more)
        return b"%PDF-"

    typst = type("Typst", (), {"compile": staticmethod(kept)})
    monkeypatch.setattr(paged, "import_module", lambda name: typst)
    browser.get(f"{here}pdf/")

    assert handed["source"] == paged.PAGES.encode()
    assert "#panic" in handed["sys_inputs"]["told"]


@pytest.mark.parametrize("name", ["张伟", "ዳዊት", "สมชาย", "ਗੁਰਪ੍ਰੀਤ", "\u0378", "👩‍👩‍👧"])
def test_letters_that_no_font_has_are_boxes_and_the_pages_say_so(
    address, monkeypatch, name
):
    browser, here = address
    told = []
    typst = import_module("typst")

    def kept(source, **more):
        told.append(json.loads(more["sys_inputs"]["told"]))
        return typst.compile(source, ignore_system_fonts=True, **more)

    handed = {"compile": staticmethod(kept), "TypstError": typst.TypstError}
    monkeypatch.setattr(paged, "import_module", lambda _: type("Typst", (), handed))
    browser.post(f"{here}0/", {"deed": "add", "words": f"{name} was there."})

    answer = browser.get(f"{here}pdf/")

    assert answer.content.startswith(b"%PDF-")
    assert [bool(one["lacking"]) for one in told] == [False, True]


def test_the_same_minutes_give_the_same_bytes(address):
    browser, here = address

    assert browser.get(f"{here}pdf/").content == browser.get(f"{here}pdf/").content
