"""Each page, asked as everybody who might ask: who gets what, and who nothing.

The pages are read from the table of addresses, so that whoever adds one says here who
may read it and who may send its form. What each asker is in: a stranger is signed out,
an outsider belongs to another institution, a newcomer joined an hour ago, who is
suspended belongs and has no right to anything, and who left has left.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product

import pytest

from commonweal.foundation.backups import queries as backups
from tests.clock import stopped
from tests.interfaces.web.access.asking import Answer, Asker, Route, digest, routes
from tests.interfaces.web.access.matrix import PAGES, Who
from tests.interfaces.web.access.world import Hall, a_hall

pytestmark = pytest.mark.django_db

ROUTES = list(routes())
IN_A_HALL = [one for one in ROUTES if one.is_in_a_hall]
ASKERS = ("stranger", "outsider", "newcomer", "suspended", "left")
GIVEN_TO = {
    Who.ANYBODY: set(ASKERS),
    Who.SIGNED_IN: {"outsider", "newcomer", "suspended", "left"},
    Who.MEMBERS: {"newcomer", "suspended"},
    Who.ENTITLED: {"newcomer"},
    Who.LONGER: {"suspended"},
    Who.OWNER: set[str](),
    Who.HOLDER: set[str](),
    Who.NOBODY: set[str](),
}
# A mark that is new on every page, and the address, which is what was asked for.
NEW_EACH_TIME = re.compile(rb'(name="csrfmiddlewaretoken" value=")\w+')


@pytest.fixture
def hall(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hall]:
    """Give the hall, with the clock stopped when everything is asked."""
    made = a_hall()
    stopped(monkeypatch, made.at)
    backups.forget_restorations()
    yield made
    backups.forget_restorations()


def test_every_page_says_who_may_read_it_and_who_may_send_its_form():
    assert {one.name for one in ROUTES} == set(PAGES)


def test_a_deed_is_declared_as_one_and_whoever_looks_is_led_to_its_page():
    for route in ROUTES:
        led_away = PAGES[route.name].get is Who.LED_AWAY
        assert led_away == hasattr(route.view, "is_a_deed_on"), route.name


def test_whoever_reads_gets_what_is_declared_and_changes_nothing(hall):
    answers = _asked(hall, "GET")

    _nothing(
        [
            (who, name, wrong, answer[:2])
            for (who, name), answer in answers.items()
            if (wrong := _wrong(answer, PAGES[name].get, who))
        ]
    )
    assert not [asked for asked, answer in answers.items() if answer.changed]


def test_whoever_may_not_do_a_deed_changes_no_row(hall):
    answers = _asked(hall, "POST")
    declared = {name: page.post or page.get for name, page in PAGES.items()}

    _nothing(
        [
            (who, name, wrong, answer[:2])
            for (who, name), answer in answers.items()
            if (wrong := _wrong(answer, declared[name], who))
        ]
    )
    assert not [
        asked
        for asked, answer in answers.items()
        if answer.changed and PAGES[asked[1]].post is None
    ]


def test_somebody_in_the_hall_may_do_each_deed_that_is_declared(hall):
    askers = {page.by: Asker(hall, page.by) for page in PAGES.values()}

    answers = [
        (route.name, method, askers[page.by].ask(route, method))
        for route in ROUTES
        for page in [PAGES[route.name]]
        for method, who in (("GET", page.get), ("POST", page.post))
        if who not in {None, Who.NOBODY, Who.LED_AWAY}
    ]

    _nothing(
        [
            (name, method, answer[:2])
            for name, method, answer in answers
            if not answer.is_given
        ]
    )


def test_a_hidden_institution_is_the_same_as_none(hall):
    hidden = hall.world.hidden.address
    told = []

    for asker in (Asker(hall, who) for who in ("stranger", "hugo", "newcomer", "left")):
        for route, method in product(IN_A_HALL, ("GET", "POST")):
            there = asker.ask(route, method, at=hidden)
            nowhere = asker.ask(route, method, at="nowhere-at-all")
            same = _bare(there, hidden) == _bare(nowhere, "nowhere-at-all")
            if not same or there.changed:
                told.append((route.name, method, there[:2], nowhere[:2]))

    _nothing(told)


def test_what_belongs_to_one_institution_is_not_found_in_another(hall):
    asker = Asker(hall, "outsider")
    elsewhere = hall.world.hidden.address
    about_a_thing = [one for one in IN_A_HALL if _names_a_thing(one)]
    wrong = []

    for route in about_a_thing:
        for method in ("GET", "POST"):
            if PAGES[route.name].get is Who.LED_AWAY and method == "GET":
                continue
            answer = asker.ask(route, method, at=elsewhere)
            if answer.changed or answer.status not in {302, 404, 409}:
                wrong.append((route.name, method, answer.changed, answer[:2]))

    _nothing(wrong)


def test_what_is_one_persons_own_is_nobody_elses(hall):
    owned = [one for one in ROUTES if PAGES[one.name].post is Who.OWNER]

    for who in ("newcomer", "samir"):
        for route in owned:
            assert not Asker(hall, who).ask(route, "POST").changed, (route.name, who)


def test_a_deed_that_was_done_is_seen_and_taken_back(hall):
    """Or nothing above would prove anything."""
    [rename] = [one for one in ROUTES if one.name == "institutions:rename"]
    newcomer = Asker(hall, "newcomer")
    before = digest()

    answer = newcomer.ask(rename, "POST")

    assert answer.changed
    assert digest() == before


def _nothing(wrong: Sequence[object]) -> None:
    """Fail with all that is wrong, each on a line."""
    assert not wrong, "\n".join(map(str, ["", *wrong]))


def _asked(hall: Hall, method: str) -> dict[tuple[str, str], Answer]:
    """Ask for every page there is, as everybody."""
    return {
        (asker.who, route.name): asker.ask(route, method)
        for asker in [Asker(hall, who) for who in ASKERS]
        for route in ROUTES
    }


def _wrong(answer: Answer, declared: Who, who: str) -> str:
    """Say what is wrong with an answer, if anything is."""
    if answer.status >= 500:
        return "it broke"
    if declared is Who.LED_AWAY:
        return "" if answer.status == 302 and not answer.changed else "not led away"
    if answer.status == 405 and not answer.changed:
        return ""
    if who in GIVEN_TO[declared]:
        return "" if answer.is_given else "refused"
    if declared is Who.OWNER and answer.status == 302 and not answer.changed:
        return ""
    return "" if answer.is_refused else "changed or given"


def _names_a_thing(route: Route) -> bool:
    """Say whether an address names something that only its institution has."""
    parts = set(route.parts) - {"address", "aim", "kind", "call"}
    return bool(parts) and route.name != "institutions:charter_version"


def _bare(answer: Answer, address: str) -> tuple[int, str, bytes]:
    """Give an answer without the address that was asked for."""
    content = NEW_EACH_TIME.sub(rb"\1", answer.content)
    return (
        answer.status,
        answer.leads_to.replace(address, ""),
        content.replace(address.encode(), b""),
    )
