"""Every method does what its worked examples say, and keeps what it promises."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rules.voting import promises
from tests.rules.voting.elections import LOT, answered, marked, ranked, scored

from commonweal.rules.voting import methods
from commonweal.rules.voting.ballots import Ballot, Contest
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.units import base_of, in_words
from commonweal.rules.wording import exact_text, render

EXAMPLES = Path(__file__).parent / "examples"
UNIT_WORDS = ("title", "head", "each")


def examples() -> list[Any]:
    """Give each worked example, with its method and its source for a name."""
    return [
        pytest.param(path.parent.name, example, id=f"{path.parent.name}-{path.stem}")
        for path in sorted(EXAMPLES.glob("*/*.toml"))
        for example in tomllib.loads(path.read_text())["example"]
    ]


def a_ballot(said: dict[str, Any]) -> Ballot:
    """Read a ballot of a worked example."""
    times = said.get("times", 1)
    if "order" in said:
        return ranked(said["order"], times)
    if "marks" in said:
        return marked(said["marks"], times)
    if "scores" in said:
        return scored(times, **said["scores"])
    return answered(said["answer"], times)


@pytest.mark.parametrize(("method", "example"), examples())
def test_a_worked_example_comes_out_as_published(method, example):
    contest = Contest(tuple(example["options"]), example.get("seats", 1))
    ballots = [a_ballot(said) for said in example["ballots"]]

    outcome = METHODS[method].count(contest, ballots, LOT)

    assert list(outcome.winners) == example["winners"]
    assert [list(group) for group in outcome.tied] == example.get("tied", [])
    for expected, step in zip(example.get("steps", []), outcome.steps, strict=False):
        shown = {option: exact_text(n) for option, n in step.counts.items()}
        assert shown | expected == shown


@pytest.mark.parametrize(("method", "example"), examples())
def test_everything_a_count_says_has_words(method, example):
    contest = Contest(tuple(example["options"]), example.get("seats", 1))
    ballots = [a_ballot(said) for said in example["ballots"]]

    outcome = METHODS[method].count(contest, ballots, LOT)

    said = [outcome.tie_break] if outcome.tie_break else []
    said += [
        words for step in outcome.steps for words in (step.title, step.explanation)
    ]
    assert all(render(sentence, SENTENCES) for sentence in said)


@pytest.mark.parametrize(("method", "example"), examples())
def test_every_count_names_its_unit_and_never_passes_its_base(method, example):
    contest = Contest(tuple(example["options"]), example.get("seats", 1))
    ballots = [a_ballot(said) for said in example["ballots"]]

    outcome = METHODS[method].count(contest, ballots, LOT)

    for step in outcome.steps:
        unit = METHODS[method].unit_of(step.title.id)
        base = base_of(unit, outcome.facts, len(contest.options))
        assert all(in_words(unit, what).id in SENTENCES for what in UNIT_WORDS)
        if base and unit != "points":
            assert all(0 <= number <= base for number in step.counts.values())


def test_every_method_is_listed_once_and_has_a_worked_example():
    modules = {
        path.stem
        for path in Path(methods.__file__).parent.glob("*.py")
        if path.stem != "__init__"
    }

    assert {name.replace("-", "_") for name in METHODS} == modules
    assert {path.parent.name for path in EXAMPLES.glob("*/*.toml")} == set(METHODS)
    assert all(name == method.id for name, method in METHODS.items())


@pytest.mark.parametrize("method", METHODS.values())
def test_a_method_says_what_it_is_and_where_it_was_published(method):
    assert render(method.title, SENTENCES)
    assert render(method.summary, SENTENCES)
    assert any(letter.isdigit() for letter in method.source)


def promised() -> list[Any]:
    """Give every promise of every method."""
    return [
        pytest.param(method, promise, id=f"{method.id}-{promise}")
        for method in METHODS.values()
        for promise in sorted(method.promises)
    ]


@pytest.mark.parametrize(("method", "promise"), promised())
def test_a_method_keeps_its_promise(method: Method, promise: str, request):
    @settings(
        max_examples=500 if request.config.getoption("--long") else 25,
        deadline=None,
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
    )
    @given(promises.election_for(method), st.data())
    def holds(election: promises.Election, data: st.DataObject) -> None:
        promises.PROMISES[promise](method, election, data)

    holds()


@pytest.mark.parametrize("method", METHODS.values())
def test_a_method_refuses_ballots_it_is_not_made_for(method):
    others = {
        "answer": answered("yes"),
        "approvals": marked("ada"),
        "ranking": ranked("ada"),
        "scores": scored(ada=1),
    }
    own = {method.ballot, "ranking" if method.id == "plurality" else method.ballot}

    for form, ballot in others.items():
        if form not in own:
            with pytest.raises(Uncountable) as refusal:
                method.count(Contest(("ada", "ben")), [ballot], LOT)
            assert render(refusal.value.reason, SENTENCES)


@pytest.mark.parametrize("method", METHODS.values())
def test_a_method_refuses_more_places_than_it_can_fill(method):
    if method.most_seats and method.ballot not in ("answer", "position"):
        with pytest.raises(Uncountable) as refusal:
            method.count(Contest(("ada", "ben"), method.most_seats + 1), [], LOT)

        assert render(refusal.value.reason, SENTENCES)
