"""A member proves that they are on a roll, to anybody, from one file."""

import json

import pytest

from commonweal.interfaces.cli.main import main
from commonweal.rules.voting.roll import leaf, roll_hash

SALTS = {f"member-{n}": bytes([n]) * 16 for n in range(1, 8)}
LEAVES = sorted(leaf(salt, name) for name, salt in SALTS.items())
PROOF = {
    "format": "commonweal-roll-1",
    "seal": roll_hash(LEAVES),
    "member": "member-3",
    "salt": SALTS["member-3"].hex(),
    "leaf": leaf(SALTS["member-3"], "member-3"),
    "leaves": LEAVES,
}


@pytest.fixture
def file(tmp_path):
    def written(**changes: object) -> str:
        path = tmp_path / "roll.json"
        path.write_text(json.dumps(PROOF | changes))
        return str(path)

    return written


def test_a_member_is_on_the_roll(capsys, file):
    assert main(["verify-roll", file(), "--seal", PROOF["seal"]]) == 0

    assert (
        "Member member-3 is on the list of voters, one of 7." in capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"salt": "00" * 16}, "No number on the list"),
        ({"member": "member-4"}, "No number on the list"),
        ({"leaves": LEAVES[1:]}, "The list has the fingerprint"),
        ({"seal": "0" * 64}, "The list has the fingerprint"),
    ],
)
def test_what_does_not_hold_is_told(capsys, file, changes, said):
    assert main(["verify-roll", file(**changes)]) == 1

    assert said in capsys.readouterr().out


def test_a_roll_with_another_seal_than_the_published_one_is_found(capsys, file):
    assert main(["verify-roll", file(), "--seal", "ab" * 32]) == 1

    assert "ab" * 32 in capsys.readouterr().out


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "something-else"},
        {"salt": "no hex"},
        {"leaves": None},
        {"leaves": LEAVES + LEAVES[:1]},
    ],
)
def test_what_is_no_proof_is_refused(capsys, file, changes):
    assert main(["verify-roll", file(**changes)]) == 2

    assert capsys.readouterr().out == ""
