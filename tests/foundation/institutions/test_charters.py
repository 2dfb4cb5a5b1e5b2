"""Charters as they are kept: what is stored can always be read again."""

from dataclasses import replace

import pytest

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions.founding import found
from commonweal.foundation.institutions.charters import (
    amended,
    name_in_letters,
    objections_to,
    with_bylaws,
)
from commonweal.foundation.institutions.models import CharterVersion
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.toml import to_toml
from commonweal.rules.sentence import local_text
from commonweal.rules.verdict import Refused
from tests.builders import a_charter, a_person, an_institution, day, founder_of

HIDDEN = ["\u202e", "\x7f", "\x85", "\x01", "\x1b", "\u2066"]
ODD = [*HIDDEN, "\r", "\u2028", "\\", '"""', "\n\\\n"]


@pytest.mark.parametrize("sign", ODD)
@pytest.mark.parametrize("text", ["a{}b", "{}a", "a\n{}\nb", "a\n{}"])
def test_bylaws_are_cleaned_so_that_they_read_back_as_they_are_kept(sign, text):
    typed = text.format(sign)

    kept = with_bylaws(a_charter(), typed)
    changed = amended(a_charter(), {"bylaws": typed})

    assert changed == kept
    assert parse(to_toml(kept)) == kept
    assert not any(hidden in kept.bylaws for hidden in HIDDEN)


def test_bylaws_without_end_are_an_objection():
    objections = amended(a_charter(), {"bylaws": "x" * 200_001})

    assert [one.id for one in objections] == ["text_too_long"]


@pytest.mark.parametrize("sign", [*HIDDEN, "\r", "\u2028"])
def test_a_charter_that_would_not_read_back_is_objected_to(sign):
    charter = replace(a_charter(), bylaws=f"a{sign}")

    assert objections_to(charter)


@pytest.mark.parametrize("name", ["WWW.example.org", "Call 0151 234 5678"])
def test_no_institution_is_called_by_a_link_or_a_number(name):
    in_any_language = replace(a_charter(), name=local_text(en="We", es=name))
    renamed = amended(a_charter(), {"changes": {"name.en": name}})

    assert "charter_name_is_link" in [one.id for one in objections_to(in_any_language)]
    assert "charter_name_is_link" in [one.id for one in renamed]


def test_a_name_is_one_line():
    charter = replace(a_charter(), name=local_text(en="We\n\nYou have won", es="We"))

    assert [one.id for one in objections_to(charter)] == ["charter_name_has_lines"]


def test_letters_carry_no_name_that_leads_away():
    named = replace(a_charter(), name=local_text(en="We", es="Nosotras"))
    led = replace(a_charter(), name=local_text(en="Win at evil.example", es="Nosotras"))

    assert name_in_letters(named, "es") == "Nosotras"
    assert name_in_letters(led, "en") == "an institution on this server"


@pytest.mark.django_db
def test_nothing_is_founded_that_cannot_be_read_again():
    charter = replace(a_charter(), bylaws="a\u202eb")

    with pytest.raises(Refused, match="charter_objections"):
        found(
            kind="tenants_union",
            charter=charter,
            address="river-street",
            by=a_person("Asha"),
            name="Asha",
            at=day(0),
        )


@pytest.mark.django_db
def test_a_charter_that_cannot_be_read_takes_no_other_institution_down(caplog):
    union, other = an_institution(), an_institution(founder="Ben")
    CharterVersion.objects.filter(institution=union).update(text="no charter")

    listed = queries.public_institutions(at=day(1))
    person = founder_of(union).person

    assert [one.institution for one in listed] == [other]
    assert queries.memberships_of(person, at=day(1)) == ()
    assert str(union.id) in caplog.text
