"""Pages for votes held in several bodies: the double majority, and divided votes."""

import inspect
from collections.abc import Mapping
from fractions import Fraction
from types import ModuleType

from tests.rules.apportionment import test_majorities
from tests.rules.method_pages import module_of

from commonweal.interfaces.charts.alone import alone
from commonweal.interfaces.charts.shares import result_bars
from commonweal.interfaces.charts.voice import english
from commonweal.rules.apportionment import double_majority, votes_by_result
from commonweal.rules.apportionment.double_majority import Answers, carried
from commonweal.rules.apportionment.sentences import SENTENCES
from commonweal.rules.apportionment.votes_by_result import added_up, divided
from commonweal.rules.sentence import Sentence
from commonweal.rules.wording import exact_text, render

RESULTS: Mapping[str, Mapping[str, int]] = {
    "Port": {"yes": 410, "no": 150},
    "Mill": {"yes": 60, "no": 140},
    "Rail": {"yes": 48, "no": 30},
    "Dock": {"yes": 5, "no": 6},
}
VOTES = {"Port": 5, "Mill": 3, "Rail": 2, "Dock": 1}
TITLES = {
    "double-majority": "double_majority_title",
    "votes-by-result": "votes_by_result_title",
}
# The tests that hold what each promises.
LAWS = {
    "double-majority": (
        "test_a_motion_carries_where_bodies_and_members_agree",
        "test_a_motion_fails_with_the_majority_that_is_missing",
        "test_a_pact_can_ask_for_more_bodies",
    ),
    "votes-by-result": (
        "test_divided_votes_add_up_to_the_votes_or_to_nothing",
        "test_a_minority_at_home_is_heard_above",
    ),
}


def double_page() -> str:
    """Write the page on the double majority."""
    answers = {one: Answers(said["yes"], said["no"]) for one, said in RESULTS.items()}
    for_it = [one for one, said in answers.items() if said.yes > said.no]
    yes = sum(said.yes for said in answers.values())
    cast = yes + sum(said.no for said in answers.values())
    verdict = carried(answers, bodies=len(answers))
    assert not verdict
    rows = [
        f"| {one} | {said.yes} | {said.no} | {'yes' if one in for_it else 'no'} |"
        for one, said in answers.items()
    ]
    table = [
        "| body | yes | no | the body says |",
        "| --- | ---: | ---: | --- |",
        *rows,
    ]
    return _page(
        "double-majority",
        double_majority,
        [
            "\n".join(table),
            "### 1. The bodies\n\n"
            f"{' and '.join(for_it)} say yes: {len(for_it)} of {len(answers)}. More "
            f"than half would be {len(answers) // 2 + 1}.",
            f"### 2. All members together\n\n{yes} of {cast} say yes, more than half.",
            f"### 3. Both have to agree\n\n{render(verdict.reason, SENTENCES)} So it "
            "is not carried, though most members are for it.",
        ],
    )


def divided_page() -> str:
    """Write the page on votes divided by each body's own result."""
    parts = {one: divided(VOTES[one], said) for one, said in RESULTS.items()}
    total = added_up(VOTES, RESULTS)
    rows = [
        f"| {one} | {VOTES[one]} | {said['yes']} | {said['no']} "
        f"| {exact_text(parts[one]['yes'])} | {exact_text(parts[one]['no'])} |"
        for one, said in RESULTS.items()
    ]
    head = "| body | votes | members: yes | no | votes: yes | no |"
    asked = sum(RESULTS["Port"].values())
    both = {answer: exact_text(number) for answer, number in total.items()}
    return _page(
        "votes-by-result",
        votes_by_result,
        [
            "\n".join([head, "| --- | ---: | ---: | ---: | ---: | ---: |", *rows]),
            "### 1. Each body's votes are divided\n\nPort has 5 votes; 410 of "
            f"its {asked} members said yes: 5 × 410 ÷ {asked} = "
            f"{exact_text(parts['Port']['yes'])} votes say yes. Nobody outvoted at "
            "home is hidden.",
            "### 2. They are added up\n\n"
            f"Yes {both['yes']}, no {both['no']}; together "
            f"{exact_text(sum(total.values(), Fraction(0)))}, all the votes there are.",
        ],
    )


def _page(id_: str, module: ModuleType, example: list[str]) -> str:
    title = render(Sentence(TITLES[id_]), SENTENCES)
    told = [f"- {law.removeprefix('test_').replace('_', ' ')}." for law in LAWS[id_]]
    assert all(hasattr(test_majorities, law) for law in LAWS[id_])
    parts = [
        f"# {title} (`{id_}`)",
        f"Written by `tests/rules/apportionment/test_pages.py` from "
        f"`{module_of(module)}`. [All ways to share out seats](../apportionment.md).",
        inspect.getdoc(module) or "",
        "## What it promises",
        "\n".join(told),
        "## An example, step by step\n\nFour branches of a union were asked.",
        *example,
        f"![What each body said: {title}]({id_}.svg)",
    ]
    return "\n\n".join(parts) + "\n"


def result_pictures() -> dict[str, str]:
    """Draw what each body said, and how its votes are divided."""
    parts = {one: divided(VOTES[one], said) for one, said in RESULTS.items()}
    drawn = {"double-majority": RESULTS, "votes-by-result": parts}
    return {
        f"{id_}.svg": alone(
            result_bars(
                english(SENTENCES),
                results,
                title=render(Sentence(TITLES[id_]), SENTENCES),
            )
        )
        for id_, results in drawn.items()
    }


def pages() -> dict[str, str]:
    """Give both pages and pictures by the name of their file."""
    texts = {"double-majority.md": double_page(), "votes-by-result.md": divided_page()}
    return texts | result_pictures()
