"""The demo, loaded once for all tests of this folder."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from commonweal.demo.load import load
from commonweal.foundation.keys import store
from tests.demo.looking import NOW, TOLD


@pytest.fixture(scope="package")
def valley(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Load the demo once for all these tests, and take it back."""
    with django_db_blocker.unblock(), transaction.atomic():
        TOLD.clear()
        load(NOW, lambda done, whole: TOLD.append((done, whole)))
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _keys_of_the_valley(request: pytest.FixtureRequest) -> Iterator[None]:
    """Put back the keys that a test destroys: files are not taken back with rows."""
    if "valley" not in request.fixturenames:
        yield
        return
    before = {
        one: one.read_bytes()
        for folder in store.folders()
        for one in folder.rglob("*.key")
    }
    yield
    for path, key in before.items():
        if not path.exists():
            path.touch(store.FOR_US_ALONE)
            path.write_bytes(key)
