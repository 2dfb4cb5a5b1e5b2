"""What is downloaded from the pages is enough to check them on another machine."""

import json
from pathlib import Path

import pytest
from django.test import Client

from commonweal.capabilities.decisions import actions
from commonweal.interfaces.cli.main import main as commonweal
from commonweal.rules.voting.roll import in_roll
from tests.builders import an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of, members, put

pytestmark = pytest.mark.django_db


@pytest.fixture
def decided(monkeypatch):
    """Give the page of a decision that was carried, and one of its voters."""
    institution = an_institution()
    asha = founder_of(institution)
    ben, _chidi = members(institution, "Ben", "Chidi", at=day(0))
    clock = stopped(monkeypatch, day(1))
    proposal = put(institution, asha, at=day(1))
    actions.support(proposal, by=ben, at=day(1))
    page = f"/i/{institution.address}/decisions/{proposal.number}/"
    clock.at = day(8)
    for member in (asha, ben):
        browser_of(member).post(page + "ballot/1/", {"answer": "yes"})
    clock.at = day(13)
    browser_of(asha).get(page)
    return page, ben


def kept(tmp_path, answer):
    """Keep a download as a browser does."""
    path = tmp_path / "download.json"
    path.write_bytes(answer.content)
    return str(path)


def test_a_stranger_counts_again_from_the_downloaded_file(decided, tmp_path, capsys):
    page, _ = decided
    bundle = kept(tmp_path, Client().get(page + "recount-1.json"))

    status = commonweal(["count", "--bundle", bundle])
    told = capsys.readouterr().out
    again = commonweal(["count", "--bundle", bundle, "--json"])

    assert status == again == 0
    assert "to the byte" in told
    assert capsys.readouterr().out.encode() == Path(bundle).read_bytes()


def test_the_seal_of_a_lot_is_the_one_told_when_the_vote_opened(decided):
    page, ben = decided
    journal = page.partition("decisions/")[0] + "journal.json"
    lines = browser_of(ben).get(journal).json()["lines"]
    [told] = [one["facts"]["lot"] for one in lines if one["deed"] == "open_question"]

    bundle = Client().get(page + "recount-1.json").json()

    assert bundle["lot"]["seal"] == told
    assert f"<code>{told}</code>" in Client().get(page).content.decode()


def test_the_line_that_tells_how_it_ended_can_be_kept(decided, tmp_path, capsys):
    page, ben = decided
    journal = page.partition("decisions/")[0] + "journal.json"
    told = browser_of(ben).get(journal).content
    [line] = [
        f"{one['number']}:{one['hash']}"
        for one in json.loads(told)["lines"]
        if one["deed"] == "close_question"
    ]
    bundle = kept(tmp_path, Client().get(page + "recount-1.json"))

    commonweal(["count", "--bundle", bundle])

    assert line in Client().get(page).content.decode()
    assert f"verify-journal --known {line}" in capsys.readouterr().out
    (tmp_path / "journal.json").write_bytes(told)
    file = str(tmp_path / "journal.json")
    assert commonweal(["verify-journal", "--file", file, "--known", line]) == 0


def test_a_changed_ballot_in_the_file_is_found(decided, tmp_path):
    page, _ = decided
    answer = Client().get(page + "recount-1.json")
    answer.content = answer.content.replace(b'"yes"', b'"no"', 1)

    assert commonweal(["count", "--bundle", kept(tmp_path, answer)]) == 1


def test_no_name_and_no_member_stands_in_the_recount_file(decided):
    page, ben = decided

    text = Client().get(page + "recount-1.json").content.decode()

    assert "Ben" not in text
    assert str(ben.pk) not in text


def test_a_member_finds_themself_on_the_roll_that_was_sealed(decided):
    page, ben = decided

    proof = browser_of(ben).get(page + "roll-1.json").json()

    assert in_roll(
        proof["leaves"],
        proof["seal"],
        salt=bytes.fromhex(proof["salt"]),
        member_id=proof["member"],
    )
    assert proof["member"] == str(ben.pk)
    assert Client().get(page + "roll-1.json").status_code == 403


def test_the_downloaded_journal_verifies_and_a_changed_one_does_not(decided, tmp_path):
    page, ben = decided
    journal = page.split("decisions/")[0] + "journal.json"
    answer = browser_of(ben).get(journal)

    whole = commonweal(["verify-journal", "--file", kept(tmp_path, answer)])
    told = json.loads(answer.content)
    told["lines"][2]["deed"] = "left"
    answer.content = json.dumps(told).encode()
    changed = commonweal(["verify-journal", "--file", kept(tmp_path, answer)])

    assert whole == 0
    assert changed == 1
