"""A body that shows strangers nothing is not shown to them by those it is with."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    WORDS,
    a_body,
    a_confederation,
    answered,
    in_it,
    join,
    person_in,
    raised,
    sent,
    told,
)
from tests.interfaces.api.conftest import Program
from tests.interfaces.web.conftest import browser_of

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.effects import (
    accuse_body,
    admit_body,
    find_kept,
    join_confederation,
    put_body_out,
)
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.effect import Result
from commonweal.foundation.language import say
from commonweal.interfaces.cli.main import main
from commonweal.rules.confederation.mandates import Whole
from commonweal.rules.sentence import LocalText

pytestmark = pytest.mark.django_db

NAME = "The house in Poplar Court"
SPEAKS = DELIBERATED + timedelta(hours=1)
ASKED = SPEAKS + timedelta(days=2)
OVER = ASKED + timedelta(days=40)


@pytest.fixture
def house():
    """Give a body of three that strangers do not find."""
    return a_hidden_body("Tara", "Tomas", "Talal")


def a_hidden_body(founder, *more):
    shown = a_charter("tenants_union")
    name = LocalText(tuple((language, NAME) for language, _ in shown.name.versions))
    charter = replace(shown, public=frozenset(), name=name)
    body = an_institution("tenants_union", founder=founder, charter=charter)
    for one in more:
        a_member(body, one)
    return body


@pytest.fixture
def bodies(house):
    return a_body("Asha", "Ana"), house, a_body("Chidi", "Carla")


@pytest.fixture
def whole(bodies):
    shown = a_charter("city_confederation")
    charter = replace(shown, public=shown.public | {"officers"})
    return a_confederation(*bodies, charter=charter)


@pytest.fixture
def matter(bodies, whole):
    """Give a matter that the house raised, and that all bases answered."""
    matter = asked_about(bodies, whole)
    for body, (yes, no) in zip(bodies, [(2, 0), (3, 0), (0, 2)], strict=True):
        answered(body, matter, yes=yes, no=no, at=ASKED)
    return matter


def asked_about(bodies, whole):
    delegates = [sent(body, whole, founder_of(body))[0] for body in bodies]
    matter = raised(bodies[1], whole)
    for body in bodies:
        told(body, matter, "yes")
    actions.put_to_congress(
        matter, words=WORDS, is_urgent=False, by=delegates[0], at=SPEAKS
    )
    for delegate in delegates:
        actions.say(matter, saying=Whole("yes"), by=delegate, at=SPEAKS)
    actions.settle_matters(whole, at=ASKED)
    return matter


def pages_of(whole):
    here = f"/i/{whole.address}/together/"
    return here, f"{here}1/", f"{here}1/matter.json"


def read_by(browser, path):
    return " ".join(browser.get(path).content.decode().split())


def test_strangers_read_of_a_body_with_a_number(house, whole, matter, clock):
    clock.at = ASKED
    stranger = browser_of(None)
    assert stranger.get(f"/i/{house.address}/").status_code == 404
    api = f"/institutions/{whole.address}/together"

    read = [read_by(stranger, path) for path in pages_of(whole)]
    read += [Program().get(path).content.decode() for path in (api, f"{api}/1")]

    for page in read:
        assert "Body 2" in page
        for secret in (NAME, house.address, str(house.pk), "Tara"):
            assert secret not in page
    assert "<bdi>Asha</bdi>" in read[0], "others say who speaks for them"
    assert "shows strangers nothing" in read[0]


def test_members_of_any_body_read_its_name_and_what_strangers_read(
    bodies, house, whole, matter, clock
):
    clock.at = ASKED
    ana = browser_of(person_in(bodies[0], "Ana"))

    for path in pages_of(whole):
        assert NAME in read_by(ana, path)
    together = read_by(ana, pages_of(whole)[0])
    assert "Strangers read of it as “Body 2”." in together
    assert "<bdi>Tara</bdi>" in together


def test_what_strangers_get_is_worked_out_to_the_same(
    bodies, whole, matter, clock, tmp_path, capsys
):
    clock.at = OVER
    readers = browser_of(None), browser_of(person_in(bodies[0], "Ana"))

    printed = []
    for number, reader in enumerate(readers):
        file = tmp_path / f"{number}.json"
        file.write_bytes(reader.get(pages_of(whole)[2]).content)
        assert main(["matter", str(file), "--at", OVER.isoformat()]) == 0
        printed.append(capsys.readouterr().out)

    theirs, ours = printed
    assert "The bases said yes: 2 bodies, and 5 members against 2." in theirs
    assert NAME in ours
    assert ours.replace(NAME, "Body 2").split() == theirs.split()


def test_one_id_stands_for_it_in_the_whole_file_and_nothing_to_find_it_by(
    house, whole, matter, clock
):
    clock.at = OVER
    file = json.loads(browser_of(None).get(pages_of(whole)[2]).content)

    (stands,) = [one for one, name in file["names"].items() if name == "Body 2"]
    theirs = [one for one in file["deeds"] if one["body"] == stands]
    (composed,) = [one for one in file["deeds"] if one["deed"] == "composed"]

    assert [one["deed"] for one in theirs] == ["raised", "mandated", "answered"]
    assert stands in [one["id"] for one in composed["facts"]["union"]["bodies"]]
    assert {one["decision"] for one in theirs} == {None}
    assert theirs[-1]["facts"]["minutes"] == ""


def test_another_confederation_has_another_id_for_it(bodies, house, whole, clock):
    other = a_confederation(bodies[2], house)
    clock.at = day(5)

    ids = [
        next(
            body["id"]
            for body in Program()
            .get(f"/institutions/{one.address}/together")
            .json()["bodies"]
            if body["name"] == "Body 2"
        )
        for one in (whole, other)
    ]

    assert ids[0] != ids[1]


@pytest.mark.parametrize("is_hidden", [True, False])
def test_who_only_asks_to_come_in_is_told_to_members_of_the_bodies(
    bodies, whole, clock, is_hidden
):
    asks = a_hidden_body("Uma") if is_hidden else a_body("Uma")
    name = say(charter_in_force(asks, at=day(3)).name)
    join(asks, whole, at=day(3))
    clock.at = day(4)
    here = pages_of(whole)[0]

    stranger, uma = browser_of(None), browser_of(founder_of(asks))
    ana = browser_of(person_in(bodies[0], "Ana"))

    assert "Who asks to come in" not in read_by(stranger, here)
    listed = Program().get(f"/institutions/{whole.address}/together").json()
    assert len(listed["bodies"]) == 3
    for browser in (ana, uma):
        shown = read_by(browser, here)
        assert name in shown.partition("Who asks to come in")[2]


def test_strangers_read_one_number_of_how_many_belong_to_a_base(
    bodies, house, whole, clock
):
    """Four are on the roll of the house, and one of them is counted elsewhere."""
    a_member(house, "Ana", person=person_in(bodies[0], "Ana").person, at=day(5))
    matter = asked_about(bodies, whole)
    result = Result(True, 4, 2, "motion", "seal", uuid4(), 2, 0, 0)
    actions.answer(house, terms={"matter": str(matter.pk)}, result=result, at=ASKED)
    clock.at = ASKED
    stranger, ana = browser_of(None), browser_of(person_in(bodies[0], "Ana"))

    answers = [
        json.loads(one.get(pages_of(whole)[2]).content)["deeds"][-1]["facts"]["counts"]
        for one in (stranger, ana)
    ]

    assert [one["roll"] for one in answers] == [3, 4]
    _here, page, _file = pages_of(whole)
    assert "2 of 3 took part" in read_by(stranger, page)
    assert "2 of 4 took part" not in read_by(stranger, page)
    assert "2 of 4 took part" in read_by(ana, page)


@pytest.mark.parametrize(
    ("public", "says"),
    [
        ((), "Strangers will read of a body with a number, without its name"),
        (("charter",), "Once we are in, strangers will read that we are"),
    ],
)
def test_whoever_decides_to_join_reads_what_others_will_read(public, says):
    charter = replace(a_charter("tenants_union"), public=frozenset(public))

    told_ = say(join_confederation.EFFECT.told(charter, {"named": "Valley"}))

    assert says in told_


def test_a_proposal_to_admit_it_says_a_number_to_all(house, bodies, whole):
    asks = a_hidden_body("Uma")
    join(asks, whole, at=day(3))
    open_ = a_body("Vera")
    join(open_, whole, at=day(3))

    found = [
        admit_body.EFFECT.understood(
            bodies[0], {"applicant": in_it(one, whole)}, day(3)
        )
        for one in (asks, open_)
    ]
    said = [say(admit_body.EFFECT.told(None, terms)) for terms in found]

    assert NAME not in str(found[0])
    assert "we speak for “Body 4”" in said[0]
    assert "we speak for “Neighbourhood assembly”" in said[1]


@pytest.mark.parametrize("effect", [accuse_body, put_body_out, find_kept])
def test_what_one_body_proposes_about_another_does_not_name_it(
    bodies, whole, house, effect
):
    asha = bodies[0]
    terms = {"other": in_it(house, whole), "finding": "one_vote no"}
    charter = charter_in_force(asha, at=day(5))

    meant = effect.EFFECT.understood(asha, terms, day(5))

    assert NAME not in json.dumps(meant)
    assert NAME not in say(effect.EFFECT.told(charter, meant))
    assert "Body 2 (City confederation)" in say(effect.EFFECT.told(charter, meant))
