"""A matter that was published is read back whole, and what is none is refused."""

from copy import deepcopy

import pytest
from hypothesis import given
from tests.rules.confederation.lives import CASES, STARTED
from tests.rules.confederation.valley import on, raised

from commonweal.rules.confederation.answers import Answer, Counts
from commonweal.rules.confederation.deeds import (
    Composed,
    OptedOut,
    Raised,
    Withdrawn,
)
from commonweal.rules.confederation.filed import FORMAT, deeds_from, read_file
from commonweal.rules.confederation.plain import (
    body_to_plain,
    case_to_plain,
    counts_to_plain,
)
from commonweal.rules.confederation.voices import Followed, Gone
from commonweal.rules.malformed import Malformed
from commonweal.rules.plain import verdict_to_plain


@given(CASES, STARTED)
def test_a_matter_is_read_back_as_it_was_published(case, deeds):
    # Into which bodies a body went stands in no file: what they said is not counted.
    deeds = [one for one in deeds if not isinstance(one, Followed)]

    found = read_file(a_file(case, deeds))

    assert found.case == case
    assert list(found.deeds) == deeds
    assert (found.title, found.names) == ("Who mends the pump?", {"mill": "The Mill"})


def test_an_answer_keeps_how_it_was_found():
    counts = Counts(3, 1, 0, 4, 9)
    said = Answer(
        *("mill", "new", "return", counts, on(3)),
        method="consensus",
        minutes="a digest",
        amendments="Other words.",
        is_sealed=True,
    )

    (found,) = deeds_from([in_a_row(said)])

    assert found == said


def test_what_bears_on_nothing_is_passed_over():
    rows = [in_a_row(raised()), {**in_a_row(raised()), "deed": "sang"}]

    assert list(deeds_from(rows)) == [raised()]


def wrong_format(file):
    file["format"] = "commonweal-matter-2"


def no_deeds(file):
    del file["deeds"]


def no_moment(file):
    file["deeds"][0]["at"] = "2026-03-02T12:00:00"


def no_names(file):
    file["names"] = ["mill"]


def no_case(file):
    file["case"]["pact"] = "water"


@pytest.mark.parametrize(
    "spoil", [wrong_format, no_deeds, no_moment, no_names, no_case]
)
@given(CASES)
def test_what_does_not_fit_is_refused_whole(spoil, case):
    file = deepcopy(a_file(case, [raised()]))
    spoil(file)

    with pytest.raises(Malformed):
        read_file(file)


def a_file(case, deeds):
    """Write a matter as the page of a confederation offers it."""
    return {
        "format": FORMAT,
        "title": "Who mends the pump?",
        "case": case_to_plain(case),
        "names": {"mill": "The Mill"},
        "deeds": [in_a_row(one) for one in deeds],
    }


def in_a_row(deed):
    """Write one deed; the words of a body stand beside its facts."""
    row = {"body": None, "words": "", "facts": {}, "at": deed.at.isoformat()}
    match deed:
        case Raised(by):
            return {**row, "deed": "raised", "body": by}
        case Withdrawn(by):
            return {**row, "deed": "withdrew", "body": by}
        case OptedOut(body):
            return {**row, "deed": "stayed_out", "body": body}
        case Gone(body):
            return {**row, "deed": "went", "body": body}
        case Composed():
            facts = {
                "text": deed.text,
                "verdict": verdict_to_plain(deed.verdict),
                "union": body_to_plain(deed.bodies),
                "is_urgent": deed.is_urgent,
            }
            return {**row, "deed": "composed", "facts": facts}
    facts = {
        "text": deed.text,
        "says": deed.says,
        "counts": counts_to_plain(deed.counts),
        "method": deed.method,
        "minutes": deed.minutes,
        "is_sealed": deed.is_sealed,
    }
    return {
        **row,
        "deed": "answered",
        "body": deed.body,
        "words": deed.amendments,
        "facts": facts,
    }
