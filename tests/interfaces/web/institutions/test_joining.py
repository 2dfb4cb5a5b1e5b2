"""Inviting and joining: links, printed codes, guesses, names."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions import inviting
from tests.builders import a_charter, an_institution, day, founder_of
from tests.interfaces.web.institutions.conftest import at, text_of
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db


def test_a_link_is_made_shown_with_its_picture_and_joined(union):
    institution, asha, _ = union

    shown = browser_of(asha).post(at(institution, "invite/link/"), follow=True)
    link = shown.context["link"]
    path = re.sub(r"^https?://[^/]+", "", link)
    stranger = Client()
    looked = stranger.get(path)
    joined = stranger.post(path, {"my_name": "Chidi", "email": ""}, follow=True)

    assert "<svg" in text_of(shown)
    assert "What others see of you" in text_of(looked)
    assert "You belong to it now." in text_of(joined)
    assert stranger.get(at(institution, "people/")).status_code == 200


def test_looking_at_a_link_uses_nothing_up(union):
    institution, asha, _ = union
    sheet = inviting.invite_by_codes(institution, by=asha, count=1, at=day(1))

    for _ in range(3):
        assert Client().get(f"/join/{sheet.codes[0]}/").status_code == 200

    assert (
        Client().post(f"/join/{sheet.codes[0]}/", {"my_name": "Chidi"}).status_code
        == 302
    )


def test_a_sheet_of_codes_is_shown_once_with_a_slip_each(union):
    institution, asha, _ = union

    sheet = browser_of(asha).post(at(institution, "invite/codes/"), {"count": "3"})

    assert len(sheet.context["slips"]) == 3
    assert text_of(sheet).count("<svg") == 3
    assert "no-store" in sheet["Cache-Control"]


def test_a_printed_code_is_understood_as_people_type_it(union):
    institution, asha, _ = union
    code = inviting.invite_by_codes(institution, by=asha, count=1, at=day(1)).codes[0]
    typed = " ".join((code[:4], code[4:8], code[8:])).lower()

    found = Client().post("/join/", {"typed": typed}, follow=True)

    assert "What others see of you" in text_of(found)


def test_a_link_that_was_taken_back_opens_nothing(union):
    institution, asha, _ = union
    made = inviting.invite_by_link(institution, by=asha, at=day(1))

    browser_of(asha).post(at(institution, f"invite/revoke/{made.invitation.pk}/"))
    answer = Client().get(f"/join/{made.code}/")

    assert answer.status_code == 403


def test_anothers_invitation_cannot_be_taken_back_from_here(union):
    _, asha, _ = union
    elsewhere = an_institution(founder="Dolores")
    dolores = founder_of(elsewhere)
    made = inviting.invite_by_link(elsewhere, by=dolores, at=day(1))

    answer = browser_of(asha).post(
        at(asha.institution, f"invite/revoke/{made.invitation.pk}/")
    )

    assert answer.status_code == 404
    assert Client().get(f"/join/{made.code}/").status_code == 200


def test_a_guessed_code_gets_the_same_answer_and_soon_none(union):
    guesses = [Client().get(f"/join/{n:012d}/") for n in range(20)]

    reasons = [one.context["reason"] for one in guesses]
    assert {one.status_code for one in guesses} == {403}
    assert reasons[0] == reasons[1]
    assert "many times" in reasons[-1]


def test_a_code_that_opens_nothing_can_be_typed_again(union):
    page = text_of(Client().get("/join/000000000000/"))

    assert '<a class="button" href="/join/">' in page


def test_a_hall_full_of_people_comes_in_by_one_line(union):
    institution, asha, _ = union
    links = [inviting.invite_by_link(institution, by=asha, at=day(1)) for _ in "abc"]

    for number in range(30):
        code = links[number // 10].code
        answer = Client().post(f"/join/{code}/", {"my_name": f"Guest {number}"})
        assert answer.status_code == 302

    assert queries.members(institution, at=day(1)).count() == 32


def test_joining_twice_is_answered_with_the_membership(union):
    institution, asha, ben = union
    made = inviting.invite_by_link(institution, by=asha, at=day(1))
    browser = browser_of(ben)

    page = browser.get(f"/join/{made.code}/")
    browser.post(f"/join/{made.code}/", {"my_name": "Ben again"})

    assert "You belong to it already, as Ben." in text_of(page)
    assert queries.members(institution, at=day(1)).count() == 2


@pytest.mark.parametrize("name", ["x" * 10_000, "\u200b\u200b", "   "])
def test_a_name_that_is_none_is_refused_and_the_form_comes_back(union, name):
    institution, asha, _ = union
    made = inviting.invite_by_link(institution, by=asha, at=day(1))

    answer = Client().post(f"/join/{made.code}/", {"my_name": name})

    assert answer.status_code == 422
    assert answer.context["form"].errors["my_name"]
    assert "sign-in" not in answer.cookies
    assert queries.members(institution, at=day(1)).count() == 2


@pytest.mark.parametrize("way", ["invite/link/", "invite/codes/"])
def test_an_invitation_leads_here_whatever_name_it_was_made_by(union, settings, way):
    institution, asha, _ = union
    settings.ADDRESS, settings.ALLOWED_HOSTS = "https://union.example/", ["*"]

    shown = browser_of(asha).post(
        at(institution, way), {"count": "1"}, follow=True, headers={"host": "evil.test"}
    )

    assert "https://union.example/join/" in text_of(shown)
    assert "evil.test" not in text_of(shown)


def test_a_link_says_for_how_many_it_is_and_how_many_used_it(union):
    institution, asha, _ = union
    browser = browser_of(asha)
    shown = browser.post(at(institution, "invite/link/"), {"most": "2"}, follow=True)
    path = re.sub(r"^https?://[^/]+", "", shown.context["link"])
    Client().post(path, {"my_name": "Chidi", "email": ""})

    page = text_of(browser.get(at(institution, "invite/")))

    assert "A link for 2 people, used by 1 so far" in page
    assert "whether one person used a link twice" in page


def test_a_link_for_more_than_the_charter_says_is_refused_and_kept_as_typed(union):
    institution, asha, _ = union

    answer = browser_of(asha).post(at(institution, "invite/link/"), {"most": "900"})

    assert answer.status_code == 422
    assert 'value="900"' in text_of(answer)


def test_a_name_that_is_taken_is_refused_beside_what_was_typed(union):
    institution, asha, _ = union
    made = inviting.invite_by_link(institution, by=asha, at=day(1))
    typed = {"my_name": "ben", "email": "ben@example.org"}

    answer = Client().post(f"/join/{made.code}/", typed)

    page = text_of(answer)
    assert answer.status_code == 422
    assert "Somebody here is already called “Ben”" in page
    assert 'value="ben"' in page
    assert 'value="ben@example.org"' in page


@pytest.mark.parametrize(
    ("public", "said"),
    [
        (
            {"charter", "officers"},
            "Strangers do not see your name, unless you hold an office. People who do "
            "not belong see our name, what we are for and how to join. They also see "
            "the charter and who holds an office. The first page of this server lists "
            "us.",
        ),
        (
            {"decisions"},
            "The first page of this server does not list us: whoever has our address "
            "finds us.",
        ),
        (
            set(),
            "Strangers do not see your name. People who do not belong see nothing of "
            "us here, not even our name. Whoever is given a code reads what they "
            "would join.",
        ),
    ],
)
def test_who_joins_reads_what_strangers_see_and_it_is_so(union, public, said):
    charter = replace(a_charter(), public=frozenset(public))
    institution = an_institution(charter=charter)
    asha = founder_of(institution)
    made = inviting.invite_by_link(institution, by=asha, at=day(1))

    page = text_of(Client().get(f"/join/{made.code}/"))
    front = text_of(Client().get("/"))
    face = Client().get(at(institution))

    assert said in page
    assert (at(institution) in front) == ("charter" in public)
    assert face.status_code == (200 if public else 404)


def test_who_joins_reads_that_a_secret_vote_shows_nobodys_ballot(union):
    institution, asha, _ = union
    made = inviting.invite_by_link(institution, by=asha, at=day(1))

    page = text_of(Client().get(f"/join/{made.code}/"))

    assert "No member can tell how you vote in a secret vote" in page
    assert "whoever runs this server could find out until it ends" in page


def test_a_code_that_opens_nothing_keeps_the_form_and_says_where_it_goes(union):
    answer = Client().post("/join/", {"typed": "ABCD-EFGH-JKMN"})

    page = text_of(answer)
    assert answer.status_code == 422
    assert "No invitation has this code." in page
    assert 'value="ABCD-EFGH-JKMN"' in page
    assert 'href="/sign-in/code/"' in page
    assert 'href="/come-back/"' in page


def test_another_language_keeps_what_was_typed_to_join(union):
    institution, asha, _ = union
    made = inviting.invite_by_link(institution, by=asha, at=day(1))
    sent = {"my_name": "Fa", "email": "fa@", "is_shared": "on", "language": "es"}
    browser = Client()

    page = browser.post(f"/join/{made.code}/", sent)

    assert (page.status_code, page["Content-Language"]) == (200, "es")
    assert 'value="Fa"' in text_of(page)
    assert 'value="fa@"' in text_of(page)
    assert "checked" in text_of(page)
    assert 'class="wrong"' not in text_of(page)
    assert browser.get("/").headers["Content-Language"] == "es"
    assert queries.members(institution, at=day(1)).count() == 2
