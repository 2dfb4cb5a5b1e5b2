"""Members of the bodies report words as themselves, and strangers once a corner."""

from datetime import timedelta

import pytest
from tests.builders import day
from tests.capabilities.confederation.given import (
    DELIBERATED,
    a_body,
    a_confederation,
    by_decision,
    in_it,
    person_in,
    raised,
    sent,
)
from tests.foundation.threads.given import stewards
from tests.interfaces.web.conftest import browser_of

from commonweal.capabilities.confederation import actions, queries
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.people.queries import held_about
from commonweal.foundation.threads import access
from commonweal.foundation.threads import actions as moderation
from commonweal.foundation.threads import queries as threads
from commonweal.foundation.threads.models import Report
from commonweal.interfaces import limits
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db
NOW = DELIBERATED + timedelta(hours=1)
INSULT = "Rosa is a thief."
SEVERAL = "Several people have reported this already"


@pytest.fixture
def bodies(clock):
    clock.at = NOW
    return a_body("Asha", "Ana", "Ada"), a_body("Ben", "Bo")


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


@pytest.fixture
def delegates(delegates, whole):
    stewards(whole, delegates[1], office="secretary", at=day(5))
    return delegates


@pytest.fixture
def matter(bodies, whole, delegates):
    return raised(bodies[0], whole, text=INSULT)


def reports(by, matter, words="It is not so.", *, line="192.0.2.1"):
    url = f"/i/{matter.institution.address}/report/confederal_matter/{matter.pk}/"
    browser = browser_of(by)
    told = {"wrong": "hurts", "words": words}
    return browser.post(url, told, REMOTE_ADDR=line)


def said_in(answer):
    return " ".join(answer.content.decode().split())


def test_strangers_bury_nobody_who_belongs_to_a_body(whole, matter, bodies):
    said = threads.said_at(whole, "confederal_matter", matter.pk)
    for number in range(access.reporting.MOST_OPEN_OF_STRANGERS):
        Report.objects.create(
            institution=whole,
            about_kind="confederal_matter",
            about_id=said.id,
            wrong="hurts",
            reported_at=NOW + timedelta(seconds=number),
        )
    limits.forget()
    for _ in range(12):
        reports(None, matter)

    answer = reports(person_in(bodies[0], "Ana"), matter)

    assert answer.status_code == 302
    assert Report.objects.filter(known_as__isnull=False).count() == 1


def test_whoever_belongs_to_a_body_reports_a_thing_once(matter, bodies):
    ana, ada = person_in(bodies[0], "Ana"), person_in(bodies[0], "Ada")
    assert reports(ana, matter).status_code == 302

    again = reports(ana, matter, line="198.51.100.7")

    assert "You have reported this already" in said_in(again)
    assert reports(ada, matter).status_code == 302
    assert Report.objects.count() == 2


def test_whoever_belongs_to_a_body_has_a_bound_of_their_own(whole, matter, bodies):
    ana = person_in(bodies[0], "Ana")
    mark = access.known_as(whole.pk, ana.person_id)
    for number in range(20):
        Report.objects.create(
            institution=whole,
            about_kind="confederal_matter",
            about_id=bodies[number % 2].pk if number < 2 else f"{number:032x}",
            known_as=mark,
            wrong="hurts",
            reported_at=NOW,
        )

    mine = reports(ana, matter)
    others = reports(person_in(bodies[1], "Bo"), matter)

    assert "20 reports wait for an answer already" in said_in(mine)
    assert others.status_code == 302


def test_whoever_nobody_knows_yet_reports_as_a_stranger_does(matter, bodies):
    ana = person_in(bodies[0], "Ana")
    Member.objects.filter(pk=ana.pk).update(confirmers_needed=1)

    reports(ana, matter)

    assert Report.objects.get().known_as is None


def test_a_stranger_reports_a_thing_once_from_one_corner_and_is_not_told(matter):
    """Else whoever shares a line with somebody could try out whether they reported."""
    first = reports(None, matter)

    second = reports(None, matter)
    other = reports(None, matter, line="198.51.100.7")

    assert [one.status_code for one in (first, second, other)] == [302, 302, 302]
    assert Report.objects.count() == 2


def test_a_stranger_may_report_what_was_left_standing_once_more(
    whole, matter, delegates
):
    reports(None, matter)
    said = threads.said_at(whole, "confederal_matter", matter.pk)
    moderation.leave_standing(
        said, institution=whole, by=delegates[1], reason="It stands.", at=NOW
    )

    reports(None, matter)

    assert Report.objects.filter(answered_at=None).count() == 1


def test_of_the_same_words_few_reports_of_strangers_are_kept(matter):
    for number in range(5):
        assert reports(None, matter, line=f"198.51.{number}.7").status_code == 302

    sixth = reports(None, matter, line="203.0.113.5")

    assert SEVERAL in said_in(sixth)
    assert Report.objects.count() == 5


def test_nothing_is_kept_of_who_reported_once_it_is_answered(
    whole, matter, bodies, delegates
):
    ana = person_in(bodies[0], "Ana")
    reports(ana, matter)
    kept = Report.objects.get()
    assert kept.reporter is None
    assert str(ana.person_id) not in str(kept.known_as)
    assert held_about(ana.person, at=NOW)["threads.report"]

    said = threads.said_at(whole, "confederal_matter", matter.pk)
    moderation.hide(
        said,
        institution=whole,
        by=delegates[1],
        wrong="hurts",
        reason="It insults.",
        at=NOW,
    )

    answered = Report.objects.get()
    assert (answered.known_as, answered.words) == (None, "")
    assert not held_about(ana.person, at=NOW)["threads.report"]


def test_who_looks_at_reports_reads_no_name_of_a_member_of_a_body(
    whole, matter, bodies, delegates
):
    reports(person_in(bodies[0], "Ana"), matter, "I am afraid of this.")

    page = browser_of(delegates[1]).get(f"/i/{whole.address}/stewards/")

    seen = said_in(page)
    assert "I am afraid of this." in seen
    assert "Ana" not in seen


def test_nobody_judges_what_they_reported_before_they_were_sent(
    whole, matter, bodies, delegates
):
    ana = person_in(bodies[0], "Ana")
    reports(ana, matter)
    said = threads.said_at(whole, "confederal_matter", matter.pk)
    (delegate,) = sent(bodies[0], whole, ana, at=NOW)
    stewards(whole, delegate, office="secretary", at=NOW)

    with pytest.raises(Refused) as refusal:
        moderation.leave_standing(
            said, institution=whole, by=delegate, reason="It stands.", at=NOW
        )

    assert refusal.value.verdict.reason.id == "judges_own_report"


def test_members_far_below_read_what_they_are_asked_and_report_it(clock):
    clock.at = NOW
    near, far = a_body("Asha"), a_body("Ben", "Bo")
    valley = a_confederation(far)
    region = a_confederation(near)
    by_decision(actions.join, valley, {"confederation": str(region.pk)}, at=day(2))
    applicant = {"applicant": in_it(valley, region)}
    by_decision(actions.speak_for, near, applicant, at=day(2))
    matter = raised(near, Institution.objects.get(pk=region.pk), text=INSULT)
    bo = person_in(far, "Bo")

    reader = queries.reading(region, None, bo.person, at=NOW)
    reports(bo, matter)

    assert reader.is_inside
    assert queries.is_of_a_body(region, bo.person, at=NOW)
    assert queries.bases_of(region, bo.person, at=NOW) == {far.pk}
    assert Report.objects.get().known_as is not None
