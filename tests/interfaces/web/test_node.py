"""The front door, what needs me, the operator's page, and what only a demo has."""

import re
from dataclasses import replace
from hashlib import sha256

import pytest
from django.apps import apps
from django.urls import reverse

from commonweal.foundation.people import actions as people
from commonweal.interfaces.web.node.views import pages
from commonweal.rules.voting.ties import lot_number
from tests.builders import (
    a_charter,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)
from tests.interfaces.web.conftest import browser_of
from tests.signing_in import signed_in_as

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_stranger_learns_what_this_is_and_how_to_begin(client):
    union = an_institution()

    page = client.get("/").content.decode()

    assert "Decide as equals" in page
    assert f"/i/{union.address}/" in page
    assert reverse("institutions:join_by_code") in page


def test_who_is_here_is_told_a_page_at_a_time(client, monkeypatch):
    monkeypatch.setattr(pages, "A_PAGE", 2)
    made = sorted(an_institution().address for _ in range(3))
    hidden = an_institution(charter=replace(a_charter(), public=frozenset()))

    first = client.get("/").content.decode()
    second = client.get(f"/?after={made[1]}").content.decode()

    assert [one for one in made if f"/i/{one}/" in first] == made[:2]
    assert f'href="/?after={made[1]}#here"' in first
    assert [one for one in made if f"/i/{one}/" in second] == made[2:]
    assert 'href="/?after=' not in second
    assert hidden.address not in first + second


@pytest.mark.parametrize("after", ["zzz", "%00", "é" * 500, "../"])
def test_a_page_that_is_none_is_still_a_front_page(client, after):
    assert client.get(f"/?after={after}").status_code == 200


def test_an_empty_node_says_that_one_could_begin(client):
    page = client.get("/").content.decode()

    assert "You could be the first" in page


def test_nothing_to_do_is_a_success():
    ben = a_member(an_institution(), "Ben")

    page = browser_of(ben).get("/").content.decode()

    assert "That is how it should be" in page


def test_somebody_who_belongs_nowhere_is_told_how_to_join():
    page = browser_of(a_person()).get("/").content.decode()

    assert "Join with a code" in page


def test_a_page_says_how_a_lot_is_drawn_and_the_sum_it_names_is_the_one_used(client):
    face = client.get(f"/i/{an_institution().address}/").content.decode()
    page = client.get(reverse("node:lot")).content.decode()

    assert reverse("node:lot") in face
    assert "printf '%s' 'TEXT OPTION' | sha256sum" in page
    assert lot_number("TEXT", "OPTION") == sha256(b"TEXT OPTION").hexdigest()


def test_the_operators_page_leaves_no_table_out(client):
    page = client.get(reverse("node:operator")).content.decode()

    for model in apps.get_models(include_auto_created=True):
        assert model._meta.db_table in page


def test_the_operators_page_begins_with_sentences_and_folds_the_tables(client):
    page = client.get(reverse("node:operator")).content.decode()

    sentences, _fold, tables = page.partition("<details>")
    assert sentences.count("<li>") > 10
    assert "In an open vote they can see who voted what." in sentences
    assert "<table>" not in sentences
    assert "people_person" in tables


def test_the_page_of_all_parts_shows_each(client):
    page = client.get(reverse("node:style")).content.decode()

    for part in ("rule", "needs", "timeline", "refused", "progress", "card", "empty"):
        assert f'class="{part}' in page, part


def test_phones_get_a_manifest_and_a_script(client):
    manifest = client.get(reverse("node:manifest"))
    script = client.get(reverse("node:service_worker"))

    assert manifest.json()["display"] == "standalone"
    assert script.headers["Content-Type"].startswith("text/javascript")
    assert "/static/web/hall.css" in script.content.decode()


@pytest.mark.parametrize("page", ["demo_mail", "demo_people", "demo_days"])
def test_the_pages_of_a_demo_exist_only_there(client, page):
    assert client.get(reverse(f"node:{page}")).status_code == 404
    assert client.post(reverse(f"node:{page}")).status_code == 404


@pytest.mark.usefixtures("demo")
def test_a_demo_shows_its_mail(client):
    farah = a_person("Farah")
    client.post(reverse("people:sign_in"), {"email": farah.email})

    page = client.get(reverse("node:demo_mail")).content.decode()

    assert farah.email in page
    assert re.search(r'href="http://\S+/sign-in/\S+"', page)


@pytest.mark.usefixtures("demo")
def test_in_a_demo_one_can_be_anybody(client):
    union = an_institution()
    asha = founder_of(union)

    client.post(reverse("node:demo_people"), {"member": str(asha.pk)})

    assert signed_in_as(client) == asha.person


@pytest.mark.usefixtures("demo")
def test_nobody_outside_the_demos_cast_can_be_borrowed(client):
    stranger = people.arrive(email="", language="en", at=day(0))

    answer = client.post(reverse("node:demo_people"), {"member": str(stranger.pk)})

    assert answer.status_code == 422
    assert signed_in_as(client) is None


@pytest.mark.django_db
def test_days_pass_in_a_demo(client, demo, monkeypatch):
    monkeypatch.undo()
    before = client.get(reverse("node:demo_days")).wsgi_request.at

    client.post(reverse("node:demo_days"), {"days": "3"})

    after = client.get(reverse("node:demo_days")).wsgi_request.at
    assert (after - before).days == 3


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("days", ["0", "-1", "1000000", "many", ""])
def test_days_pass_only_in_whole_small_numbers(client, days):
    answer = client.post(reverse("node:demo_days"), {"days": days})

    assert answer.status_code == 422
