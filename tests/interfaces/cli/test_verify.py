"""`commonweal verify` knows each kind of file, and finds what was tampered with."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.interfaces.cli.test_count_bundle import RULE, a_motion, an_election
from tests.interfaces.cli.test_verify_roll import PROOF

from commonweal.interfaces.cli.main import main
from commonweal.rules import journal_chain as chain
from commonweal.rules import recount
from commonweal.rules.voting.sealed_lot import text_of_lot


def verified(capfd, tmp_path: Path, told: object, *words: str) -> tuple[int, str, str]:
    """Verify what is told; give the status, what is said and complained, on a line."""
    path = tmp_path / "told.json"
    path.write_text(told if isinstance(told, str) else json.dumps(told))
    status = main(["verify", str(path), *words])
    said = capfd.readouterr()
    return status, " ".join(said.out.split()), " ".join(said.err.split())


def a_journal() -> dict[str, Any]:
    """Give a journal of three lines, the second with words beside it."""
    lines, before = [], chain.NOTHING_BEFORE
    salt, words = b"s" * 16, {"name": "Ada"}
    for number, deed in enumerate(("founded", "joined", "left"), start=1):
        digest = chain.digest_of_words(salt, words) if number == 2 else ""
        at = datetime(2026, 5, number, tzinfo=UTC)
        line = chain.Line(
            "union", number, at, deed, words_digest=digest, previous=before
        )
        before = chain.line_hash(line)
        beside = (salt, words) if digest else (None, None)
        lines.append(chain.kept_plain(chain.Kept(line, before, *beside)))
    return {"format": chain.EXPORT_FORMAT, "institution": "union", "lines": lines}


def a_sealed_lot() -> dict[str, Any]:
    """Give the bundle of an election whose lot was sealed before the vote."""
    told = an_election()
    secret = b"0123456789abcdef"
    kept = [(one["marks"], one["count"]) for one in told["ballots"]]
    drawn = text_of_lot(secret, roll="ab", call=1, kept=kept)
    question = recount.asked_in({**told, "tie_seed": drawn})
    about = {"title": "Speaker", "roll_hash": "ab"}
    return recount.bundle(question, kept, about=about, lot_secret=secret)


def test_a_bundle_holds(capfd, tmp_path):
    status, said, _ = verified(capfd, tmp_path, a_motion(40, 12))

    assert status == 0
    assert "a recount bundle" in said
    assert "“Strike” was counted anew from 52 ballots; 98 could vote." in said
    assert "Nothing is wrong." in said
    assert "not held: That these are the ballots that were cast" in said


def test_a_bundle_whose_lot_was_sealed_holds_and_a_changed_one_does_not(
    capfd, tmp_path
):
    sealed = a_sealed_lot()

    assert "holds: lot: The text of the lot" in verified(capfd, tmp_path, sealed)[1]
    sealed["lot"]["secret"] = "00" * 16
    status, said, _ = verified(capfd, tmp_path, sealed)

    assert status == 1
    assert "WRONG: lot: The text of the lot does not follow" in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda b: b["ballots"][0].update(count=41), "result.turnout"),
        (lambda b: b["result"]["outcome"].update(winners=[]), "winners"),
        (lambda b: b["result"].update(turnout=60), "says 60; its ballots yield 52"),
        (lambda b: b["result"].update(verdict=None), "(whether it carries)"),
        (lambda b: b.pop("result"), "result: The file says nothing"),
    ],
)
def test_a_bundle_that_was_tampered_with_is_told_by_place(
    capfd, tmp_path, change, said
):
    told = a_motion(40, 12)
    change(told)

    status, words, _ = verified(capfd, tmp_path, told)

    assert status == 1
    assert said in words


def test_many_places_that_differ_are_not_all_listed(capfd, tmp_path):
    told = an_election()
    told["ballots"][0]["count"] += 90
    told["roll"] = {"electorate": 200, "active": 200}

    status, said, _ = verified(capfd, tmp_path, told)

    assert status == 1
    assert "Further places that differ: " in said


@pytest.mark.parametrize(
    "change",
    [
        lambda b: b["roll"].update(electorate=9),
        lambda b: b["rule"].update(method="dice"),
        lambda b: b.pop("about"),
        lambda b: b["result"].update(turnout=0.5),
    ],
)
def test_a_bundle_that_cannot_be_is_no_bundle(capfd, tmp_path, change):
    told = a_motion(40, 12)
    change(told)

    status, said, complaint = verified(capfd, tmp_path, told)

    assert (status, said) == (2, "")
    assert "cannot be counted: " in complaint


def test_a_closed_bundle_says_why_it_is_closed(capfd, tmp_path):
    asked_of = recount.Asked(RULE, (), 1, None, "", 9, 9)
    closed = recount.closed_bundle(
        asked_of, [({"answer": "yes"}, 4)], about={}, open_to={}
    )

    status, said, complaint = verified(capfd, tmp_path, closed)

    assert (status, said) == (2, "")
    assert "This recount is closed" in complaint


def test_a_journal_holds_and_says_what_to_write_down(capfd, tmp_path):
    told = a_journal()
    seal = told["lines"][2]["hash"]

    status, said, _ = verified(capfd, tmp_path, told, "--known", f"3:{seal}")

    assert status == 0
    assert "The journal of union has 3 lines" in said
    assert "Lines that you have seen and that are the same: 1." in said
    assert f"3:{seal}" in said


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda lines: lines[1].update(deed="left"), "line 2"),
        (lambda lines: lines[1]["words"].update(name="Ben"), "line 2"),
        (lambda lines: lines.pop(1), "line 2"),
        (lambda lines: lines[2].update(previous="0" * 64), "line 3"),
    ],
)
def test_a_journal_that_was_tampered_with_is_told_by_line(
    capfd, tmp_path, change, where
):
    told = a_journal()
    change(told["lines"])

    status, said, _ = verified(capfd, tmp_path, told)

    assert status == 1
    assert f"WRONG: {where}: " in said
    assert "Nothing is wrong" not in said


def test_a_line_that_somebody_saw_and_that_is_gone_is_missed(capfd, tmp_path):
    told = a_journal()
    last = told["lines"].pop()

    known = ("--known", f"3:{last['hash']}")
    status, said, _ = verified(capfd, tmp_path, told, *known)

    assert status == 1
    assert "WRONG: line 3: Line 3 was once written down, and is gone." in said


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.pop("lines"),
        lambda told: told.update(lines=3),
        lambda told: told["lines"][0].update(number="one"),
        lambda told: told["lines"][0].update(facts={"n": 0.5}),
    ],
)
def test_what_only_says_that_it_is_a_journal_cannot_be_verified(
    capfd, tmp_path, change
):
    told = a_journal()
    change(told)

    status, said, complaint = verified(capfd, tmp_path, told)

    assert (status, said) == (2, "")
    assert "It says that it is a journal" in complaint


def test_a_place_on_a_list_of_voters_holds(capfd, tmp_path):
    status, said, _ = verified(capfd, tmp_path, PROOF, "--seal", PROOF["seal"])
    assert status == 0
    assert "Member member-3 is on the list of voters, one of 7." in said

    status, said, _ = verified(capfd, tmp_path, PROOF)
    assert status == 0
    assert PROOF["seal"] in said

    status, said, _ = verified(capfd, tmp_path, PROOF | {"member": "member-4"})
    assert status == 1
    assert "WRONG: No number on the list" in said

    status, _, complaint = verified(capfd, tmp_path, PROOF | {"salt": "zz"})
    assert status == 2
    assert "It is no such proof" in complaint


@pytest.mark.parametrize(
    "told",
    ["", "[]", "{", "[" * 100_000, '{"a": 1, "a": 2}', "{}", '{"format": 3}', "\xff"],
)
def test_what_is_no_file_of_ours_is_refused(capfd, tmp_path, told):
    status, said, complaint = verified(capfd, tmp_path, told)

    assert (status, said) == (2, "")
    assert "Expected a recount bundle, a draw, a journal" in complaint


def test_a_file_that_is_not_there_is_said_to_be_so(capfd, tmp_path):
    assert main(["verify", str(tmp_path / "gone.json")]) == 2

    assert "cannot be opened" in capfd.readouterr().err


def test_a_matter_is_sent_to_where_it_is_worked_out(capfd, tmp_path):
    status, _, complaint = verified(capfd, tmp_path, {"format": "commonweal-matter-1"})

    assert status == 2
    assert "“commonweal matter FILE”" in complaint


def test_an_option_of_another_kind_is_refused(capfd, tmp_path):
    status, _, complaint = verified(capfd, tmp_path, a_motion(2, 1), "--seal", "ab")

    assert status == 2
    assert "--seal does not go with this kind of file." in complaint


def test_a_program_reads_the_same(capfd, tmp_path):
    told = a_motion(40, 12)
    told["result"]["turnout"] = 60
    path = tmp_path / "told.json"
    path.write_text(json.dumps(told))

    assert main(["verify", str(path), "--json"]) == 1

    said = json.loads(capfd.readouterr().out)
    assert said["holds"] is False
    assert [one["holds"] for one in said["found"]] == [True, False]
    assert said["found"][1]["where"] == "result.turnout"
    assert said["not_held"]
