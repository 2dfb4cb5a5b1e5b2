"""`commonweal verify-journal`: a journal here, or one that was downloaded."""

import json
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from tests.builders import a_member, an_institution, confirmed, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did

import commonweal
from commonweal.capabilities.assemblies.actions import OnMinutes, write_minutes
from commonweal.capabilities.assemblies.models import ApprovedMinutes
from commonweal.foundation.journal import queries
from commonweal.foundation.journal.models import Line
from commonweal.interfaces.cli.main import main
from commonweal.interfaces.cli.verify_journal import WORDS, Checked, report
from commonweal.rules.sentence import Sentence


@pytest.fixture
def union(db):
    institution = an_institution()
    a_member(institution, "Ben")
    return institution


@pytest.fixture
def told(union):
    return queries.export(union, with_words=True)


def written(told, folder):
    path = folder / "journal.json"
    path.write_text(json.dumps(told))
    return str(path)


def test_a_downloaded_journal_is_sound(told, tmp_path, capsys):
    status = main(["verify-journal", "--file", written(told, tmp_path)])

    said = capsys.readouterr().out
    assert status == 0
    assert "sound. 4 lines" in said
    assert f"4:{told['lines'][-1]['hash']}" in said


def test_a_downloaded_journal_is_known_for_one_by_itself(told, tmp_path, capsys):
    status = main(["verify", written(told, tmp_path)])

    assert status == 0
    assert "has 4 lines, each following" in " ".join(capsys.readouterr().out.split())


def test_a_changed_line_is_named(told, tmp_path, capsys):
    told["lines"][1]["deed"] = "left"

    status = main(["verify-journal", "--file", written(told, tmp_path)])

    assert status == 1
    assert "Line 2 was changed" in capsys.readouterr().out


def test_a_line_taken_off_the_end_is_found_by_whoever_wrote_it_down(
    told, tmp_path, capsys
):
    last = told["lines"].pop()
    known = f"{last['number']}:{last['hash']}"
    path = written(told, tmp_path)

    assert main(["verify-journal", "--file", path]) == 0
    assert main(["verify-journal", "--file", path, "--known", known]) == 1
    assert "Line 4 was once written down, and is gone." in capsys.readouterr().out


def test_programs_read_the_result_as_json(told, tmp_path, capsys):
    told["lines"][1]["deed"] = "left"

    status = main(["verify-journal", "--json", "--file", written(told, tmp_path)])

    [found] = json.loads(capsys.readouterr().out)
    assert status == 1
    assert (found["sound"], found["lines"]) == (False, 4)
    assert found["problems"][0]["id"] == "journal_line_changed"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        '{"format": "something else"}',
        '{"format": "commonweal-journal-1"}',
        '{"format": "commonweal-journal-1", "institution": "x", "lines": [{}]}',
        '{"format": "commonweal-journal-1", "institution": "x", "lines": [7]}',
        '{"format": "commonweal-journal-1", "institution": "x", "lines": 7}',
        '{"format": "x", "format": "commonweal-journal-1"}',
        '{"format": NaN}',
        '{"format": 1.5}',
        "[" * 100_000,
    ],
)
def test_what_is_no_journal_is_refused_with_status_2(text, tmp_path, capsys):
    path = tmp_path / "journal.json"
    path.write_text(text)

    status = main(["verify-journal", "--file", str(path)])

    told = capsys.readouterr()
    assert status == 2
    assert told.out == ""
    assert "is no journal" in told.err


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path, capsys):
    noise = tmp_path / "noise"
    noise.write_bytes(bytes(range(256)))

    assert main(["verify-journal", "--file", str(tmp_path / "nowhere")]) == 2
    assert main(["verify-journal", "--file", str(noise)]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("known", ["4", "four:abc", "4:abc", ":", "-1:" + "0" * 64])
def test_a_known_line_that_cannot_be_read_is_refused(told, tmp_path, known):
    path = written(told, tmp_path)

    assert main(["verify-journal", "--file", path, f"--known={known}"]) == 2


def test_journals_of_this_server_are_verified(union, capsys):
    other = an_institution()
    Line.objects.filter(institution=other, number=1).update(deed="left")

    assert main(["verify-journal", union.address]) == 0
    assert main(["verify-journal", other.address]) == 1
    assert main(["verify-journal"]) == 1
    assert main(["verify-journal", "no-such-address"]) == 2
    said = capsys.readouterr()
    assert f"{union.address}: sound" in said.out
    assert "no-such-address" in said.err


def test_a_changed_byte_in_approved_minutes_is_named(union, capsys):
    asha = confirmed(founder_of(union))
    others = [confirmed(a_member(union, name)) for name in ("Cleo", "Dora")]
    first = an_open_assembly(asha, *others)
    did(first, "close", asha, minute=9)
    out = first.opens_at + timedelta(hours=1)
    write_minutes(first, OnMinutes("send_out"), by=asha, at=out)
    row = an_open_assembly(asha, *others, called=first.opens_at + timedelta(days=1))
    did(row, "turn_to", asha, item="minutes-1", minute=1)
    did(row, "agree", asha, item="minutes-1", minute=2)
    for one in ApprovedMinutes.objects.all():
        one.text = one.text.replace("2026", "2025")
        one.save()

    assert main(["verify-journal"]) == 1

    assert "Approved minutes are not the text" in capsys.readouterr().out


def test_every_sentence_that_a_comparison_yields_has_words():
    sources = Path(commonweal.__file__).parent.rglob("*.py")
    said = {
        one
        for path in sources
        for one in re.findall(r'"(journal_[a-z_]+)"', path.read_text())
        if f'Sentence("{one}"' in path.read_text() or "seals" in path.name
    }

    assert len(said) > 20
    assert said <= set(WORDS)


def test_what_has_no_words_is_printed_all_the_same():
    problems = (Sentence("journal_new", {"number": 7}), Sentence("journal_newer"))

    said = report([Checked("here", 1, "", problems)])

    assert "- journal_new (number 7)" in said
    assert "- journal_newer" in said


def test_a_file_is_verified_without_django_or_a_database(told, tmp_path):
    path = written(told, tmp_path)
    program = (
        "import sys\n"
        "from commonweal.interfaces.cli.main import main\n"
        f"status = main(['verify-journal', '--file', {path!r}])\n"
        "assert 'django' not in sys.modules\n"
        "raise SystemExit(status)\n"
    )

    done = subprocess.run([sys.executable, "-c", program], check=False)

    assert done.returncode == 0
