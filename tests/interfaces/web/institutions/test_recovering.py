"""The pages by which members let somebody back in."""

import re
from dataclasses import replace

import pytest
from django.conf import settings
from django.test import Client

from commonweal.foundation.institutions.actions import confirming
from commonweal.foundation.institutions.models import Recovery
from commonweal.rules.recovery.terms import Recovery as Terms
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of
from tests.signing_in import signed_in_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    return stopped(monkeypatch, day(40))


@pytest.fixture
def union(clock):
    charter = replace(a_charter(), recovery=Terms(2, 7, 30))
    return an_institution(charter=charter)


def page_of(union) -> str:
    return f"/i/{union.address}/people/recovery/"


def half_on(page) -> str:
    return re.search(r"<code>(.*?)</code>", page.content.decode())[1]


def test_ben_comes_back_by_two_friends(union, clock):
    asha, ben, chidi = founder_of(union), a_member(union, "Ben"), a_member(union, "Chi")
    confirming.confirm(chidi, by=ben, at=day(1))
    friends = [browser_of(asha), browser_of(chidi)]
    here = page_of(union)

    for friend in friends:
        friend.post(here + "vouch/", {"lost": str(ben.pk)})
    waiting = friends[0].get(here).content.decode()
    clock.at = day(47)
    running = f"{here}{Recovery.objects.get().pk}/half/"
    first, second = (half_on(friend.post(running)) for friend in friends)
    new_phone = Client()
    back = new_phone.post("/come-back/", {"first": first, "second": second})

    assert "2 of 2 members have vouched" in waiting
    assert "This can go on from" in waiting
    assert back.headers["Location"] == f"/i/{union.address}/"
    ben.refresh_from_db()
    assert signed_in_as(new_phone) == ben.person


def test_whoever_it_is_about_sees_it_first_thing_and_stops_it(union):
    ben = a_member(union, "Ben")
    browser_of(founder_of(union)).post(page_of(union) + "vouch/", {"lost": str(ben.pk)})
    browser = browser_of(ben)

    seen = [
        browser.get(path).content.decode() for path in ("/", "/me/", page_of(union))
    ]
    browser.post(f"{page_of(union)}{Recovery.objects.get().pk}/stop/")

    assert all("I have lost nothing: stop it" in page for page in seen)
    assert not Recovery.objects.exists()


def test_the_page_says_the_charters_rule_and_is_for_members(union):
    page = browser_of(founder_of(union)).get(page_of(union)).content.decode()
    stranger = browser_of(a_member(an_institution(), "Eve")).get(page_of(union))

    assert "2 members together can let somebody back in" in page
    assert stranger.status_code == 403


def test_a_member_of_another_institution_touches_nothing_here(union):
    ben, asha = a_member(union, "Ben"), founder_of(union)
    browser_of(asha).post(page_of(union) + "vouch/", {"lost": str(ben.pk)})
    other = an_institution(founder="Eve")
    running = Recovery.objects.get().pk

    eve = browser_of(founder_of(other))
    answers = [
        eve.post(page_of(union) + "vouch/", {"lost": str(ben.pk)}).status_code,
        eve.post(f"{page_of(union)}{running}/half/").status_code,
        eve.post(f"{page_of(union)}{running}/stop/").status_code,
        eve.post(f"{page_of(other)}{running}/half/").status_code,
        eve.post(f"{page_of(other)}{running}/stop/").status_code,
    ]

    assert set(answers) == {409}
    assert Recovery.objects.get().vouches.count() == 1


def test_wrong_halves_sign_nobody_in_and_leave_nobody_behind(union):
    browser = Client()

    answer = browser.post("/come-back/", {"first": "AAAA", "second": "BBBB"})

    assert answer.status_code == 409
    assert "These two do not make a code" in answer.content.decode()
    assert signed_in_as(browser) is None


