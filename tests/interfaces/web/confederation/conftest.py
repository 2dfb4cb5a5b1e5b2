"""Two bodies and the confederation they make."""

import pytest
from tests.capabilities.confederation.given import a_body, a_confederation


@pytest.fixture
def bodies():
    return a_body("Asha", "Ana"), a_body("Ben", "Bo")


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)
