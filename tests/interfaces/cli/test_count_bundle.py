"""A recount bundle is counted anew, and told to be right or wrong to the byte."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from commonweal.interfaces.cli.main import main
from commonweal.rules import recount
from commonweal.rules.canonical import canonical
from commonweal.rules.sentence import local_text
from commonweal.rules.voting.decision_rule import DecisionRule, Quorum

RULE = DecisionRule(
    "ordinary",
    local_text(en="Ordinary decisions"),
    "all",
    "motion",
    quorum=Quorum("share_of_roll", Fraction(1, 2)),
)
ELECTION = DecisionRule(
    "posts", local_text(en="Posts"), "all", "stv-scottish", tie_break="lot"
)
PEOPLE = tuple({"id": f"id-{name}", "label": name} for name in ("Ada", "Ben", "Col"))


def a_motion(yes: int, no: int, electorate: int = 98) -> dict[str, Any]:
    asked = recount.Asked(RULE, (), 1, None, "", electorate, electorate)
    kept = [({"answer": "yes"}, yes), ({"answer": "no"}, no)]
    return recount.bundle(asked, kept, about={"title": "Strike"})


def an_election() -> dict[str, Any]:
    asked = recount.Asked(ELECTION, PEOPLE, 1, None, "a public text", 20, 20)
    kept = [
        ({"ranks": {"id-Ada": 1}}, 5),
        ({"ranks": {"id-Ben": 1, "id-Ada": 2}}, 4),
        ({"ranks": {"id-Col": 1, "id-Ben": 2}}, 4),
    ]
    return recount.bundle(asked, kept, about={"title": "Speaker"})


def written(tmp_path: Path, bundle: dict[str, Any]) -> str:
    path = tmp_path / "bundle.json"
    path.write_bytes(canonical(bundle) + b"\n")
    return str(path)


@pytest.mark.parametrize("bundle", [a_motion(40, 12), a_motion(5, 4), an_election()])
def test_a_bundle_comes_out_as_the_same_bytes(capsys, tmp_path, bundle):
    path = written(tmp_path, bundle)

    assert main(["count", "--bundle", path, "--json"]) == 0

    assert capsys.readouterr().out.encode() == Path(path).read_bytes()


def test_a_bundle_from_before_pairs_were_told_still_agrees(capsys, tmp_path):
    old = an_election()
    del old["result"]["outcome"]["beats_all"]

    assert main(["count", "--bundle", written(tmp_path, old)]) == 0

    assert "does not follow" not in capsys.readouterr().out


def test_a_bundle_is_told_in_words(capsys, tmp_path):
    assert main(["count", "--bundle", written(tmp_path, a_motion(40, 12))]) == 0
    carried = capsys.readouterr().out
    assert main(["count", "--bundle", written(tmp_path, a_motion(5, 4))]) == 0
    missed = capsys.readouterr().out
    assert main(["count", "--bundle", written(tmp_path, an_election())]) == 0
    elected = capsys.readouterr().out

    assert "Counted anew from 52 ballots; 98 could vote." in carried
    assert "It carries." in carried
    assert "It fails: " in missed
    assert "Winners: Ada." in elected or "Winners: Ben." in elected
    assert "The file says the same, to the byte." in elected


def test_a_lot_that_nobody_sealed_is_said_to_be_one(capsys, tmp_path):
    assert main(["count", "--bundle", written(tmp_path, an_election())]) == 0
    drawn = "does not show that the lot was sealed" in capsys.readouterr().out
    assert main(["count", "--bundle", written(tmp_path, a_motion(40, 12))]) == 0

    assert drawn
    assert "lot was sealed" not in capsys.readouterr().out


def test_a_bundle_whose_result_does_not_follow_is_found_out(capsys, tmp_path):
    forged = a_motion(40, 12)
    forged["ballots"][0]["count"] += 1

    assert main(["count", "--bundle", written(tmp_path, forged)]) == 1

    assert "does not follow from its ballots" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "{",
        "[" * 100_000,
        '{"format": "something-else"}',
        json.dumps(a_motion(1, 0) | {"roll": None}),
        json.dumps(a_motion(1, 0) | {"ballots": [{"marks": {"answer": 3}}]}),
        json.dumps(a_motion(1, 0) | {"rule": {"method": "dice"}}),
        json.dumps({key: a_motion(1, 0)[key] for key in ("format", "rule")}),
    ],
)
def test_what_is_no_bundle_is_refused(capsys, tmp_path, text):
    path = tmp_path / "other.json"
    path.write_text(text)

    assert main(["count", "--bundle", str(path)]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert "This is no recount file" in said.err


def test_a_closed_bundle_says_that_it_is_and_to_whom_it_is_open(capsys, tmp_path):
    asked = recount.Asked(RULE, (), 1, None, "", 9, 9)
    closed = recount.closed_bundle(
        asked, [({"answer": "yes"}, 4)], about={}, open_to={"en": "Steward"}
    )
    nobody = recount.closed_bundle(asked, [({"answer": "no"}, 1)], about={}, open_to={})

    assert main(["count", "--bundle", written(tmp_path, closed)]) == 2
    told = capsys.readouterr()
    assert main(["count", "--bundle", written(tmp_path, nobody)]) == 2

    assert told.out == ""
    assert "This recount is closed" in told.err
    assert "4 of 9 voted. Two together may open the count" in told.err
    assert "when the vote ended: Steward." in told.err
    assert "when the vote ended: nobody." in capsys.readouterr().err
