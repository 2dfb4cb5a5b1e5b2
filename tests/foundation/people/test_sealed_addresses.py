"""Mail addresses: sealed, found by a keyed digest, gone with their keys."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from commonweal.capabilities.decisions import actions as decisions
from commonweal.foundation.institutions.actions.bringing import bring_members
from commonweal.foundation.institutions.actions.lists import Row
from commonweal.foundation.keys import store
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.people import actions, duties, queries
from commonweal.foundation.people.models import Person
from commonweal.rules.verdict import Refused
from tests.builders import (
    FROM_A_SHEET,
    an_institution,
    confirmed,
    day,
    founder_of,
    the_letter,
)
from tests.foundation.given import all_bytes

AN_ADDRESS = "marker.asha@example.org"
HIDDEN = (b"marker.", b"TELLTALE", b"MARKER.")


@pytest.mark.django_db
def test_no_address_and_no_letter_stands_in_the_database_in_plain():
    union = an_institution()
    asha = confirmed(founder_of(union))
    farah = actions.arrive(email=AN_ADDRESS, language="en", at=day(1))
    actions.send_sign_in_link(
        AN_ADDRESS, language="en", link=lambda _code: "TELLTALE", at=day(1)
    )
    bring_members(
        union,
        [Row("Chidi", "marker.chidi@example.org")],
        origin=FROM_A_SHEET,
        by=asha,
        at=day(1),
    )
    admitted = {"name": "Emre", "member_class": "tenant"}
    decisions.draft_proposal(
        union,
        by=asha,
        words=decisions.Wording("Emre joins", "They asked to.", "en"),
        aim=decisions.Aim(
            "admit_member",
            {"people": [admitted | {"email": "marker.emre@example.org"}]},
        ),
        at=day(1),
    )

    kept = all_bytes()

    assert not [one for one in HIDDEN if one in kept]
    assert farah.email == AN_ADDRESS
    assert queries.having_address(" Marker.ASHA@example.org").get() == farah
    assert {one.address for one in queries.letters()} >= {"marker.chidi@example.org"}


@pytest.mark.django_db
def test_a_proposal_to_admit_somebody_puts_and_carries_their_address():
    union = an_institution()
    asha = founder_of(union)
    emre = {"name": "Emre", "member_class": "tenant", "email": AN_ADDRESS}
    drafted = decisions.draft_proposal(
        union,
        by=asha,
        words=decisions.Wording("Emre joins", "They asked to.", "en"),
        aim=decisions.Aim("admit_member", {"people": [emre]}),
        at=day(1),
    )
    kept_by = f"proposals/{drafted.id}"
    assert store.is_kept(kept_by)

    decisions.put_proposal(drafted, by=asha, at=day(2))

    assert AN_ADDRESS not in str(drafted.terms)


@pytest.mark.django_db
def test_a_discarded_draft_takes_its_addresses_along(
    django_capture_on_commit_callbacks,
):
    union = an_institution()
    asha = founder_of(union)
    emre = {"name": "Emre", "member_class": "tenant", "email": AN_ADDRESS}
    drafted = decisions.draft_proposal(
        union,
        by=asha,
        words=decisions.Wording("Emre joins", "They asked to.", "en"),
        aim=decisions.Aim("admit_member", {"people": [emre]}),
        at=day(1),
    )

    with django_capture_on_commit_callbacks(execute=True):
        decisions.withdraw(drafted, by=asha, at=day(2))

    assert not store.is_kept(f"proposals/{drafted.id}")


@pytest.mark.django_db
def test_whoever_leaves_takes_the_key_of_their_address_along(
    django_capture_on_commit_callbacks,
):
    asha = actions.arrive(email=AN_ADDRESS, language="en", at=day(0))
    # As it stands in any copy of the database made meanwhile.
    copied = Person.objects.get(pk=asha.pk)
    key = key_of(copied.email_sealed)

    with django_capture_on_commit_callbacks(execute=True):
        actions.leave_node(asha, at=day(1))

    assert not store.is_kept(key)
    with pytest.raises(Refused, match="key_missing"):
        _ = copied.email


@pytest.mark.django_db
def test_letters_of_last_week_open_in_no_copy_any_more(
    django_capture_on_commit_callbacks,
):
    for at in (day(1), day(7)):
        actions.write_letter(address=AN_ADDRESS, subject="Hello", body="", at=at)
    keys = [queries.key_of_day(day(1)), queries.key_of_day(day(7))]

    with django_capture_on_commit_callbacks(execute=True):
        duties.forget_stale_links(day(9))

    assert [store.is_kept(key) for key in keys] == [False, True]
    assert the_letter().written_at == day(7)


@pytest.mark.django_db(transaction=True)
def test_addresses_and_letters_from_before_are_sealed_and_still_found():
    executor = MigrationExecutor(connection)
    executor.migrate([("people", "0002_own_sign_ins")])
    then = executor.loader.project_state([("people", "0002_own_sign_ins")]).apps
    then.get_model("people", "Person").objects.create(
        email=AN_ADDRESS, email_confirmed=True, joined_on=day(0).date()
    )
    then.get_model("people", "Person").objects.create(joined_on=day(0).date())
    then.get_model("people", "OutgoingMail").objects.create(
        address=AN_ADDRESS, subject="Your link", body="TELLTALE", written_at=day(1)
    )

    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())

    assert not [one for one in HIDDEN if one in all_bytes()]
    found = queries.having_address(AN_ADDRESS).get()
    assert (found.email, found.email_confirmed) == (AN_ADDRESS, True)
    assert (the_letter().address, the_letter().body) == (AN_ADDRESS, "TELLTALE")
    assert Person.objects.filter(email_digest="").get().email == ""
