"""The page of the reference that is written from the methods."""

from tests.rules.voting.promises import PROMISES

from commonweal.rules.voting.method import Method
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render

FORMS = {
    "answer": "yes, no or abstain",
    "position": "a position: agree, reservations, stand aside, object or block",
    "approvals": "options marked",
    "ranking": "options ranked",
    "scores": "options given points",
}

METHODS_OPENING = """\
# Methods of counting

Written by `tests/rules/voting/test_references.py` from the table of methods. Each one
is a module in `src/commonweal/rules/voting/methods/` that reads like its source, with
worked examples in `tests/rules/voting/examples/`. What a method promises is tested on
elections drawn by chance. Budgets are shared out by the methods of
[budgeting](budgeting.md).

## Ties

Where a method cannot tell options apart, the charter's tie-break does, and the outcome
says so. A lot is drawn from a public text: each option's id is written after the text
and a space, the SHA-256 of that is taken, and whoever has the smaller one goes first.
Anybody can draw it again: `printf '%s %s' "$SEED" "$ID" | sha256sum`. In a file, an
option's id is its number there (its name, in a table).
"""


def methods_page() -> str:
    """Write the page on the methods."""
    return METHODS_OPENING + "".join(_chapter(method) for method in METHODS.values())


def _chapter(method: Method) -> str:
    lines = [
        "",
        f"## `{method.id}`: {render(method.title, SENTENCES)}",
        "",
        render(method.summary, SENTENCES),
        "",
        f"- Ballot: {FORMS[method.ballot]}",
        f"- Source: {method.source}",
    ]
    if method.most_seats:
        lines.append(f"- Places: {method.most_seats}")
    if method.settings:
        lines.append(f"- Settings: {', '.join(f'`{one}`' for one in method.settings)}")
    lines.append(f"- [Worked example, step by step](methods/{method.id}.md)")
    lines.append("- Promises:")
    lines += [f"  - {name}: {told_promise(name)}" for name in sorted(method.promises)]
    return "\n".join(lines) + "\n"


def told_promise(promise: str) -> str:
    """Say what a method promises."""
    said = (PROMISES[promise].__doc__ or "").partition("\n")[0].strip()
    return said[0].lower() + said[1:]
