"""Admitting by decision on the web: who belongs already becomes something else."""

from uuid import uuid4

import pytest

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions import by_decision
from tests.builders import day
from tests.interfaces.web.decisions.a_union import Union, text_of
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def union(monkeypatch):
    return Union(monkeypatch)


def test_a_supporter_becomes_a_tenant_by_decision_and_stays_one_member(union):
    terms = {"people": [{"name": "Farah", "member_class": "supporter"}]}
    by_decision.admit_member(
        union.institution, terms=terms, decision=uuid4(), at=day(1)
    )
    page = union.write(
        "admit_member",
        title="Shall Farah be one of us?",
        people="farah\n",
        member_class="tenant",
        text="",
    )
    union.open_vote(page)
    told = union.vote(page, *({"answer": "yes"} for _ in range(5)))

    assert "Farah belongs here already, as Supporter, and becomes Tenant" in text_of(
        told
    )
    there = queries.members(union.institution, at=union.clock.at)
    assert [one.member_class for one in there if "Farah" in one.name] == ["tenant"]


def test_who_is_a_tenant_already_is_not_admitted_as_one(union):
    typed = {"title": "Ben?", "people": "Ben", "member_class": "tenant", "text": ""}

    answer = browser_of(union.asha).post(f"{union.here}new/admit_member/", typed)

    assert "Ben belongs here already, as Tenant." in text_of(answer)
    assert 'value="Ben?"' in answer.content.decode()
