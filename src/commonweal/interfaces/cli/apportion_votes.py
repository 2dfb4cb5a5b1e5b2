"""What `apportion` says of a vote held in several bodies: is it carried, and by what.

`double-majority` asks enough of the bodies and enough of all members together to say
yes; `votes-by-result` divides each body's votes as its own members' ballots were.
"""

import json
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from commonweal.interfaces.cli.count_report import table
from commonweal.rules.apportionment.double_majority import Answers, carried
from commonweal.rules.apportionment.results import Results
from commonweal.rules.apportionment.votes_by_result import added_up, divided
from commonweal.rules.sentence import Fact, Sentence, Words
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.wording import exact_text, number_text, render

DOUBLE, BY_RESULT = "double-majority", "votes-by-result"
SETTINGS: Mapping[str, tuple[str, ...]] = {DOUBLE: ("bodies", "members"), BY_RESULT: ()}
TITLES: Mapping[str, Sentence] = {
    DOUBLE: Sentence("double_majority_title"),
    BY_RESULT: Sentence("votes_by_result_title"),
}
SHARE = re.compile(r"(\d{1,9})/(\d{1,9})", re.ASCII)


def told(
    method: str,
    results: Results,
    settings: Mapping[str, str],
    words: Mapping[str, Words],
    *,
    notes: Sequence[str] | None,
) -> str:
    """Tell what a table of results yields; with `notes`, to a program.

    Raises `Uncountable` where it cannot.
    """
    if method == DOUBLE:
        return _double(results, settings, words, notes=notes)
    return _by_result(results, words, notes=notes)


def counted(method: str, results: Results) -> Mapping[str, Mapping[str, Fraction]]:
    """Give what counts for each answer, by body: its ballots, or its divided votes."""
    if method == BY_RESULT:
        return {b: divided(results.votes[b], a) for b, a in results.answers.items()}
    return {
        body: {answer: Fraction(said[answer]) for answer in ("yes", "no")}
        for body, said in results.answers.items()
    }


def _double(
    results: Results,
    settings: Mapping[str, str],
    words: Mapping[str, Words],
    *,
    notes: Sequence[str] | None,
) -> str:
    known = dict.fromkeys(one for said in results.answers.values() for one in said)
    if not {"yes", "no"} <= known.keys():
        raise Uncountable(Sentence("results_yes_and_no", {"found": tuple(known)}))
    answers = {
        body: Answers(said["yes"], said["no"]) for body, said in results.answers.items()
    }
    verdict = carried(
        answers,
        bodies=len(answers),
        bodies_over=_share(settings.get("bodies", "1/2")),
        members_over=_share(settings.get("members", "1/2")),
    )
    yes = sum(answer.yes for answer in answers.values())
    facts: dict[str, Fact] = {
        "bodies_for": sum(1 for answer in answers.values() if answer.yes > answer.no),
        "bodies": len(answers),
        "yes": yes,
        "cast": yes + sum(answer.no for answer in answers.values()),
    }
    carries = Sentence("double_majority_carried", facts)
    reason = carries if verdict else verdict.reason
    if notes is not None:
        said = {"reason": render(reason, words), "notes": list(notes)}
        found = {"method": DOUBLE, "carried": bool(verdict), **facts, **said}
        return json.dumps(found, ensure_ascii=False, indent=1)
    title = render(TITLES[DOUBLE], words)
    return f"{title} ({DOUBLE})\n\n{render(reason, words)}"


def _by_result(
    results: Results, words: Mapping[str, Words], *, notes: Sequence[str] | None
) -> str:
    total = added_up(results.votes, results.answers)
    parts = {
        body: divided(results.votes[body], said)
        for body, said in results.answers.items()
    }
    if notes is not None:
        found = {
            "method": BY_RESULT,
            "votes": _exact(total),
            "bodies": {body: _exact(part) for body, part in parts.items()},
            "notes": list(notes),
        }
        return json.dumps(found, ensure_ascii=False, indent=1)
    rows = [
        ["", *(number_text(part[one]) for one in total), ""]
        for part in [*parts.values(), total]
    ]
    for row, name in zip(rows, [*parts, "="], strict=True):
        row[0] = name
    title = render(TITLES[BY_RESULT], words)
    return "\n".join([f"{title} ({BY_RESULT})", "", *table([["", *total, ""], *rows])])


def _exact(parts: Mapping[str, Fraction]) -> dict[str, str]:
    return {answer: exact_text(part) for answer, part in parts.items()}


def _share(said: str) -> Fraction:
    found = SHARE.fullmatch(said.strip())
    share = Fraction(0)
    if found is not None and int(found[2]):
        share = Fraction(int(found[1]), int(found[2]))
    if found is None or not int(found[2]) or share >= 1:
        raise Uncountable(Sentence("results_share_unreadable", {"found": said[:40]}))
    return share
