"""The English of all rules in one table, to see that what is named can be said.

What a charter maps to its rules is named by each effect itself.
"""

from tests.rules.voting.spoken import ENGLISH as VOTING

from commonweal.foundation.effects import SENTENCES as EFFECTS
from commonweal.rules.budgeting.sentences import SENTENCES as BUDGETING
from commonweal.rules.charters.sentences import SENTENCES as CHARTERS
from commonweal.rules.sentence import Fact
from commonweal.rules.wording import say

ENGLISH = {**BUDGETING, **CHARTERS, **EFFECTS, **VOTING}


def said(fact: Fact) -> str:
    """Say it in English. Raises `KeyError` if words or a fact are missing."""
    return say(fact, ENGLISH)
