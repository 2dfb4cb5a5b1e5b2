"""Given a union with two stewards, whoever wrote something, and whoever it hurt."""

import pytest

from tests.builders import a_member, founder_of
from tests.foundation.threads.given import a_post, a_union, stewards


@pytest.fixture
def union():
    return a_union()


@pytest.fixture
def people(union):
    """Give whoever wrote, whoever was hurt, two stewards, and somebody else."""
    named = {"hugo": founder_of(union)}
    for name in ("Rosa", "Samir", "Halima", "Emre"):
        named[name.lower()] = a_member(union, name)
    stewards(union, named["samir"], named["halima"])
    return named


@pytest.fixture
def post(people):
    return a_post(people["hugo"])
