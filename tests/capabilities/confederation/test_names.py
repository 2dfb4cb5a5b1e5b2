"""Nobody in a confederation is called as one of its bodies is."""

import pytest
from tests.builders import day, founder_of
from tests.capabilities.confederation.given import a_body, a_confederation, sent

from commonweal.capabilities.confederation import queries
from commonweal.foundation.institutions.actions import joining
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("written", [str, str.upper, lambda name: f" {name} ."])
def test_nobody_takes_the_name_of_a_body(written):
    base = a_body("Asha")
    whole = a_confederation(base)
    delegate = sent(base, whole, founder_of(base))[0]
    [body, *_] = queries.names_borne_by_bodies(whole)

    with pytest.raises(Refused, match="name_taken"):
        joining.rename(delegate, name=written(body), at=day(3))


def test_other_names_are_free_and_so_is_that_of_a_body_elsewhere():
    base = a_body("Asha")
    whole = a_confederation(base)
    delegate = sent(base, whole, founder_of(base))[0]
    [body, *_] = queries.names_borne_by_bodies(whole)

    joining.rename(delegate, name="Asha of the mill", at=day(3))
    at_home = joining.rename(founder_of(base), name=body, at=day(3))

    assert at_home.name == body
