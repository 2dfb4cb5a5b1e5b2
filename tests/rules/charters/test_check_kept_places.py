"""Places kept for a class can be kept by the count, and won by that class."""

from dataclasses import replace

import pytest
from tests.rules.charters.charters import SOUND, with_rule
from tests.rules.sayings import said as said_of

from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.check_kept_places import objections_to_kept_places
from commonweal.rules.charters.controls import adjustable, adjusted
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.prose import prose
from commonweal.rules.charters.toml import to_toml
from commonweal.rules.voting.kept_places import KeptPlaces
from commonweal.rules.voting.methods import METHODS

ELECTING = replace(SOUND, effects={**SOUND.effects, "fill_office": "election"})
TRANSFERABLE = [one for one in METHODS if one.startswith("stv-")]


def keeping(at_least, member_class="tenant", method="stv-scottish"):
    kept = KeptPlaces(at_least, member_class)
    return with_rule(ELECTING, "election", method=method, kept_places=kept)


@pytest.mark.parametrize("method", TRANSFERABLE)
def test_every_transferable_vote_can_keep_places(method):
    assert list(objections_to_kept_places(keeping(2, method=method))) == []


def barred(charter):
    classes = (replace(charter.classes[0], rights=frozenset()), *charter.classes[1:])
    return replace(charter, classes=classes)


@pytest.mark.parametrize(
    ("charter", "said"),
    [
        (keeping(1, method="approval"), "can keep none. These can: stv-"),
        (keeping(0), "names a class that places are kept for, and keeps none"),
        (keeping(1, ""), "which is not there. There are: tenant"),
        (keeping(1, "guest"), "the class “guest”, which is not there"),
        (barred(keeping(1)), "who may not stand for election"),
        (keeping(3), "the office “Steward” has 3. Keep fewer"),
    ],
)
def test_places_that_cannot_be_kept_are_objected_to(charter, said):
    (objection,) = objections_to_kept_places(charter)

    assert said in said_of(objection)


def test_they_are_turned_written_read_and_printed():
    turned = adjusted(keeping(0, ""), {"rules.election.kept_places.at_least": "1"})
    assert isinstance(turned, Charter)
    turned = adjusted(turned, {"rules.election.kept_places.member_class": "tenant"})
    assert isinstance(turned, Charter)
    printed = [said_of(one) for section in prose(turned) for one in section.clauses]

    assert turned.rule("election").kept_places == KeptPlaces(1, "tenant")
    assert parse(to_toml(turned)) == turned
    assert (
        "At least 1 of the places is kept for those who belong as Tenant. Where too "
        "few of them stand, it stays open."
    ) in printed


def test_a_class_is_asked_for_once_places_are_kept():
    def offered(charter):
        paths = (one.path for one in adjustable(charter))
        return [path.rpartition(".")[2] for path in paths if ".kept_places." in path]

    assert offered(keeping(0, "")) == ["at_least"]
    assert offered(keeping(1)) == ["at_least", "member_class", "unfilled"]
    assert offered(keeping(1, method="borda")) == []
