"""The demo, loaded once for all tests of this folder."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from commonweal.demo.load import load
from tests.demo.looking import NOW, TOLD


@pytest.fixture(scope="package")
def valley(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Load the demo once for all these tests, and take it back."""
    with django_db_blocker.unblock(), transaction.atomic():
        TOLD.clear()
        load(NOW, lambda done, whole: TOLD.append((done, whole)))
        yield
        transaction.set_rollback(True)
