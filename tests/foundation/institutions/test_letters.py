"""One person has so many letters a day sent to others, wherever they belong."""

from dataclasses import replace

import pytest

from commonweal.capabilities.decisions import actions as deciding
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions import founding
from commonweal.foundation.institutions.actions.bringing import Row, bring_members
from commonweal.foundation.institutions.charters import charter_of
from commonweal.foundation.institutions.models import CharterVersion
from commonweal.foundation.people.models import OutgoingMail
from commonweal.foundation.people.queries import letters
from commonweal.rules.charters.toml import to_toml
from commonweal.rules.sentence import local_text
from commonweal.rules.verdict import Refused
from tests.builders import (
    FROM_A_SHEET,
    an_institution,
    confirmed,
    day,
    founder_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return confirmed(founder_of(union))


def test_one_person_sends_no_more_letters_by_founding_more_institutions(
    union, asha, settings
):
    settings.LETTERS_A_DAY = 30
    charter = queries.charter_in_force(union, at=day(0))
    again = founding.found(
        kind="tenants_union",
        charter=charter,
        address="another-street",
        by=asha.person,
        name="Asha",
        at=day(1),
    )
    rows = [Row(f"Guest {n}", f"guest{n}@example.org") for n in range(40)]
    bring_members(union, rows[:20], origin=FROM_A_SHEET, by=asha, at=day(1))

    with pytest.raises(Refused, match="letters_used_up_by_you"):
        bring_members(
            again, rows[20:], origin=FROM_A_SHEET, by=founder_of(again), at=day(1)
        )

    late = bring_members(
        again, rows[20:], origin=FROM_A_SHEET, by=founder_of(again), at=day(2)
    )
    assert late.codes == ()
    assert OutgoingMail.objects.count() == 40


def test_one_person_sends_no_more_letters_by_decisions_that_admit_addresses(
    union, asha, settings
):
    settings.LETTERS_A_DAY = 30
    many, few = (admitting(union, asha, count) for count in (20, 11))
    deciding.put_proposal(many, by=asha, at=day(1))

    with pytest.raises(Refused, match="letters_used_up_by_you"):
        deciding.put_proposal(few, by=asha, at=day(1))

    few.refresh_from_db()
    assert few.put_at is None
    assert deciding.put_proposal(few, by=asha, at=day(2)).put_at == day(2)


def admitting(union, author, count):
    """Give a draft that admits people who have addresses, and one who has none."""
    people = [
        {
            "name": f"Guest {n}",
            "member_class": "tenant",
            "email": f"guest{n}@example.org" if n else "",
        }
        for n in range(count + 1)
    ]
    return deciding.draft_proposal(
        union,
        by=author,
        words=deciding.Wording("Shall we admit them?", "They live here."),
        aim=deciding.Aim("admit_member", {"people": people}),
        at=day(1),
    )


def test_a_letter_carries_no_link_that_stands_in_a_name(union, asha):
    version = CharterVersion.objects.get(institution=union)
    named = replace(charter_of(version.text), name=local_text(en="Go to evil.example"))
    version.text = to_toml(named)
    version.save()

    bring_members(
        union,
        [Row("Guest", "guest@example.org")],
        origin=FROM_A_SHEET,
        by=asha,
        at=day(1),
    )

    [letter] = [one for one in letters() if one.address == "guest@example.org"]
    assert "evil" not in letter.subject + letter.body
    assert "an institution on this server" in letter.body
