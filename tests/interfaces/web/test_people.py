"""Signing in and out, my own page, and leaving."""

import json
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse

from commonweal.foundation.keys import store
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import Person, SignInLink
from commonweal.foundation.people.queries import letters
from commonweal.interfaces.limits import SIGN_IN
from tests.builders import (
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
    the_letter,
)
from tests.interfaces.web.conftest import browser_of
from tests.signing_in import sign_in, signed_in_as

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def ask_for_a_link(client, email: str, **more: str):
    """Send the form of the sign-in page."""
    return client.post(reverse("people:sign_in"), {"email": email, **more})


def link_in_the_last_letter() -> str:
    """Read the address out of the letter that was written last."""
    letter = letters(limit=1)[0]
    return re.search(r"http://[^/]+(/sign-in/\S+)", letter.body)[1]


def test_the_letter_signs_in(client):
    farah = a_person("Farah")

    ask_for_a_link(client, farah.email)
    shown = client.get(link_in_the_last_letter())
    entered = client.post(link_in_the_last_letter())

    assert shown.status_code == 200
    assert entered.headers["Location"] == "/"
    assert client.get(reverse("people:me")).status_code == 200


def test_the_letter_leads_to_this_server_whatever_name_it_was_asked_by(
    client, settings
):
    settings.ALLOWED_HOSTS = ["*"]
    settings.ADDRESS = "https://union.example"

    client.post(
        reverse("people:sign_in"),
        {"email": a_person().email},
        headers={"host": "evil.example"},
    )

    letter = the_letter()
    assert "https://union.example/sign-in/" in letter.body
    assert "evil.example" not in letter.body


def test_looking_at_a_link_does_not_use_it_up(client):
    ask_for_a_link(client, a_person().email)
    link = link_in_the_last_letter()

    for _ in range(3):
        client.get(link)

    assert SignInLink.objects.count() == 1
    assert client.post(link).status_code == 302


def test_a_link_works_once(client):
    ask_for_a_link(client, a_person().email)
    link = link_in_the_last_letter()
    client.post(link)

    again = browser_of(None).post(link)

    assert again.status_code == 409
    assert "no longer signs anybody in" in again.content.decode()


def test_a_used_link_says_so_and_leads_on_to_where_one_was_going(client):
    ask_for_a_link(client, a_person().email, next="/operator/")
    link = link_in_the_last_letter()
    client.post(link)

    home = client.get(link)
    stranger = browser_of(None)
    dead = stranger.get(link).content.decode()
    asked = stranger.get(reverse("people:sign_in"), {"next": link})

    assert home.headers["Location"] == "/operator/"
    assert "Sign me in" not in dead
    assert "/sign-in/?next=/operator/" in dead
    assert asked.context["form"]["next"].value() == "/operator/"


def test_no_refusal_of_a_link_leads_back_to_it(client):
    here = {"referer": "http://testserver/sign-in/used-before/"}

    refused = client.post("/sign-in/used-before/", {"next": "/me/"}, headers=here)

    assert "/sign-in/?next=%2Fme%2F" in refused.content.decode()


def test_a_stranger_gets_the_same_answer(client):
    known = ask_for_a_link(client, a_person().email)
    unknown = ask_for_a_link(client, "nobody@example.org")

    assert known.status_code == unknown.status_code == 302
    assert known.headers["Location"] == unknown.headers["Location"]
    assert len(letters()) == 1


def test_an_address_that_is_none_keeps_what_was_typed(client):
    answer = ask_for_a_link(client, "asha at home")

    assert answer.status_code == 422
    assert 'value="asha at home"' in answer.content.decode()


def test_too_many_letters_are_refused_in_words(client):
    answers = [
        ask_for_a_link(client, "nobody@example.org") for _ in range(SIGN_IN.tries + 1)
    ]

    assert answers[-1].status_code == 409
    assert "Wait a few minutes" in answers[-1].content.decode()


def test_the_letter_leads_back_to_where_one_was(client):
    ask_for_a_link(client, a_person().email, next="/operator/")
    link = link_in_the_last_letter()

    page = client.get(link)
    entered = client.post(link.split("?")[0], {"next": page.context["next"]})

    assert entered.headers["Location"] == "/operator/"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.com/", "//example.com", "javascript:alert(1)", "\\\\x"],
)
def test_nobody_is_led_out_of_the_house(client, elsewhere):
    ask_for_a_link(client, a_person().email)

    entered = client.post(link_in_the_last_letter(), {"next": elsewhere})

    assert entered.headers["Location"] == "/"


