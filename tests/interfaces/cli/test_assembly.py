"""Holding an assembly on a laptop: what a file may name, and how it is forgotten."""

import secrets
from datetime import UTC, datetime, timedelta

import pytest
from tests.interfaces.cli.laptops import LISTS, a_laptop

from commonweal.interfaces.cli.assembly import CannotHoldError, folder_of
from commonweal.rules.assemblies.from_laptop import may_be_forgotten
from commonweal.rules.secrecy.carried import Carried, packed, public_of

ID = "acb8f76e-7701-4e36-ba2c-11f0157b0897"
NOW = datetime(2026, 5, 1, 18, tzinfo=UTC)
LATER = NOW + timedelta(days=5)


def told(**check_out):
    moments = {"taken_at": NOW.isoformat(), "until_at": LATER.isoformat()}
    return {
        "check_out": {"id": ID, **moments, **check_out},
        "institution": {},
        **{name: [] for name in LISTS},
    }


def folder(said):
    return folder_of(Carried(said, b"", ""))


def test_the_folder_is_called_by_the_number_of_what_came_along():
    assert folder(told()) == ID
    assert folder(told(id=ID.upper().replace("-", ""))) == ID


@pytest.mark.parametrize("id_", ["/any/where", "../escaped", "", None, 5, ID + "/.."])
def test_a_file_names_no_folder_but_a_number(id_):
    with pytest.raises(CannotHoldError, match="no assembly"):
        folder(told(id=id_))


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"check_out": None},
        {"check_out": {"id": ID}},
        told(until_at="soon"),
        told(taken_at="2026-05-01T18:00:00"),
        told() | {"members": {}},
        told() | {"institution": None},
        {"check_out": told()["check_out"]},
    ],
)
def test_what_is_no_assembly_makes_nothing(said, tmp_path):
    there = a_laptop(tmp_path)
    once = secrets.token_bytes(32)
    words = packed(
        said,
        format_="commonweal-assembly-to-laptop-1",
        seed=bytes(range(32)),
        for_=public_of(there.seed),
        once=once,
    )

    status, complaint = there.opens(words)

    assert status == 2
    assert "Nothing was made" in complaint
    assert [one.name for one in there.folder.iterdir()] == ["laptop.key"]


def may(number, *, result="0123456789abcdef", at=NOW):
    return may_be_forgotten(number, result=result, until_at=LATER, at=at)


def test_what_is_back_is_forgotten_by_its_number():
    assert may("01234567")
    assert may("0123456789abcdef")


def test_what_is_not_back_is_forgotten_once_nobody_waits_for_it():
    for number in ("", "0", "0123456", "12345678", "0123456789abcdef0"):
        assert may(number).reason.id == "not_back_yet"
    assert may("01234567", result="").reason.facts == {"when": LATER}
    assert may("", result="", at=LATER)