def test_nobody_is_chosen_by_mistake(union):
    browser = browser_of(founder_of(union))

    answer = browser.post(page_of(union) + "vouch/", {"lost": ""})

    assert answer.status_code == 422
    assert not Recovery.objects.exists()


def test_the_alarm_is_a_thing_that_needs_me_and_names_the_institution(union):
    asha, ben = founder_of(union), a_member(union, "Ben")
    browser_of(asha).post(page_of(union) + "vouch/", {"lost": str(ben.pk)})

    home = browser_of(ben).get("/").content.decode()

    assert "I have lost nothing: stop it" in home
    assert "1 thing, over all your institutions." in home
    assert "Nothing needs you now." not in home
    assert f"in {union.address}" not in home


def test_a_reload_prints_no_second_half_and_refused_halves_stay_typed(union, clock):
    asha, ben = founder_of(union), a_member(union, "Ben")
    chidi = a_member(union, "Chi")
    confirming.confirm(chidi, by=ben, at=day(1))
    friend = browser_of(asha)
    for one in (friend, browser_of(chidi)):
        one.post(page_of(union) + "vouch/", {"lost": str(ben.pk)})
    clock.at = day(47)
    running = f"{page_of(union)}{Recovery.objects.get().pk}/half/"

    half = half_on(friend.post(running, {"once": "abc1"}))
    again = friend.post(running, {"once": "abc1"}, follow=True)
    refused = Client().post("/come-back/", {"first": half, "second": half})

    assert "Your half was shown once, and is unchanged." in again.content.decode()
    assert refused.status_code == 409
    assert refused.content.decode().count(half) == 2


def test_in_spanish_a_member_vouches_and_does_not_merely_answer(union):
    ben, browser = a_member(union, "Ben"), browser_of(founder_of(union))
    browser.post(page_of(union) + "vouch/", {"lost": str(ben.pk)})

    browser.post("/language/", {"language": "es"})

    here = browser.get(page_of(union)).content.decode()
    assert "Sé quién es: avalar a esta persona" in here
    assert "Han avalado a esta persona 1 de 2 miembros" in here


def test_whoever_vouched_is_told_when_the_days_are_over(union, clock):
    asha, ben, chidi = founder_of(union), a_member(union, "Ben"), a_member(union, "Chi")
    confirming.confirm(chidi, by=ben, at=day(1))
    friends = [browser_of(asha), browser_of(chidi)]
    for friend in friends:
        friend.post(page_of(union) + "vouch/", {"lost": str(ben.pk)})
    running = f"{page_of(union)}{Recovery.objects.get().pk}/half/"

    waiting = friends[0].get("/").content.decode()
    clock.at = day(47)
    over = friends[0].get("/").content.decode()
    half = friends[0].post(running).content.decode()
    printed = [friend.get("/").content.decode() for friend in friends]

    can_go_on = "The days are over: Ben can be let back in"
    assert can_go_on not in waiting
    assert can_go_on in over
    assert f'href="{page_of(union)}"' in over
    assert f"{settings.ADDRESS.rstrip('/')}/come-back/</a>" in half
    assert [can_go_on in page for page in printed] == [False, True]


def test_nobody_else_is_told_that_a_half_waits(union, clock):
    ben, chidi = a_member(union, "Ben"), a_member(union, "Chi")
    browser_of(founder_of(union)).post(page_of(union) + "vouch/", {"lost": str(ben.pk)})
    clock.at = day(47)

    homes = [browser_of(one).get("/").content.decode() for one in (ben, chidi)]

    assert not any("The days are over" in home for home in homes)


def test_too_few_members_to_vouch_are_told_so_before_they_need_it(union):
    ben = a_member(union, "Ben")

    before = browser_of(ben).get(page_of(union)).content.decode()
    a_member(union, "Chidi")
    after = browser_of(ben).get(page_of(union)).content.decode()

    assert "2 have to vouch, and besides whoever lost their way in there are 1" in (
        " ".join(before.split())
    )
    assert "too few members for this yet" not in after
