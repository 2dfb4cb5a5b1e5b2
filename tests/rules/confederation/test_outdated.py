"""A mandate is outdated if words have changed and it says nothing of the new ones."""

from tests.rules.confederation.congress import mandate
from tests.rules.confederation.valley import WORDS

from commonweal.rules.confederation.instructions import is_outdated
from commonweal.rules.confederation.mandates import Fixed, ReportOnly

NEWER = "newer words"


def test_a_mandate_on_other_words_is_outdated():
    assert is_outdated(mandate(Fixed("yes")), NEWER)


def test_a_mandate_on_these_words_is_not():
    assert not is_outdated(mandate(Fixed("yes")), WORDS)


def test_a_mandate_that_is_none_for_another_reason_is_not():
    assert not is_outdated(mandate(ReportOnly()), NEWER)
