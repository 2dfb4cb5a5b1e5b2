"""The door for founding, as the operator sets it and answers on the machine."""

import pytest
from tests.builders import a_person, an_institution, day

from commonweal.foundation.institutions import access
from commonweal.foundation.institutions.actions import applying
from commonweal.interfaces.cli.main import main

pytestmark = pytest.mark.django_db


def typed(*words):
    return main(["founding", *words])


def test_the_operator_closes_the_door_lets_somebody_in_and_hands_it_over(capsys):
    assembly, farah = an_institution(), a_person("Farah")
    assert typed("set", "application") == 0
    asked = applying.apply(
        farah, name="Farah", kind="tenants_union", why="It rains in.", at=day(1)
    )

    assert typed("show") == 0
    assert f"{asked.pk}  Farah, tenants_union: It rains in." in capsys.readouterr().out
    assert typed("answer", str(asked.pk), "yes", "--reason", "Welcome.") == 0
    assert access.may_found(farah, at=day(2))

    assert typed("set", "application", "--assembly", assembly.address) == 0
    assert typed("set", "open") == 2
    assert f"“{assembly.address}” guards this door" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("answer", "rubbish", "yes", "--reason", "Yes."), "Nobody waits"),
        (("set", "open", "--assembly", "nowhere"), "no institution at “nowhere”"),
    ],
)
def test_what_is_not_there_is_said_in_words(capsys, words, why):
    assert typed(*words) == 2

    assert why in capsys.readouterr().err
