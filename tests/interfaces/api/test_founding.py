"""What programs find on a node, founding, and reading what is founded."""

import pytest

from commonweal.foundation.institutions.models import Institution
from tests.builders import (
    A_KIND,
    a_person,
    an_institution,
    day,
    founder_of,
)
from tests.interfaces.api.conftest import (
    Program,
    did,
    program_of,
    told,
)
from tests.interfaces.web.visitors import put

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

NEW = {
    "kind": A_KIND,
    "name": "Canal Street Tenants",
    "address": "canal-street",
    "my_name": "Asha",
    "settings": {"accent": "pine"},
}


def test_a_stranger_finds_this_node_its_kinds_and_its_public_institutions(union):
    program = Program()

    node = told(program.get("/node"))
    kinds = told(program.get("/kinds"))
    kind = told(program.get(f"/kinds/{A_KIND}"))
    found = told(program.get("/institutions"))
    inventory = told(program.get("/node/inventory"))

    assert node["is_demo"] is False
    assert A_KIND in [one["id"] for one in kinds]
    assert kind["charter"]["prose"][0]["sentences"]
    assert [one["address"] for one in found["items"]] == [union.address]
    assert "people_person" in [one["table"] for one in inventory["tables"]]


def test_institutions_come_a_page_at_a_time(union):
    second = an_institution()
    addresses = sorted([union.address, second.address])

    first = told(Program().get("/institutions?limit=1"))
    rest = told(Program().get(f"/institutions?limit=1&after={first['next']}"))

    assert [one["address"] for one in first["items"]] == addresses[:1]
    assert [one["address"] for one in rest["items"]] == addresses[1:]
    assert rest["next"] is None


def test_somebody_founds_an_institution_and_is_its_first_member():
    program = program_of(a_person("Asha"))

    face = told(program.post("/institutions", NEW), 201)

    founded = Institution.objects.get(address="canal-street")
    assert face["name"] == "Canal Street Tenants"
    assert face["me"]["name"] == "Asha"
    assert face["member_count"] == 1
    assert did(founded) == ["founded", "joined"]


@pytest.mark.parametrize(
    ("changed", "status", "reason"),
    [
        ({"address": "Not An Address"}, 409, "address_malformed"),
        ({"settings": {"no.such": "1"}}, 409, "charter_objections"),
        ({"my_name": " "}, 409, "name_empty"),
        ({"kind": "something_else"}, 404, "not_there"),
    ],
)
def test_what_cannot_be_founded_is_refused(changed, status, reason):
    answer = program_of(a_person()).post("/institutions", NEW | changed)

    assert told(answer, status)["id"] == reason
    assert not Institution.objects.exists()


def test_founding_is_limited_as_on_the_pages():
    program = program_of(a_person())

    answers = [
        program.post("/institutions", NEW | {"address": f"place-{n}"}) for n in range(6)
    ]

    assert [one.status_code for one in answers] == [201] * 5 + [429]


def test_a_stranger_sees_what_the_charter_makes_public_and_no_names(union, here):
    member = founder_of(union)
    number = put(union, member, at=day(1)).number
    stranger = Program()

    face = told(stranger.get(here))
    charter = told(stranger.get(here + "/charter"))
    versions = told(stranger.get(here + "/charter/versions"))
    officers = told(stranger.get(here + "/officers"))

    assert face["me"] is None
    assert face["may_see"]["proposals"] is False
    assert charter["bylaws"] == ""
    assert [one["number"] for one in versions["items"]] == [1]
    assert officers == []
    assert stranger.get(f"{here}/proposals/{number}").status_code == 404
    for closed in ("/members", "/journal", "/ways"):
        assert told(stranger.get(here + closed), 401)["id"] == "token_needed"


def test_a_charter_is_read_in_each_version(here, asha):
    version = told(asha.get(here + "/charter/versions/1"))

    assert version["changes"] == []
    assert told(asha.get(here + "/charter/versions/2"), 404)["id"] == "not_there"


def test_changing_the_charter_is_proposed(union, here, asha):
    sent = {"changes": {"accent": "pine"}, "text": "Green suits us."}

    draft = told(asha.post(here + "/charter/amendments", sent), 201)

    assert draft["effect"] == "amend_charter"
    assert draft["terms"] == {"changes": {"accent": "pine"}}
    assert "Green suits us." in draft["text"]
    assert "draft_proposal" not in did(union)


def test_an_amendment_that_changes_nothing_is_refused(here, asha):
    answer = asha.post(here + "/charter/amendments", {"changes": {}})

    assert told(answer, 409)["id"] == "charter_objections"
