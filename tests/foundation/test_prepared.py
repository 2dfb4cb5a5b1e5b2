"""A query written out once gives what it would give if written out each time."""

from threading import Thread

import pytest
from django.db import connection
from django.db.models import DateTimeField, QuerySet, UUIDField
from django.test.utils import CaptureQueriesContext

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.prepared import Given, Prepared
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
        written.append(joined_by._written().compiler.connection)
        connection.close()

    thread = Thread(target=ask)
    thread.start()
    thread.join()

    assert written[0] is not joined_by._written().compiler.connection
