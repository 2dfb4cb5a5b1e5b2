"""Hidden words are read nowhere through the door for programs either."""

import pytest

from commonweal.foundation.threads import actions, queries
from commonweal.foundation.threads.models import ReportReading
from tests.builders import a_member, day, founder_of
from tests.capabilities.decisions.given import a_proposal
from tests.foundation.threads.given import hidden, reported, stewards
from tests.interfaces.api.conftest import program_of, told

pytestmark = pytest.mark.django_db


def test_hidden_posts_and_proposals_have_no_words(union, here, clock):
    asha, ben, chidi = founder_of(union), a_member(union, "Ben"), a_member(union, "C")
    stewards(union, ben, chidi)
    proposal = a_proposal(union, [asha], "Rosa must go", at=day(1))
    post = actions.say_in_thread(
        proposal.pk, institution=union, by=asha, text="She is a thief.", at=day(1)
    )
    reported(post, chidi, at=day(1))
    hidden(post, ben, at=day(1))
    _hide_proposal(union, proposal, chidi, ben)
    program = program_of(chidi)

    for path in (
        "/proposals",
        "/proposals/1",
        "/proposals/1/posts",
        "/journal",
        "/journal/file",
        "/proposals/1/versions",
    ):
        seen = str(told(program.get(here + path)))
        assert "thief" not in seen, path
        assert "Rosa" not in seen, path


def _hide_proposal(union, proposal, reporter, steward):
    from_place = actions.Complaint("hurts")
    said = _said(union, proposal)
    actions.report(
        said, institution=union, by=reporter, complaint=from_place, at=day(1)
    )
    actions.hide(
        said,
        institution=union,
        by=steward,
        wrong="hurts",
        reason="It hurts.",
        at=day(1),
    )


def _said(union, proposal):
    found = queries.said_at(union, "proposal", proposal.pk)
    assert found is not None
    return found


def test_what_is_out_of_sight_cannot_be_reported_through_the_door(union, here, clock):
    asha, ben, chidi = founder_of(union), a_member(union, "Ben"), a_member(union, "C")
    stewards(union, ben, chidi)
    proposal = a_proposal(union, [asha], at=day(1))
    post = actions.say_in_thread(
        proposal.pk, institution=union, by=asha, text="She is a thief.", at=day(1)
    )
    sent = {"kind": "post", "about": str(post.pk), "wrong": "hurts", "words": "It is."}
    dora = a_member(union, "Dora")
    before = program_of(dora).post(here + "/reports", sent)
    reported(post, chidi, at=day(1))
    hidden(post, ben, at=day(1))

    after = program_of(chidi).post(here + "/reports", sent)

    assert (before.status_code, after.status_code) == (200, 404)


def test_a_steward_who_reads_reports_is_seen_by_whoever_reported(union, here, clock):
    asha, ben, chidi = founder_of(union), a_member(union, "Ben"), a_member(union, "C")
    stewards(union, ben, chidi)
    proposal = a_proposal(union, [asha], at=day(1))
    post = actions.say_in_thread(
        proposal.pk, institution=union, by=asha, text="She is a thief.", at=day(1)
    )
    reported(post, chidi, at=day(1))

    told(program_of(ben).get(here + "/stewards"))
    told(program_of(ben).get(here + "/stewards"))
    told(program_of(asha).get(here + "/stewards"))

    noted = ReportReading.objects.values_list("report__reporter", "reader")
    assert list(noted) == [(chidi.pk, ben.pk)]
    seen = queries.readings_of_reports(chidi.person)
    assert [(one.reader, one.purpose) for one in seen] == [
        ("Ben", "to answer what you reported")
    ]
    assert queries.readings_of_reports(asha.person) == ()


def test_support_is_for_the_words_that_were_read(union, here, clock):
    asha, ben = founder_of(union), a_member(union, "Ben")
    proposal = a_proposal(union, [asha], at=day(1))
    clock.at = day(2)
    author, one = program_of(asha), here + "/proposals/1"
    seen = told(author.get(one))["words_id"]
    new = {"title": "Strike now?", "text": "", "seen": seen}
    told(author.ask("PUT", one + "/words", new))
    there = here + "/proposals/1/support"

    changed = program_of(ben).ask("PUT", there, {"version": 1})
    read = program_of(ben).ask("PUT", there, {"version": 2})

    assert told(changed, 409)["id"] == "words_changed_meanwhile"
    assert read.status_code == 200
    assert proposal.pk
