"""Say, under a budget's count, how many more votes each project not funded needed."""

from textwrap import fill

from commonweal.interfaces.cli.count_files import Countable
from commonweal.rules.budgeting.lacking import Poll, lacking, recounts_at_most
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render

WIDTH = 79
# Waiting longer than this is for those who ask for it.
SECONDS = 30


def needed(
    asked: Countable, ties: TieBreaker, outcome: Outcome, *, seconds: float, wait: bool
) -> str:
    """Tell what each project not funded lacked; or how long finding out would take.

    `seconds` is what one count took, and with `wait` it may take as long as it takes.
    """
    longest = recounts_at_most(asked.contest, outcome) * seconds
    if longest > SECONDS and not wait:
        minutes = int(longest // 60) + 1
        said = Sentence("lacking_takes_long", {"minutes": minutes})
        return "\n" + fill(render(said, asked.words), WIDTH)
    poll = Poll(asked.method, asked.contest, asked.ballots, ties)
    told = [render(lack.said, asked.words) for lack in lacking(poll, outcome)]
    if not told:
        return ""
    opening = fill(render(Sentence("lacking_opening"), asked.words), WIDTH)
    each = [
        fill(line, WIDTH, initial_indent="  ", subsequent_indent="    ")
        for line in told
    ]
    return "\n".join(["", opening, "", *each])
