"""The guide of an evening copies the keys that may be copied, and no others."""

import subprocess
from pathlib import Path

import pytest

from commonweal.foundation.keys import store
from tests.machine import ROOT

GUIDE = ROOT / "docs" / "running" / "an-evening.md"
OF_PEOPLE = ("people/1", "letters/2026-11-28", "standing/mail", "sealed/1/half-1")
OF_VOTES = ("ballots/1", "paper/1/1", "rooms/1")


@pytest.fixture
def data(settings, tmp_path) -> Path:
    """Give a data folder as the guide makes it, with keys of every sort in it."""
    data = tmp_path / "commonweal"
    settings.KEYS = data / "keys"
    settings.KEYS_OF_VOTES = data / "keys-of-votes"
    for name in (*OF_PEOPLE, *OF_VOTES):
        store.made(name)
    return data


def commands_of(part: str) -> str:
    """Give what the guide has one type in the part that opens with these words."""
    section = GUIDE.read_text().partition(part)[2].partition("\n## ")[0]
    return section.partition("```sh\n")[2].partition("```")[0]


def test_the_guide_s_own_line_copies_no_key_of_a_vote(data, tmp_path):
    said = commands_of("## 7. The keys go elsewhere")
    assert "/var/lib/commonweal" in said
    there = tmp_path / "elsewhere"
    script = said.replace("/var/lib/commonweal", str(data))
    script = script.replace("/mnt/keys", str(there))

    for _ in range(2):
        subprocess.run(["sh", "-ec", script], check=True)

    [night] = there.iterdir()
    copied = {
        path.relative_to(night).as_posix().removesuffix(".key")
        for path in there.rglob("*.key")
    }
    assert copied == set(OF_PEOPLE)
    assert night.stat().st_mode & 0o777 == 0o700


def test_what_was_destroyed_goes_with_the_next_copy_of_its_day(data, tmp_path):
    said = commands_of("## 7. The keys go elsewhere")
    script = said.replace("/var/lib/commonweal", str(data))
    script = script.replace("/mnt/keys", str(tmp_path / "elsewhere"))
    subprocess.run(["sh", "-ec", script], check=True)

    store.destroy("people/1")
    subprocess.run(["sh", "-ec", script], check=True)

    assert list((tmp_path / "elsewhere").rglob("people/*.key")) == []