def test_a_code_on_paper_signs_in_who_has_no_mail(client):
    ben = people.arrive(email="", language="en", at=day(0))
    shown = browser_of(ben).post(reverse("people:paper_codes")).content.decode()
    code = re.search(r"<code>(.*?)</code>", shown)[1]

    entered = client.post(reverse("people:by_code"), {"code": code.lower()})

    assert entered.status_code == 302
    assert signed_in_as(client) == ben


def test_a_wrong_code_says_what_to_do(client):
    answer = client.post(reverse("people:by_code"), {"code": "ABCD EFGH 1234"})

    assert answer.status_code == 409
    assert "letter by letter" in answer.content.decode()


def test_my_page_is_for_me_alone(client):
    answer = client.get(reverse("people:me"))

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/sign-in/?next=%2Fme%2F"


def test_my_page_names_where_i_belong():
    union = an_institution()
    ben = a_member(union, "Ben")

    page = browser_of(ben).get(reverse("people:me")).content.decode()

    assert "You are Ben here" in page
    assert union.address in page


def test_i_can_take_along_what_is_kept_about_me():
    ben = a_member(an_institution(), "Ben")

    answer = browser_of(ben).get(reverse("people:about_me"))

    with ZipFile(BytesIO(answer.content)) as packed:
        held = json.loads(packed.read("about-me.json"))
        readme = packed.read("README.txt").decode()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "Ben" in json.dumps(held)
    assert "- Members of institutions: 1" in readme
    assert "{" not in readme


def test_signing_out_everywhere_ends_the_other_browser():
    ben = a_person("Ben")
    phone, laptop = browser_of(ben), browser_of(Person.objects.get(pk=ben.pk))

    laptop.post(reverse("people:end_all"), {"sure": "yes"})

    assert phone.get(reverse("people:me")).status_code == 302


def test_signing_out_forgets_on_the_device():
    answer = browser_of(a_person()).post(reverse("people:sign_out"), {"sure": "yes"})

    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'


def test_whoever_could_not_come_back_is_warned_and_offered_a_code_first():
    ben = people.arrive(email="", language="en", at=day(0))
    browser = browser_of(ben)

    before = browser.get(reverse("people:me")).content.decode()
    browser.post(reverse("people:paper_codes"))
    after = browser.get(reverse("people:me")).content.decode()

    assert "you may not get back in" in before
    assert before.index("Give me codes to keep") < before.index(">Sign out<")
    assert "you may not get back in" not in after


def test_codes_that_are_out_are_replaced_only_where_that_is_known():
    ben = people.arrive(email="", language="en", at=day(0))
    browser = browser_of(ben)
    kept, *_ = people.write_paper_codes(ben, at=day(0))

    asked = browser.post(reverse("people:paper_codes"))
    still_good = people.sign_in_by_code(kept)
    page = browser.get(reverse("people:me")).content.decode()
    given = browser.post(reverse("people:paper_codes"), {"sure": "on"})

    assert asked.status_code == 422
    assert still_good == ben
    assert "the codes I have on paper stop working" in page
    assert given.context["codes"]


def test_leaving_names_what_ends_with_it():
    union, other = an_institution(), an_institution(founder="Dolores")
    asha = founder_of(union)
    a_member(other, "Asha", person=asha.person)

    page = browser_of(asha).get(reverse("people:leave")).content.decode()

    assert page.count("ends for good") == 1


def test_leaving_asks_and_then_erases():
    ben = a_member(an_institution(), "Ben")
    browser = browser_of(ben)

    asked = browser.post(reverse("people:leave"), {})
    left = browser.post(reverse("people:leave"), {"sure": "on"})

    assert asked.status_code == 422
    assert left.status_code == 200
    assert not Person.objects.filter(pk=ben.person_id).exists()


def test_a_page_that_lacks_a_key_says_so_and_loses_nothing(client):
    farah = a_person("Farah")
    sign_in(client, farah)
    store.destroy(key_of(farah.email_sealed))

    answer = client.get(reverse("people:me"))

    assert "Your mail address cannot be read" in answer.content.decode()
    assert Person.objects.get(pk=farah.pk).email_digest == farah.email_digest
