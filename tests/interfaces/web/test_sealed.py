"""The pages of the trustees: named, with a code on paper, opening and ending."""

import re

import pytest
from django.urls import reverse

from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.sealing import actions, queries
from commonweal.foundation.sealing.models import KeyShare, SealedThing
from tests.builders import a_member, an_institution, day, founder_of
from tests.foundation.sealing.test_trusting import ACCOUNT, SECRET, named
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db


class Hall:
    """Give a union with three trustees at their pages, and their codes."""

    def __init__(self):
        self.union = an_institution()
        self.asha = founder_of(self.union)
        names = ("Chidi", "Dolores", "Emre")
        self.trusted = [a_member(self.union, name) for name in names]
        named(self.union, *self.trusted)
        self.pages = [browser_of(one) for one in self.trusted]
        self.here = reverse("sealing:sealed", args=[self.union.address])

    def take_codes(self):
        answers = [page.post(self.here + "code/") for page in self.pages]
        find = re.compile(r'class="code">([^<]+)<')
        self.codes = [find.search(one.content.decode())[1] for one in answers]

    def seal(self):
        return actions.seal_account(self.union, ACCOUNT, by=self.asha, at=day(2))

    def post(self, number, thing, deed, **sent):
        url = reverse(f"sealing:{deed}", args=[self.union.address, thing.pk])
        return self.pages[number].post(url, sent, follow=True).content.decode()


@pytest.fixture
def hall(clock):
    clock.at = day(2)
    return Hall()


def test_trustees_take_their_codes_and_a_member_seals_what_two_of_them_read(hall):
    hall.take_codes()
    browser = browser_of(hall.asha)

    sent = {"purpose": "the court", "words": SECRET, "days": "365"}
    sealed = browser.post(hall.here + "seal/", sent, follow=True).content.decode()
    thing = SealedThing.objects.get()
    closed = hall.post(0, thing, "give_share", code=hall.codes[0])
    opened = hall.post(1, thing, "give_share", code=hall.codes[1].lower())
    words = hall.post(2, thing, "read")

    assert "It is sealed." in sealed
    assert "1 of the 2 shares it takes are given." in closed
    assert "Show the words" in opened
    assert "Marker-Mallory" in words
    assert "Marker-Mallory" not in opened


def test_sealed_words_are_kept_in_no_cache(hall):
    hall.take_codes()
    thing = hall.seal()
    for number in (0, 1):
        hall.post(number, thing, "give_share", code=hall.codes[number])

    url = reverse("sealing:read", args=[hall.union.address, thing.pk])
    answer = hall.pages[0].post(url)

    assert "Marker-Mallory" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


def test_before_anybody_is_ready_the_page_says_what_is_missing(hall):
    page = browser_of(hall.asha).get(hall.here).content.decode()

    assert "0 of the trustees have taken their code so far; 2 are needed" in page
    assert page.count("has not taken their code yet") == 3


def test_what_is_left_out_comes_back_with_what_was_typed(hall):
    hall.take_codes()

    answer = browser_of(hall.asha).post(
        hall.here + "seal/", {"purpose": "", "words": SECRET, "days": "365"}
    )

    assert answer.status_code == 422
    assert SECRET in answer.content.decode()
    assert not SealedThing.objects.exists()


def test_a_new_code_is_given_only_to_who_says_that_the_paper_is_lost(hall):
    hall.take_codes()
    before = queries.trustee_of(hall.trusted[0]).pk

    asked = hall.pages[0].post(hall.here + "code/")
    assert asked.status_code == 422
    assert queries.trustee_of(hall.trusted[0]).pk == before
    again = hall.pages[0].post(hall.here + "code/", {"sure": "on"})

    assert 'class="code"' in again.content.decode()
    assert queries.trustee_of(hall.trusted[0]).pk != before


def test_a_page_with_a_code_that_is_loaded_again_ends_no_code(hall):
    page, take = hall.pages[0], hall.here + "code/"
    mark = re.search(r'name="once" value="(\w+)"', page.get(hall.here).content.decode())
    page.post(take, {"once": mark[1]})
    before = queries.trustee_of(hall.trusted[0]).pk

    again = page.post(take, {"once": mark[1], "sure": "on"}, follow=True)

    assert "Your code was shown once" in again.content.decode()
    assert queries.trustee_of(hall.trusted[0]).pk == before


def test_where_nobody_is_a_trustee_the_page_says_so_and_has_no_empty_parts(clock):
    clock.at = day(2)
    union = an_institution()
    browser = browser_of(founder_of(union))

    page = browser.get(reverse("sealing:sealed", args=[union.address]))
    people = browser.get(reverse("institutions:people", args=[union.address]))

    said = page.content.decode()
    assert "Nobody is a trustee here yet" in said
    assert "The trustees" not in said
    assert "Seal something" not in said
    assert "Name trustees, who can keep something sealed" in people.content.decode()


