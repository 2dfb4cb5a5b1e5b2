"""What a class of members has no right to is said in words."""

from dataclasses import replace

import pytest

from commonweal.foundation.institutions import access
from commonweal.foundation.language import say
from commonweal.rules.charters.charter import RIGHTS
from tests.builders import a_charter, an_institution, day, founder_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("right", RIGHTS)
def test_whoever_has_no_right_is_told_which(right, language):
    asha = founder_of(an_institution())
    bare = [replace(one, rights=frozenset()) for one in a_charter().classes]
    charter = replace(a_charter(), classes=tuple(bare))

    verdict = access.has_right(asha, charter, right, at=day(1))

    assert verdict.id == "class_has_no_right"
    assert "{" not in say(verdict.reason, language)
    assert "_" not in say(verdict.reason, language)
