"""A rule that shares out money asks for ballots that its method can count."""

from dataclasses import replace

import pytest
from tests.rules.charters.charters import SOUND, with_rule
from tests.rules.sayings import said as said_of

from commonweal import kinds
from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.charters.check_marking import objections_to_marking
from commonweal.rules.charters.controls import adjustable, adjusted
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.toml import to_toml
from commonweal.rules.voting.marking import Marking


def sharing(method="greedy", marking=None, **settings):
    """Give a charter one of whose rules shares out money in this way."""
    return with_rule(
        SOUND,
        "election",
        method=method,
        marking=marking or Marking(),
        settings=settings,
    )


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_every_method_takes_the_ballots_it_declares(method):
    for form in (method.ballot, *method.takes):
        assert not list(objections_to_marking(sharing(method.id, Marking(form))))


@pytest.mark.parametrize(
    ("charter", "said"),
    [
        (
            with_rule(SOUND, "election", marking=Marking("cumulative")),
            "and shares out none",
        ),
        (
            sharing("phragmen", Marking("cumulative")),
            "“hand out points among projects”, which “Phragmén's rule” does not read. "
            "It reads: tick any number of projects and tick projects that the money "
            "reaches for.",
        ),
        (sharing("phragmen", Marking("ranking")), "“put projects in order”"),
        (sharing(marking=Marking(points=9)), "its ballots hand out none"),
        (sharing(marking=Marking("ranking", 9)), "its ballots hand out none"),
        (sharing(marking=Marking("knapsack", ranks=3)), "its ballots rank none"),
        (
            sharing(marking=Marking("ranking"), max_length="3"),
            "again as the detail of counting “max_length”. Leave the detail out.",
        ),
    ],
)
def test_a_charter_that_contradicts_itself_is_told_so(charter, said):
    (objection,) = objections_to_marking(charter)

    assert said in said_of(objection)


def test_the_form_is_written_turned_and_read_again():
    charter = sharing()

    turned = adjusted(charter, {"rules.election.marking.form": "cumulative"})
    turned = adjusted(turned, {"rules.election.marking.points": "25"})

    assert turned.rule("election").marking == Marking("cumulative", 25)
    assert parse(to_toml(turned)) == turned


@pytest.mark.parametrize("points", ["0", "1001", "many"])
def test_the_points_keep_within_their_bounds(points):
    charter = sharing(marking=Marking("cumulative"))

    (objection,) = adjusted(charter, {"rules.election.marking.points": points})

    assert "rules.election.marking.points" in said_of(objection)


def test_only_what_bears_on_a_ballot_can_be_turned():
    def offered(charter):
        paths = (one.path for one in adjustable(charter))
        return [path.rpartition(".")[2] for path in paths if ".marking." in path]

    assert offered(SOUND) == []
    assert offered(sharing()) == ["form"]
    assert offered(sharing(marking=Marking("cumulative"))) == ["form", "points"]
    assert offered(sharing(marking=Marking("ranking"))) == ["form", "ranks"]


@pytest.mark.parametrize("kind", kinds.names())
def test_what_is_shipped_does_not_contradict_itself(kind):
    charter = parse(kinds.text_of(kind))

    assert not list(objections_to_marking(replace(charter)))
