"""An outcome for programs: JSON with exact numbers as text, and candidates by name."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from commonweal.rules.sentence import Words
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.formats.oddities import withdrawals
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.wording import exact_text, render


def as_json(
    contest: Contest,
    outcome: Outcome,
    words: Mapping[str, Words],
    pairs: Mapping[str, str | None],
    notes: Sequence[str] = (),
) -> str:
    """Write an outcome as JSON.

    Options go by name (projects by id); two of the same name have their ids added.
    `pairs` holds who beats every other in pairs, if rankings were counted; `notes` what
    of the file may be a slip.
    """
    label = labels(contest)
    beats_all = {name: one and label[one] for name, one in pairs.items()}
    return json.dumps(
        {
            "method": outcome.method,
            "seats": outcome.seats,
            "winners": [label.get(one, one) for one in outcome.winners],
            "tied": [[label.get(one, one) for one in tied] for tied in outcome.tied],
            "tie_break": outcome.tie_break and render(outcome.tie_break, words),
            **beats_all,
            **around(contest, words, notes),
            "steps": [step_facts(step, label, words) for step in outcome.steps],
        },
        ensure_ascii=False,
        indent=1,
    )


def around(
    contest: Contest, words: Mapping[str, Words], notes: Sequence[str]
) -> dict[str, list[str]]:
    """Give who has withdrawn, and everything there is to say of the file."""
    label = labels(contest)
    told = [render(one, words) for one in withdrawals(contest)]
    return {
        "withdrawn": [label[o] for o in contest.options if o in contest.withdrawn],
        "notes": [*told, *notes],
    }


def step_facts(
    step: Step, label: Mapping[str, str], words: Mapping[str, Words]
) -> dict[str, object]:
    """Give one step as JSON has it."""

    def named(options: Iterable[str]) -> list[str]:
        return [label.get(option, option) for option in options]

    return {
        "title": render(step.title, words),
        "explanation": render(step.explanation, words),
        "counts": {label.get(o, o): exact_text(n) for o, n in step.counts.items()},
        "elected": named(step.elected),
        "excluded": named(step.excluded),
        "transfers": [
            {
                "from": label.get(one.origin, one.origin),
                "to": None if one.to is None else label.get(one.to, one.to),
                "amount": exact_text(one.amount),
            }
            for one in step.transfers
        ],
    }


def labels(contest: Contest) -> dict[str, str]:
    """Give what each option is called here: its name, or its id if it is a project."""
    if contest.budget is not None:
        return {option: option for option in contest.options}
    shared = Counter(contest.name(option) for option in contest.options)
    return {
        option: name if shared[name] == 1 else f"{name} ({option})"
        for option, name in ((one, contest.name(one)) for one in contest.options)
    }
