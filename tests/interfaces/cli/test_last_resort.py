"""The operator's last resort, as it is typed: with a reason, told to the members."""

import pytest
from tests.builders import a_member, an_institution, day, founder_of
from tests.interfaces.web.visitors import put

from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.access import may_be_written_in
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.threads import queries
from commonweal.interfaces.cli import last_resort
from commonweal.interfaces.cli.main import main

pytestmark = pytest.mark.django_db
WHY = ("--because", "law", "--reason", "A court ordered it.")


@pytest.fixture
def union(monkeypatch):
    monkeypatch.setattr(last_resort, "_now", lambda: day(2))
    union = an_institution()
    a_member(union, "Ben")
    return union


def typed(*words):
    return main(["last-resort", *words])


def test_a_proposal_is_hidden_by_its_number_and_the_members_are_asked(union, capsys):
    proposal = put(union, founder_of(union), at=day(1))

    assert typed("hide", union.address, "proposal", "1", *WHY) == 0

    assert queries.hidden_places(union, at=day(2)) == {proposal.pk}
    assert Proposal.objects.filter(effect="let_last_resort_stand").count() == 1
    assert "“A court ordered it.”" in capsys.readouterr().out


def test_the_face_is_hidden_and_writing_frozen_until_they_are_lifted(union, capsys):
    assert typed("hide", union.address, "face", *WHY) == 0
    assert typed("freeze", union.address, *WHY, "--days", "10") == 0

    stopped = Institution.objects.get(pk=union.pk)
    assert stopped.is_face_hidden(day(3))
    assert (stopped.frozen_until, stopped.review_waits) == (day(12), True)

    assert typed("lift", union.address, "2", "--reason", "It is over.") == 0
    assert may_be_written_in(Institution.objects.get(pk=union.pk), at=day(3))
    capsys.readouterr()
    assert typed("list", union.address) == 0
    assert len(capsys.readouterr().out.strip().splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("freeze", "nowhere", *WHY), "no institution at “nowhere”"),
        (("hide", "{here}", "post", "rubbish", *WHY), "no such words"),
        (("hide", "{here}", "proposal", "7", *WHY), "no such words"),
        (("lift", "{here}", "7", "--reason", "Over."), "nothing under that number"),
        (("freeze", "{here}", *WHY, "--days", "400"), "from 1 to 60"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(union, capsys, words, why):
    assert typed(*(one.format(here=union.address) for one in words)) == 2

    assert why in capsys.readouterr().err
    assert queries.last_resorts(union) == ()
