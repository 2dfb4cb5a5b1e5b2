"""Fields that nobody asked for: sent along, and kept nowhere.

Every form and every operation is sent with a value for each column that any table has.
Where one were taken over, its value would stand in the database afterwards.
"""

from typing import Any

import pytest
from django.apps import apps
from django.db import transaction

from commonweal.foundation.people.models import Person
from tests.foundation.given import all_bytes
from tests.interfaces.api import test_access as api
from tests.interfaces.api.conftest import program_of
from tests.interfaces.web.access.asking import Asker, address_of, routes, sent_by
from tests.interfaces.web.access.matrix import PAGES, Who

pytestmark = pytest.mark.django_db

MARK = "7c7c7c7c-7c7c-4c7c-8c7c-7c7c7c7c7c7c"
MARKED = (MARK.encode(), MARK.replace("-", "").encode())
# What these forms do ask for, beside what the matrix sends to them.
ASKED_FOR = {
    "institutions:change_charter": {"text"},
    "decisions:propose_aim": {"text"},
    "decisions:revise": {"text"},
    "threads:report": {"words"},
    "institutions:found": {"address", "bylaws", "name", "place"},
    "people:sign_in": {"next"},
}


def columns() -> set[str]:
    """Name every column of every table, as a form would."""
    return {
        name
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        for name in (field.name, field.attname)
    }


def is_marked() -> bool:
    """Say whether the mark stands anywhere in the database."""
    held = all_bytes()
    return any(one in held for one in MARKED)


def test_no_form_takes_over_a_column_it_does_not_ask_for(hall):
    taken, done = [], []

    for route in routes():
        page = PAGES[route.name]
        if page.post in {None, Who.NOBODY}:
            continue
        asker = Asker(hall, page.by)
        sent = sent_by(page, hall)
        asked_for = ASKED_FOR.get(route.name, set())
        extra = dict.fromkeys(columns() - set(sent) - asked_for, MARK)
        path = address_of(route, page, hall, at=hall.world.hall.address)
        with transaction.atomic():
            answer = asker.browser.post(path, {**extra, **sent})
            if is_marked():
                taken.append(route.name)
            transaction.set_rollback(True)
        done.append(answer.status_code)
        assert answer.status_code < 500, route.name

    assert not taken
    assert done.count(302) > len(done) / 2


def test_no_operation_takes_over_a_field_it_does_not_ask_for(hall):
    program = program_of(hall.world.hugo)
    world, taken = hall.world, []

    for one in (each for each in api.OPERATIONS if each.has_body):
        body: dict[str, Any] = dict(api.BODIES[one.name])
        extra = dict.fromkeys(sorted(columns() - set(body)), MARK)
        for more in (extra, {"id": MARK}, {"by": MARK}, {"__proto__": {"id": MARK}}):
            with pytest.MonkeyPatch.context() as patch, transaction.atomic():
                patch.setitem(api.BODIES, one.name, {**more, **body})
                answer = one.ask(program, world.hall.address, world.ids)
                marked = is_marked()
                transaction.set_rollback(True)
            if marked or answer.status_code not in {403, 404, 409, 422}:
                taken.append((one.name, answer.status_code, sorted(more)[:2]))

    assert not taken


def test_nobody_makes_themselves_somebody_else_by_a_field(hall):
    before = Person.objects.order_by("pk").values_list("pk", "language", "email_digest")
    people = list(before)
    client = Asker(hall, "newcomer").browser
    samir = hall.who["samir"]
    assert samir is not None

    client.post(
        "/language/", {"language": "es", "person": str(samir.pk), "pk": str(samir.pk)}
    )

    changed = set(before.all()) - set(people)
    assert [pk for pk, *_ in changed] == [hall.who["newcomer"].pk]
