"""What could be taken: told whole, equal to the document, with keys looked after."""

import json
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from tests.builders import a_person, an_institution

from commonweal.foundation.keys import store
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.keys.standing import forget_standing_keys
from commonweal.foundation.nodes.queries import (
    inventory,
    provenance,
    what_an_operator_sees,
)
from commonweal.interfaces.cli import upgrade
from commonweal.interfaces.cli.inventory import AMISS, SOUND, document
from commonweal.interfaces.cli.main import call

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "inventory.md"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _keys_of_their_own(settings, tmp_path):
    settings.KEYS = tmp_path / "keys"
    settings.KEYS_OF_VOTES = tmp_path / "keys-of-votes"
    forget_standing_keys()
    yield
    forget_standing_keys()


def test_the_document_tells_what_the_tables_are():
    """`commonweal inventory --document > docs/reference/inventory.md` makes it anew."""
    assert PAGE.read_text() == document(what_an_operator_sees())


def test_every_column_that_reaches_a_person_says_how_long_it_is_kept():
    for table in what_an_operator_sees():
        for column in table.columns:
            if inventory.is_personal(column.label):
                assert column.kept.id != inventory.WITH_RECORD, column.label


def test_every_column_about_a_person_has_somebody_who_said_it_or_a_reason():
    for table in what_an_operator_sees():
        for column in table.columns:
            if inventory.is_personal(column.label):
                assert provenance.said_by(column.label), column.label


def test_who_said_it_is_told_of_columns_that_reach_a_person_and_are_there():
    there = {one.label for table in what_an_operator_sees() for one in table.columns}

    assert provenance.labels() <= there
    assert all(inventory.is_personal(one) for one in provenance.labels())


def test_a_fact_that_nobody_answered_for_is_found():
    assert provenance.said_by("people.person.birthday") is None


def test_what_it_takes_to_read_a_column_names_columns_that_are_there():
    there = {one.label for table in what_an_operator_sees() for one in table.columns}

    assert set(inventory.FORMS) <= there


def test_it_counts_what_there_is_today(capsys):
    an_institution()
    farah = a_person()

    status = call("inventory", ["--json"])

    told = json.loads(capsys.readouterr().out)
    rows = {table["table"]: table["rows"] for table in told["tables"]}
    assert status == SOUND
    assert rows["people_person"] == 2
    assert told["keys"] == {"people": 2, "standing": 1}
    assert farah.email not in str(told)


def test_it_is_printed_for_people_too(capsys):
    a_person()

    assert call("inventory", []) == SOUND

    printed = capsys.readouterr().out
    assert "People who sign in on this server (people_person): 1" in printed
    assert "P2 email_sealed: their mail address" in printed


def test_a_missing_key_is_told_and_changes_the_status(capsys):
    farah = a_person()
    store.destroy(key_of(farah.email_sealed))

    assert call("inventory", []) == AMISS

    said = capsys.readouterr().out
    assert "AMISS: Keys of mail addresses are missing: 1, such as “people/" in said


def test_copies_of_before_an_upgrade_are_told_with_their_key(
    capsys, settings, tmp_path
):
    settings.DATA = tmp_path
    an_institution()
    with redirect_stdout(StringIO()):
        upgrade._keep_first()

    assert call("inventory", []) == SOUND
    printed = capsys.readouterr().out

    assert f"Copies of all of it, with their key: 1, in {tmp_path}" in printed
    call("inventory", ["--json"])
    assert json.loads(capsys.readouterr().out)["copies_with_their_key"] == 1


def test_a_digest_that_whoever_has_the_keys_can_try_out_is_told_as_such():
    told = {
        column.label: column.form.id
        for table in what_an_operator_sees()
        for column in table.columns
    }

    assert told["safeguards.avoidance.pair_digest"] == "opens_by_trying"
    assert told["people.person.email_digest"] == "opens_by_trying"
    assert told["decisions.turnoutmark.mark"] == "opens_by_trying"
    # A code that is long and random is tried out by nobody.
    assert told["people.papercode.code_digest"] == "opens_check"
