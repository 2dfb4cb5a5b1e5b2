"""Playing the operator: one row changed by SQL, behind every action's back."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Count, Q

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal import placing
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.seals import NOTICE
from commonweal.rules.sentence import Sentence

OURS = "commonweal."
# Only these rows tell of something that bears on others.
THAT_COUNT = {
    # What nobody has put is seen by its author alone.
    "decisions.proposal": Q(put_at__isnull=False),
    "decisions.version": Q(proposal__put_at__isnull=False),
    "decisions.proposal.salts": ~Q(salts=[]),
    "decisions.proposal.next_due_at": Q(
        questions__settled_at=None, next_due_at__isnull=False
    )
    & Q(questions__isnull=False),
}
# An institution that has hardly a row, so that rows can be moved there.
EMPTY = "river-street-"


def tables() -> list[type[models.Model]]:
    """Give every table we wrote."""
    ours = [one for one in apps.get_app_configs() if one.name.startswith(OURS)]
    return [model for one in ours for model in one.get_models()]


def columns() -> list[str]:
    """Name every column of every table, but for the ids of rows."""
    return [
        f"{model._meta.label_lower}.{field.name}"
        for model in tables()
        for field in model._meta.concrete_fields
        if not field.primary_key
    ]


def model_of(label: str) -> type[models.Model]:
    """Give the table of a label such as `people.person`."""
    return apps.get_model(*label.split(".")[:2])


def rows_of(label: str, *, most: int = 1) -> list[models.Model]:
    """Give some rows of a table, or of a column, that bear on others."""
    model = model_of(label)
    table = model._meta.label_lower
    found = model._default_manager.filter(
        THAT_COUNT.get(table, Q()), THAT_COUNT.get(label, Q())
    ).order_by("pk")
    ids = list(found.values_list("pk", flat=True))
    if most == 1 and hasattr(model, "institution_id"):
        # Where there are few lines, verifying takes no time.
        small = Institution.objects.annotate(lines=Count("line")).order_by("lines")
        in_order = list(small.values_list("pk", flat=True))
        where = dict(found.values_list("pk", "institution_id"))
        ids.sort(key=lambda pk: in_order.index(where[pk]))
    step = max(1, len(ids) // most)
    return list(found.filter(pk__in=ids[::step][:most]))


def found_after(label: str, row: models.Model) -> list[Sentence] | None:
    """Change one column of a row, ask what is wrong first, and change it back.

    Nothing comes back where no other value can stand there.
    """
    field: Any = model_of(label)._meta.get_field(label.rpartition(".")[2])
    for value in _others(field, row):
        try:
            with transaction.atomic():
                _set(field, row, value)
                found = first_wrong(_institutions(row))
                transaction.set_rollback(True)
        except IntegrityError:
            continue
        return found
    return None


def found_without(row: models.Model) -> list[Sentence]:
    """Take a row out, and all that hangs on it, and ask what is wrong first."""
    with transaction.atomic():
        where = _institutions(row)
        _delete(row)
        found = first_wrong(where)
        transaction.set_rollback(True)
    return found


def _delete(row: models.Model) -> None:
    try:
        row.delete()
    except models.ProtectedError as held_by:
        for other in held_by.protected_objects:
            _delete(other)
        row.delete()


def found_with_another(row: models.Model) -> list[Sentence] | None:
    """Put in a second row like this one, and ask what is wrong first."""
    try:
        with transaction.atomic():
            row.pk = uuid4()
            row.save(force_insert=True)
            connection.check_constraints()
            found = first_wrong(_institutions(row))
            transaction.set_rollback(True)
    except IntegrityError:
        return None
    return found


def found_astray(place: placing.Place, whose: UUID) -> list[Sentence]:
    """Put in a row of another institution beside one here, and ask of places here."""
    with transaction.atomic():
        pk = _free(place.table._meta.get_field(place.column), but=whose)
        beside = pk and place.parent._default_manager.get(pk=pk)
        if beside is None:
            here = Institution.objects.exclude(pk=whose).first()
            beside = made_up(place.parent, {"institution": here})
            beside.save(force_insert=True)
        row = made_up(place.table, {place.column: beside, "institution_id": whose})
        row.save(force_insert=True)
        found = list(journal.places_compared(beside.institution))
        transaction.set_rollback(True)
    return found


def _free(field: Any, *, but: UUID | None = None) -> object:
    """Find a row that a new one can stand beside: not where only one may.

    `but` is an institution in which it does not stand.
    """
    rows = field.related_model._default_manager.order_by("pk")
    if but is not None:
        rows = rows.exclude(institution_id=but)
    if _is_once(field):
        taken = field.model._default_manager.values(field.attname)
        rows = rows.exclude(pk__in=taken.filter(**{f"{field.attname}__isnull": False}))
    return rows.values_list("pk", flat=True).first()


def _is_once(field: Any) -> bool:
    """Tell whether a rule of the table may allow a row one place of this kind only."""
    rules = field.model._meta.constraints
    named = (one.fields for one in rules if isinstance(one, models.UniqueConstraint))
    return field.unique or any(field.name in fields for fields in named)


def made_up(table: type[models.Model], facts: dict[str, object]) -> models.Model:
    """Fill in what a row needs, whatever it says: each moment a day after the last."""
    for place, field in enumerate(table._meta.concrete_fields):
        needs = not field.null and not field.has_default() and not field.primary_key
        if not needs or field.name in facts or field.attname in facts:
            continue
        if field.is_relation:
            facts[field.attname] = _free(field) or uuid4()
        elif isinstance(field, models.DateTimeField):
            facts[field.name] = _INSTEAD[models.DateTimeField] + timedelta(days=place)
        elif isinstance(field, models.IntegerField):
            facts[field.name] = 1000 + place
        else:
            facts[field.name] = _instead_of_nothing(field)
    return table(**facts)


def first_wrong(ids: list[UUID]) -> list[Sentence]:
    """Give the first thing that `verify-journal` finds wrong there, if anything is."""
    return list(islice(wrong_in(ids), 1))


def wrong_in(ids: list[UUID]) -> Iterator[Sentence]:
    """Ask `verify-journal` what is wrong in these institutions; told as it is found."""
    for one in Institution.objects.filter(pk__in=ids):
        yield from journal.verify(one)
        for problem in journal.comparing(one):
            if problem.id != NOTICE:
                yield problem


def _institutions(row: models.Model) -> list[UUID]:
    """Say where what is wrong with a row would be found: there, or anywhere."""
    own = row.pk if isinstance(row, Institution) else None
    id_ = own or getattr(row, "institution_id", None)
    there = Institution.objects.order_by("pk").values_list("pk", flat=True)
    return (
        [id_]
        if id_
        else list(there.annotate(lines=Count("line")).order_by("lines"))[:2]
    )


def _set(field: Any, row: models.Model, value: object) -> None:
    there = type(row)._default_manager.filter(pk=row.pk)
    assert there.update(**{field.name: value}) == 1


def _others(field: Any, row: models.Model) -> Iterator[object]:
    """Give values that could stand in a column instead."""
    now = getattr(row, field.attname)
    if field.is_relation:
        others = field.related_model._default_manager.exclude(pk=now).order_by("-pk")
        ids = others.values_list("pk", flat=True)
        # Where each other one is taken, one is free that has hardly a row.
        yield from (
            [*filter(None, [ids.filter(address__startswith=EMPTY).first()])]
            if (field.related_model is Institution)
            else []
        )
        yield from ids[:40]
    else:
        yield from _near(field, now)
    if field.null and now is not None:
        yield None


def _near(field: Any, now: Any) -> Iterator[object]:
    """Give values close by: those an operator would hope nobody looks at."""
    if now is None:
        yield _instead_of_nothing(field)
    elif isinstance(now, bool):
        yield not now
    elif isinstance(now, dict | list):
        yield from _other_json(now)
    else:
        yield from _STEPS[type(now)](now)


_STEPS: dict[type, Any] = {
    int: lambda now: (now + 1, now - 1, now + 1000),
    datetime: lambda now: (now + timedelta(seconds=1), now - timedelta(seconds=1)),
    date: lambda now: (now + timedelta(days=1),),
    UUID: lambda _: (uuid4(),),
    bytes: lambda now: (now + b"x",),
    memoryview: lambda now: (bytes(now) + b"x",),
    str: lambda now: (f"{now[:-1]}{'a' if now[-1:] != 'a' else 'b'}",),
}
_INSTEAD: dict[type, Any] = {
    models.DateTimeField: datetime.fromisoformat("2027-01-01T00:00:00+00:00"),
    models.DateField: date(2027, 1, 1),
    models.BooleanField: True,
    models.UUIDField: uuid4(),
    models.BinaryField: b"x",
    models.JSONField: {"id": "tied", "facts": {}},
    models.IntegerField: 1,
}


def _instead_of_nothing(field: Any) -> object:
    found = [value for kind, value in _INSTEAD.items() if isinstance(field, kind)]
    return found[0] if found else "x"


def _other_json(now: Any) -> Iterator[object]:
    changed = json.loads(json.dumps(now))
    if isinstance(changed, dict):
        for key, value in changed.items():
            if isinstance(value, int | str) and not isinstance(value, bool):
                other = value + 1 if isinstance(value, int) else f"{value}x"
                yield {**changed, key: other}
        yield {**changed, "more": 1}
    else:
        yield [*changed[:-1], "ab" * 16]