def test_a_code_mistyped_is_told_and_opens_nothing(hall):
    hall.take_codes()
    thing = hall.seal()

    said = hall.post(0, thing, "give_share", code="AAAA-BBBB")

    assert "This is not the code on the paper of this trustee." in said
    assert not KeyShare.objects.exclude(given_at=None).exists()


def test_a_false_share_is_told_to_who_gave_it_and_the_others_open_it(hall):
    hall.take_codes()
    thing = hall.seal()
    # Somebody who can write to the database puts one share in another's place.
    mine = KeyShare.objects.get(trustee__member=hall.trusted[0])
    other = KeyShare.objects.get(trustee__member=hall.trusted[1])
    KeyShare.objects.filter(pk=mine.pk).update(share=other.share)

    said = hall.post(0, thing, "give_share", code=hall.codes[0])
    journal = hall.pages[0].get(f"/i/{hall.union.address}/journal/").content.decode()
    for number in (1, 2):
        hall.post(number, thing, "give_share", code=hall.codes[number])

    assert "Your share is false" in said
    assert "The share of a key that came from" in journal
    assert "Marker-Mallory" in hall.post(1, thing, "read")


def test_the_page_says_when_too_few_trustees_are_left(hall):
    hall.take_codes()
    thing = hall.seal()
    for member in hall.trusted[:2]:
        joining.leave(member, at=day(2))

    url = reverse("sealing:thing", args=[hall.union.address, thing.pk])
    page = hall.pages[2].get(url).content.decode()

    assert "1 trustee of it is still here." in page
    assert "Too few trustees are left to open it. Nobody will read it any more." in page


def test_it_is_handed_over_to_the_trustees_of_today(hall):
    hall.take_codes()
    thing = hall.seal()
    farah = a_member(hall.union, "Farah")
    refused = hall.post(0, thing, "hand_over")
    for number in (0, 1):
        hall.post(number, thing, "give_share", code=hall.codes[number])
    named(hall.union, hall.trusted[0], farah, at=day(2))
    actions.take_code(farah, at=day(2))

    said = hall.post(0, thing, "hand_over")

    assert "trustees have given their shares" in refused
    assert "It is sealed for the trustees of today." in said
    assert "if it goes to court" in browser_of(farah).get(hall.here).content.decode()


def test_two_trustees_destroy_it(hall):
    hall.take_codes()
    thing = hall.seal()

    unsure = hall.post(0, thing, "destroy")
    first = hall.post(0, thing, "destroy", sure="on")
    second = hall.post(1, thing, "destroy", sure="on")

    assert "0 of the 2 trustees it takes want its keys destroyed." in unsure
    assert "1 of the 2 trustees it takes want its keys destroyed." in first
    assert "Its keys are destroyed." in second
    assert SealedThing.objects.get().words is None


def test_it_is_there_for_its_trustees_and_for_nobody_else(hall):
    hall.take_codes()
    thing = hall.seal()
    page = reverse("sealing:thing", args=[hall.union.address, thing.pk])
    asha = browser_of(hall.asha)

    assert hall.pages[0].get(page).status_code == 200
    assert asha.get(page).status_code == 404
    assert "if it goes to court" not in asha.get(hall.here).content.decode()
    for deed in ("share", "read", "hand-over", "destroy"):
        assert asha.post(f"{page}{deed}/").status_code == 404


def test_what_needs_me_names_the_code_that_a_trustee_has_not_taken(hall):
    before = hall.pages[0].get("/").content.decode()
    others = browser_of(hall.asha).get("/").content.decode()

    hall.take_codes()
    after = hall.pages[0].get("/").content.decode()

    line = "The members named you as a trustee"
    assert line in before
    assert f'href="{hall.here}"' in before
    assert line not in others
    assert line not in after


def test_one_member_seals_a_few_a_day_and_loses_nothing_that_was_written(hall):
    hall.take_codes()
    browser = browser_of(hall.asha)
    sent = {"purpose": "the court", "words": SECRET, "days": "365"}

    answers = [browser.post(hall.here + "seal/", sent) for _ in range(6)]

    assert [one.status_code for one in answers] == [302] * 5 + [409]
    assert SealedThing.objects.count() == 5
    last = answers[-1].content.decode()
    assert "You have sealed several things today." in last
    assert SECRET in last
    other = browser_of(hall.trusted[0]).post(hall.here + "seal/", sent)
    assert other.status_code == 302
