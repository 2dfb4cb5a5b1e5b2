"""Words made to be more than words: template marks, tags, formats, formulas.

They are kept as they were typed and shown as they were typed, and nothing carries
them out: not our templates, not Python's formats, not a spreadsheet.
"""

import ast
from pathlib import Path

import pytest
from django.template import engines

import commonweal
from commonweal.capabilities.decisions import actions as decisions
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.threads import actions as threads
from tests.capabilities.decisions.given import newest_words
from tests.interfaces.web.access.asking import Asker, address_of, routes
from tests.interfaces.web.access.matrix import PAGES, Who

pytestmark = pytest.mark.django_db

SOURCE = Path(commonweal.__file__).parent
HOSTILE = (
    "{{ 71917191|add:1 }} {% debug %} {{ request }} ${71917191+1} #{71917191+1} "
    "<%= 71917191+1 %> "
    "{0.__class__} {member.__init__} {} %s %(x)s %n <b onclick=x>bold</b> =1+1"
)
CARRIED_OUT = ("71917192", "WSGIRequest", "<b onclick", "PATH_INFO", "__init__ of")
NAME = "{{ 71917191|add:1 }} {0.__class__} %s =1+1"
# What makes markup of a text, each with what it is given.
MAKES_MARKUP = {
    "mark_safe",
    "SafeString",
    "format_html",
    "Template",
    "from_string",
    "Svg",
}
WRITES_TABLES = {"writer", "writerow", "writerows", "DictWriter"}
MAY = {
    "foundation/text.py": "what nh3 has cleaned",
    "interfaces/web/markup.py": "parts of our own, their words escaped",
    "interfaces/web/templatetags/components.py": "parts of our own",
    "interfaces/charts/svg.py": "drawings of our own, their words escaped",
    "interfaces/charts/maps.py": "classes and empty pieces of our own",
    "interfaces/charts/paths.py": "classes of our own",
    "interfaces/web/institutions/views/pictures.py": "QR pictures of our own",
}


@pytest.fixture
def said(hall):
    """Let somebody say all this wherever words are taken."""
    at, institution, hugo = hall.at, hall.world.hall, hall.world.hugo
    joining.rename(hugo, name=NAME, at=at)
    for number in (hall.things["draft"], hall.things["weak"]):
        proposal = institution.proposal_set.get(number=int(number))
        words = decisions.Wording(HOSTILE[:190], HOSTILE)
        decisions.revise(
            proposal,
            by=hugo,
            words=words,
            is_correction=False,
            seen=newest_words(proposal),
            at=at,
        )
    about = institution.proposal_set.get(number=int(hall.things["open"])).pk
    threads.say_in_thread(about, institution=institution, by=hugo, text=HOSTILE, at=at)
    return hall


def test_words_are_shown_as_they_were_typed_on_every_page(said):
    asker, told = Asker(said, "hugo"), []

    for route in routes():
        if PAGES[route.name].get is Who.LED_AWAY:
            continue
        answer = asker.ask(route, "GET")
        page = answer.content.decode("utf-8", "replace")
        binary = route.name in {"node:source", "people:about_me"}
        carried_out = [] if binary else [one for one in CARRIED_OUT if one in page]
        if answer.status >= 500 or carried_out:
            told.append((route.name, answer.status, carried_out))

    assert not told
    decision = f"/i/{said.world.hall.address}/decisions/{said.things['weak']}/"
    page = asker.browser.get(decision).content.decode()
    assert "{{ 71917191|add:1 }}" in page
    assert "{0.__class__}" in page
    assert "&lt;b onclick" in page


def test_a_form_that_comes_back_shows_what_was_typed(hall):
    asker = Asker(hall, "hugo")

    for route in routes():
        page = PAGES[route.name]
        if page.post is None or not page.sends:
            continue
        sent = {
            key: HOSTILE if isinstance(value, str) else value
            for key, value in page.sends.items()
        }
        path = address_of(route, page, hall, at=hall.world.hall.address)
        answer = asker.send("POST", path, sent)
        assert answer.status < 500, route.name
        shown = answer.content.decode("utf-8", "replace")
        assert not [one for one in CARRIED_OUT if one in shown], route.name


def test_templates_would_carry_it_out_if_they_were_handed_it():
    """Or nothing above would prove anything."""
    template = engines["django"].from_string("{{ 71917191|add:1 }}")

    assert template.render({}) == "71917192"


def test_only_named_modules_make_markup_of_text():
    found = {
        str(file.relative_to(SOURCE))
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call) and _name(node.func) in MAKES_MARKUP
    }

    assert found <= set(MAY)


def test_no_page_writes_a_table_for_spreadsheets(hall):
    """A cell that begins with = would be carried out there."""
    asker = Asker(hall, "hugo")

    kinds = {
        asker.ask(route, "GET").headers.get("Content-Type", "").partition(";")[0]
        for route in routes()
    }
    assert not [one for one in kinds if "csv" in one or "sheet" in one]


def test_tables_for_spreadsheets_are_written_where_cells_are_guarded():
    writers = {
        str(file.relative_to(SOURCE))
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in WRITES_TABLES
    }

    assert writers == {"rules/spreadsheet.py"}


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
