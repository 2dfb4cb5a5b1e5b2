"""The node: whether it is a demo, whether it is empty, what its operator could see."""

from dataclasses import replace

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from commonweal.foundation.language import say
from commonweal.foundation.nodes import actions, queries
from commonweal.foundation.nodes.models import Node
from commonweal.foundation.nodes.queries.in_short import CLAIMS, operator_in_short
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused
from tests.builders import a_person, an_institution, day

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_fresh_node():
    queries.forget_this_node()
    yield
    queries.forget_this_node()


def test_an_ordinary_node_is_read_once(django_assert_num_queries):
    with django_assert_num_queries(1):
        nodes = [queries.this_node() for _ in range(3)]

    assert {node.is_demo for node in nodes} == {False}
    assert {node.clock_offset_s for node in nodes} == {0}


def test_days_pass_only_in_a_demo():
    with pytest.raises(Refused, match="node_not_demo"):
        actions.let_days_pass(1, at=day(0))

    actions.become_demo()
    actions.let_days_pass(2, at=day(0))
    actions.let_days_pass(3, at=day(2))

    assert queries.this_node().clock_offset_s == 5 * 86_400


@pytest.mark.parametrize("days", [-1, 0, 367, 10**9])
def test_days_pass_onwards_and_a_year_at_most(days):
    actions.become_demo()

    with pytest.raises(Refused, match="days_out_of_range"):
        actions.let_days_pass(days, at=day(0))


def test_a_node_with_people_cannot_become_a_demo():
    assert queries.is_empty()
    a_person()

    assert not queries.is_empty()
    with pytest.raises(Refused, match="node_not_empty"):
        actions.become_demo()


def test_the_database_itself_keeps_an_ordinary_clock_in_place():
    with pytest.raises(IntegrityError), transaction.atomic():
        Node.objects.create(pk=1, is_demo=False, clock_offset_s=60)
    with pytest.raises(IntegrityError), transaction.atomic():
        Node.objects.create(pk=2)


def test_the_operator_sees_every_table_of_the_database():
    told = {table.table for table in queries.what_an_operator_sees()}

    there = set(connection.introspection.table_names())

    assert there - told == {"django_migrations"}


def test_every_table_and_column_is_told_in_words_with_its_class():
    for table in queries.what_an_operator_sees():
        assert say(table.words, "en")
        for column in table.columns:
            assert say(column.words, "en"), (table.table, column.column)
            assert column.data_class in {"P0", "P1", "P2", "P3", "P4"}


def test_every_column_of_the_data_model_is_told():
    told = {table.table: table for table in queries.what_an_operator_sees()}

    for model in apps.get_models(include_auto_created=True):
        columns = {field.column for field in model._meta.concrete_fields}
        shown = {column.column for column in told[model._meta.db_table].columns}
        assert shown == columns


def test_what_reaches_a_person_is_marked_so():
    told = {table.table: table for table in queries.what_an_operator_sees()}
    people = {one.column: one.data_class for one in told["people_person"].columns}
    letters = {one.data_class for one in told["people_outgoingmail"].columns}

    assert people["email_sealed"] == "P2"
    assert letters == {"P2"}


def test_rows_are_counted():
    an_institution()
    told = queries.rows_now()

    assert told["institutions_institution"] == 1
    assert told["journal_line"] == 2


def test_no_column_holds_an_address_or_a_device():
    """What is never stored has no place to be stored in."""
    told = {
        column.column
        for table in queries.what_an_operator_sees()
        for column in table.columns
    }

    assert not told & {
        "ip",
        "ip_address",
        "user_agent",
        "device",
        "last_login",
        "phone",
    }


def test_every_sentence_about_the_operator_is_borne_out_by_the_data_model():
    said = [one.id for one in operator_in_short(queries.what_an_operator_sees())]

    claimed = [one.id for one in CLAIMS]
    assert said == ["short_power", *claimed, "short_program", "short_counts"]


def test_a_sentence_the_data_model_does_not_bear_out_is_not_said():
    tables = queries.what_an_operator_sees()
    without = tuple(one for one in tables if one.table != "people_person")
    opened = tuple(
        replace(
            table,
            columns=tuple(
                replace(one, form=Sentence("opens_plain")) for one in table.columns
            ),
        )
        for table in tables
    )

    for changed in (without, opened):
        said = {one.id for one in operator_in_short(changed)}
        assert "short_members" in said
        assert "short_addresses" not in said


def test_the_figures_about_the_operator_add_up():
    *_, told = operator_in_short(queries.what_an_operator_sees())

    parts = sum(told.facts[one] for one in ("plain", "checks", "tried", "sealed"))
    assert parts == told.facts["columns"]
    assert told.facts["sealed"] > 5
