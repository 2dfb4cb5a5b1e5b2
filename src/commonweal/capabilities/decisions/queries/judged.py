"""Whether a verdict that was written down is the one its ballots yield."""

from collections.abc import Mapping
from typing import Any

from commonweal.capabilities.decisions.models import Question
from commonweal.capabilities.decisions.queries.ballot_box import is_secret


def judged(question: Question, result: Mapping[str, Any]) -> bool:
    """Say whether outcome, verdict and turnout are what counting again gives.

    Outcomes from before it was told who beats every other in pairs say nothing of it,
    and open votes of before kept no turnout.
    """
    kept, anew = question.outcome or {}, result["outcome"]
    if "beats_all" not in kept:
        anew = {name: told for name, told in anew.items() if name != "beats_all"}
    told = question.turnout is not None or is_secret(question)
    return bool(
        kept == anew
        and question.verdict == result["verdict"]
        and (question.turnout == result["turnout"] or not told)
    )
