"""A query written out once gives what it would give if written out each time."""

from threading import Thread
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import DateTimeField, QuerySet, UUIDField
from django.test.utils import CaptureQueriesContext

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal.models import Line
from commonweal.foundation.prepared import Given, Keeping, Prepared
from tests.builders import a_member, an_institution, day

pytestmark = pytest.mark.django_db


@Prepared
def joined_by() -> QuerySet[Member]:
    return (
        Member.objects.filter(
            institution=Given("institution", UUIDField()),
            joined_at__lte=Given("at", DateTimeField()),
        )
        .select_related("institution", "person")
        .order_by("name")
    )


def test_it_gives_the_same_as_the_query_itself():
    union, other = an_institution(), an_institution()
    a_member(union, "Ben", at=day(1))
    a_member(other, "Chidi", at=day(1))
    a_member(union, "Dolores", at=day(3))

    for institution in (union, other):
        for at in (day(0), day(1), day(2), day(3)):
            plain = Member.objects.filter(institution=institution, joined_at__lte=at)

            asked = joined_by.rows({"institution": institution, "at": at})

            assert asked == list(plain.order_by("name"))


def test_what_is_asked_along_comes_along():
    union = an_institution()
    a_member(union, "Ben", at=day(1))

    with CaptureQueriesContext(connection) as queries:
        rows = joined_by.rows({"institution": union.pk, "at": day(2)})
        seen = [(row.institution.address, str(row.person)) for row in rows]

    assert len(queries) == 1
    assert {address for address, _ in seen} == {union.address}


def test_the_first_row_or_none():
    union = an_institution()

    first = joined_by.first({"institution": union, "at": day(0)})
    nobody = joined_by.first({"institution": union, "at": day(-1)})

    assert first is not None
    assert first.name == "Asha"
    assert nobody is None


def test_each_thread_writes_it_out_for_its_own_connection():
    written = []

    def ask() -> None:
        written.append(joined_by._written().connection)
        connection.close()

    thread = Thread(target=ask)
    thread.start()
    thread.join()

    assert written[0] is not joined_by._written().connection


def test_it_is_asked_of_a_connection_that_was_opened_anew():
    found = []

    def ask() -> None:
        nowhere = {"institution": uuid4(), "at": day(1)}
        for _ in range(2):
            found.append(joined_by.rows(nowhere))
            connection.close()

    thread = Thread(target=ask)
    thread.start()
    thread.join()

    assert found == [[], []]


def test_a_log_that_begins_in_between_misses_nothing():
    union = an_institution()
    asked = {"institution": union, "at": day(2)}
    joined_by.rows(asked)

    with CaptureQueriesContext(connection) as queries:
        joined_by.rows(asked)

    assert len(queries) == 1


LINE = Keeping(Line)


def test_a_new_row_is_what_its_model_would_be():
    union = an_institution()
    given = {"institution_id": union.id, "number": 7, "at": day(1), "deed": "rest"}

    new = LINE.new(given)
    LINE.keep(new)

    plain = Line(**given, id=new.id)
    names = [field.attname for field in Line._meta.concrete_fields]
    assert {name: getattr(new, name) for name in names} == {
        name: getattr(plain, name) for name in names
    }
    assert Line.objects.get(pk=new.pk) == plain


def test_what_is_kept_is_what_was_given():
    union = an_institution()
    line = a_line(union, number=7, facts={"call": 1, "words": "Größe"})

    LINE.keep(line)

    kept = Line.objects.get(pk=line.pk)
    assert {field.name: getattr(kept, field.name) for field in Line._meta.fields} == {
        field.name: getattr(line, field.name) for field in Line._meta.fields
    }
    assert not line._state.adding


def test_a_row_is_written_over_where_one_is_there():
    union = an_institution()
    over = Keeping(Line, over=("institution", "number"), anew=("facts", "deed"))
    first = a_line(union, number=7, facts={"call": 1})
    second = a_line(union, number=7, facts={"call": 2})

    over.keep(first)
    over.keep(second)

    [kept] = Line.objects.filter(institution=union, number=7)
    assert kept.pk == first.pk
    assert kept.facts == {"call": 2}
    assert kept.previous == first.previous


def a_line(union: Institution, *, number: int, facts: dict[str, object]) -> Line:
    return Line(
        institution=union,
        number=number,
        at=day(1),
        deed="cast_ballot",
        about_kind="member",
        about_id=uuid4(),
        facts=facts,
        previous=uuid4().hex,
        hash="0" * 64,
    )
