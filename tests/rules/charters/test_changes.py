from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.rules.charters.charters import CHARTERS, SOUND, text, with_rule
from tests.rules.charters.turning import turned
from tests.rules.sayings import said

from commonweal import kinds
from commonweal.rules.charters.changes import changes
from commonweal.rules.charters.charter import Activity, Charter, OfficeTerms
from commonweal.rules.charters.controls import adjustable, adjusted
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.tree import whole_tree
from commonweal.rules.sentence import local_text
from commonweal.rules.voting.decision_rule import SecondCall


def in_words(new: Charter, old: Charter = SOUND) -> list[str]:
    return [said(change) for change in changes(old, new)]


@settings(max_examples=15)
@given(CHARTERS, CHARTERS)
def test_something_is_said_just_when_something_differs(old, new):
    assert bool(changes(old, new)) == (whole_tree(old) != whole_tree(new))
    assert all(said(change) for change in changes(old, new))


@given(CHARTERS)
@settings(max_examples=15)
def test_a_charter_does_not_differ_from_itself(charter):
    assert changes(charter, charter) == ()


@pytest.mark.parametrize("kind", kinds.names())
def test_turning_one_control_is_one_change(kind):
    charter = parse(kinds.text_of(kind))

    for control in adjustable(charter):
        other = adjusted(charter, {control.path: turned(control)})
        assert isinstance(other, Charter)
        differs = other != charter
        assert len(in_words(other, charter)) == differs, control.path


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (
            with_rule(SOUND, "ordinary", voting_days=10),
            "Ordinary decision: “Days to vote” becomes “10”; it was “7”.",
        ),
        (
            replace(SOUND, activity=Activity(90)),
            "“Days of silence until dormant (0: never)” becomes “90”; it was “0”.",
        ),
        (
            replace(SOUND, place="Riverside"),
            "“Place” becomes “Riverside”; it was “nothing”.",
        ),
        (
            replace(SOUND, name=local_text(en="Riverside tenants", es="Ribera")),
            "“Name, in Spanish” becomes “Ribera”; it was “nothing”.",
        ),
        (
            replace(SOUND, effects={**SOUND.effects, "admit_member": "ordinary"}),
            "“Rule for admitting members” becomes “Ordinary decision”; it was "
            "“nothing”.",
        ),
        (
            replace(SOUND, charter_rule="ordinary"),
            "“Rule for changing the charter” becomes “Ordinary decision”; it was "
            "“Changing the charter”.",
        ),
        (
            replace(
                SOUND,
                franchises=(
                    replace(SOUND.franchises[0], exclusions=(text("No landlords."),)),
                ),
            ),
            "Everybody: “Who is kept off it” becomes “No landlords.”; it was "
            "“nothing”.",
        ),
        (
            replace(SOUND, bylaws="More."),
            "The bylaws beside the charter read differently.",
        ),
        (
            with_rule(SOUND, "ordinary", second_call=SecondCall(1, 2)),
            "Ordinary decision: there is a second call if too few vote.",
        ),
        (
            with_rule(SOUND, "change", second_call=None),
            "Changing the charter: there is no second call any more.",
        ),
        (
            replace(
                SOUND, offices=(*SOUND.offices, OfficeTerms("cook", text("Cook"), 1, 9))
            ),
            "New office: “Cook”.",
        ),
        (replace(SOUND, offices=()), "No longer there: the office “Steward”."),
    ],
)
def test_a_change_is_said_with_what_was_and_what_becomes(new, words):
    assert in_words(new) == [words]
