"""The download of all that is held about me: no table that names me is missing."""

from datetime import date, datetime
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import models

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.people import queries
from commonweal.foundation.people.models import Person
from tests.builders import a_member, an_institution, day
from tests.capabilities.decisions.given import a_draft

pytestmark = pytest.mark.django_db

# Columns that name a member without pointing at a row; each is looked at by hand.
NAMES_A_MEMBER = {
    *("journal.line.by", "journal.linewords.of_member"),
    # Gone when the bases are no longer asked, and when the member leaves.
    "confederation.notasked.member",
}
SAMPLES = {
    "BooleanField": True,
    "CharField": "x",
    "TextField": "x",
    "SlugField": "x",
    "UUIDField": uuid4(),
    "DateField": date(2026, 1, 6),
    "JSONField": {},
    "BinaryField": b"x",
}


def tables_that_name_a_person() -> list[type[models.Model]]:
    """List every model with a column that points at a person or a member."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if any(
            isinstance(field, models.ForeignKey)
            and field.related_model in (Person, Member)
            for field in model._meta.concrete_fields
        )
    ]


def test_no_table_that_points_at_me_is_missing():
    asha = a_member(an_institution(), "Asha")

    held = queries.held_about(asha.person, at=day(1))

    named = {model._meta.label_lower for model in tables_that_name_a_person()}
    assert len(named) > 8
    assert named - set(held) == set()


@pytest.mark.parametrize(
    "model", tables_that_name_a_person(), ids=lambda model: model._meta.label_lower
)
def test_a_row_in_any_table_that_names_me_is_in_my_download(model):
    asha = a_member(an_institution(), "Asha")
    before = queries.held_about(asha.person, at=day(1))
    for field in pointing_at_people(model):
        row = a_row_of(model, field, asha)

        held = queries.held_about(asha.person, at=day(1))

        label = model._meta.label_lower
        assert str(row.pk) in {str(one["id"]) for one in held[label]}
        assert len(held[label]) == len(before[label]) + 1
        row.delete()


def pointing_at_people(model) -> list[models.Field]:
    return [
        field
        for field in model._meta.concrete_fields
        if field.related_model in (Person, Member)
    ]


def a_row_of(model, field, asha):
    """Put a row into a table that names Asha in one column, and nobody in others."""
    values = {field.name: asha.person if field.related_model is Person else asha}
    for place, other in enumerate(model._meta.concrete_fields, start=1):
        if other.name in values or other.null or other.has_default():
            continue
        if other.is_relation:
            values[other.attname] = uuid4()
        elif isinstance(other, models.DateTimeField):
            # What comes later in a table comes later in time.
            values[other.name] = day(place)
        else:
            values[other.name] = SAMPLES.get(other.get_internal_type(), 2)
    row = model(**values)
    # The other ends of it are not there: the row goes before anybody asks for them.
    row.save(force_insert=True)
    return row


def test_columns_that_name_a_member_without_a_pointer_are_known():
    found = {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.UUIDField)
        and not field.primary_key
        and (field.name in {"by", "voter", "person"} or "member" in field.name)
    }

    assert found == NAMES_A_MEMBER


def test_my_words_in_proposals_are_in_it():
    union = an_institution()
    asha = a_member(union, "Asha")
    a_draft(union, asha, "Shall we paint the stairs?", at=day(1))

    held = queries.held_about(asha.person, at=day(1))

    assert held["decisions.version"][0]["title"] == "Shall we paint the stairs?"


def test_checks_of_codes_and_keys_are_not_in_it():
    asha = a_member(an_institution(), "Asha")

    told = queries.held_about(asha.person, at=day(1))
    # Where each column comes from is said by its name, and holds nothing of it.
    held = str({name: rows for name, rows in told.items() if name != "where_from"})

    assert "_digest'" not in held.replace("words_digest'", "")
    assert "sealed'" not in held
    assert datetime.__name__ in held
