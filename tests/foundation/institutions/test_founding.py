"""Founding an institution."""

from dataclasses import replace

import pytest

from commonweal import kinds
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions.founding import found
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal import queries as journal
from commonweal.rules.verdict import ALLOWED, Refused
from tests.builders import a_charter, a_person, an_institution, day, founder_of
from tests.foundation.given import words_beside

pytestmark = pytest.mark.django_db


def founded(*, address="river-street", name="Asha", charter=None, by=None):
    return found(
        kind="tenants_union",
        charter=charter or a_charter(),
        address=address,
        by=by or a_person("Asha"),
        name=name,
        at=day(0),
    )


@pytest.mark.parametrize("kind", kinds.names())
def test_every_kind_can_be_founded(kind):
    institution = an_institution(kind)

    charter = queries.charter_in_force(institution, at=day(0))
    founder = founder_of(institution)

    assert charter == a_charter(kind)
    assert "propose" in charter.member_class(founder.member_class).rights
    # Where bodies are the members nobody invites: they send their delegates.
    may_invite = "invite" in charter.member_class(founder.member_class).rights
    assert may_invite == (charter.pact is None)


def test_the_founder_is_the_first_member_and_the_journal_says_so():
    institution = founded(name="  Asha\u200b ")

    opening, joined = reversed(journal.lines(institution))

    assert [member.name for member in queries.members(institution, at=day(0))] == [
        "Asha"
    ]
    assert (opening.deed, opening.about_kind) == ("founded", "charterversion")
    seal = opening.facts.pop("seal")
    assert len(seal) == 64
    assert opening.facts == {"kind": "tenants_union", "address": "river-street"}
    assert (joined.deed, joined.by) == ("joined", founder_of(institution).id)
    assert words_beside(joined) == {"name": "Asha"}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ab",
        "a" * 61,
        "River",
        "river street",
        "-river",
        "río",
        "../x",
        "a\nb",
        "a/b",
    ],
)
def test_a_web_address_of_other_signs_is_refused(address):
    with pytest.raises(Refused, match="address_malformed"):
        founded(address=address)


def test_a_web_address_is_had_once():
    founded(address="river-street")

    with pytest.raises(Refused, match="address_taken"):
        founded(address="river-street", by=a_person("Ben"))


@pytest.mark.parametrize(
    ("name", "why"), [("\u200b", "name_empty"), ("a" * 10_000, "name_too_long")]
)
def test_a_name_that_cannot_be_shown_is_refused_and_nothing_is_kept(name, why):
    with pytest.raises(Refused, match=why):
        founded(name=name)

    assert not Institution.objects.exists()


def test_a_charter_that_contradicts_itself_is_refused_with_the_reasons():
    broken = replace(a_charter(), ordinary_rule="no_such_rule")

    with pytest.raises(Refused, match="charter_objections") as refusal:
        founded(charter=broken)

    assert refusal.value.verdict.facts["objections"]


def test_of_two_who_ask_for_an_address_at_once_one_has_it(monkeypatch):
    founded(address="river-street")
    # The second asked while the first was not written down yet.
    monkeypatch.setattr(access, "may_have_address", lambda _address: ALLOWED)

    with pytest.raises(Refused, match="address_taken"):
        founded(address="river-street", by=a_person("Ben"))

    assert Institution.objects.count() == 1
