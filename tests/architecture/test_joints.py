"""What settings name by text is there, and can be called as it will be called."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.conf import settings

from commonweal.foundation.institutions.effect import Effect
from tests.architecture.joints import (
    forked_migrations,
    wrong_duties,
    wrong_effects,
)
from tests.architecture.tree import PACKAGE
from tests.machine import ROOT

HERE = "tests.architecture.test_joints"


def test_every_effect_can_be_set_in_motion():
    assert wrong_effects(settings.EFFECTS) == []


def test_every_duty_can_fall_due():
    assert wrong_duties(settings.DUTIES) == []


def test_an_effect_that_is_not_there_is_seen():
    assert len(wrong_effects({"amend": f"{HERE}.nowhere"})) == 1


def test_an_effect_of_another_shape_is_seen():
    assert len(wrong_effects({"amend": f"{HERE}.TIMELESS"})) == 1


def test_a_check_of_another_shape_is_seen():
    assert len(wrong_effects({"amend": f"{HERE}.UNCHECKED"})) == 1


def test_an_effect_without_a_name_for_charters_is_seen():
    assert len(wrong_effects({"mend": f"{HERE}.RIGHT"})) == 2


def test_a_right_effect_is_let_through():
    assert wrong_effects({"amend": f"{HERE}.RIGHT"}) == []


def test_a_duty_that_asks_for_more_is_seen():
    assert len(wrong_duties([f"{HERE}.a_deed"])) == 1


def test_a_right_duty_is_let_through():
    assert wrong_duties([f"{HERE}.a_duty"]) == []


def test_migrations_of_a_subject_stand_in_one_line():
    assert forked_migrations(ROOT) == []


def test_two_migrations_of_one_number_are_seen(tmp_path):
    folder = tmp_path / PACKAGE / "people" / "migrations"
    folder.mkdir(parents=True)
    for name in ("0001_one.py", "0001_other.py", "0002_more.py"):
        (folder / name).touch()

    assert len(forked_migrations(tmp_path)) == 1


def a_deed(institution: str, *, terms: object, decision: str, at: datetime) -> None:
    """Stand in for an effect."""


def a_deed_without_a_time(institution: str, *, terms: object, decision: str) -> None:
    """Stand in for an effect that would have to read the clock."""


def a_check(institution: str, terms: object, at: datetime) -> Iterable[str]:
    """Stand in for a check of terms."""
    return ()


def a_duty(at: datetime, institution: str | None = None) -> None:
    """Stand in for a duty."""


def nothing_told(charter: object, terms: object) -> None:
    """Stand in for what a yes is said to set in motion."""


RIGHT = Effect(a_deed, a_check, {"effect_amend": "amending"}, nothing_told)
TIMELESS = replace(RIGHT, carry_out=a_deed_without_a_time)
UNCHECKED = replace(RIGHT, check=a_deed)
