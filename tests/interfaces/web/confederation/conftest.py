"""Two bodies and the confederation they make."""

import pytest
from tests.builders import founder_of
from tests.capabilities.confederation.given import a_body, a_confederation, sent


@pytest.fixture
def bodies():
    return a_body("Asha", "Ana"), a_body("Ben", "Bo")


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


@pytest.fixture
def delegates(bodies, whole):
    """Let each body send its founder."""
    return [sent(body, whole, founder_of(body))[0] for body in bodies]
