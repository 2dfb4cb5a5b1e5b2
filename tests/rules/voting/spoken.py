"""The English of rules that decide and of counts, to see that what they say has words.

It asks for nothing outside the rules, so that whoever tests them alone can read it.
"""

from commonweal.rules.sentence import Fact
from commonweal.rules.voting.rule_sentences import SENTENCES as RULES
from commonweal.rules.voting.sentences import SENTENCES as COUNTS
from commonweal.rules.wording import say

ENGLISH = {**RULES, **COUNTS}


def said(fact: Fact) -> str:
    """Say it in English. Raises `KeyError` if words or a fact are missing."""
    return say(fact, ENGLISH)
