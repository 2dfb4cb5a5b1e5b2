"""A page for each way to share out seats, and for votes held in several bodies."""

import inspect
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

from tests.rules.apportionment.bodies import LOT, weighing
from tests.rules.apportionment.test_methods import PROMISES
from tests.rules.method_pages import module_of, promise_lines

from commonweal.interfaces.charts.alone import alone
from commonweal.interfaces.charts.shares import seat_bars
from commonweal.interfaces.charts.voice import english
from commonweal.rules.apportionment.bodies import Bodies
from commonweal.rules.apportionment.method import Sharing
from commonweal.rules.apportionment.methods import METHODS, divisors
from commonweal.rules.apportionment.methods.divisors import Divisor
from commonweal.rules.apportionment.sentences import SENTENCES as OF_SEATS
from commonweal.rules.sentence import Words
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import exact_text, number_text, render

WORDS: Mapping[str, Words] = {**SENTENCES, **OF_SEATS}
DIVISORS: Mapping[str, Divisor] = {
    one.id: one
    for one in (
        divisors.D_HONDT,
        divisors.SAINTE_LAGUE,
        divisors.ADAMS,
        divisors.HUNTINGTON_HILL,
    )
}
HOW = {
    "d-hondt": "members ÷ (seats + 1)",
    "sainte-lague": "members ÷ (seats + 1/2)",
    "adams": "members ÷ seats",
    "huntington-hill": "members ÷ √(seats × (seats + 1))",
}
SOURCE = "The usual example of D'Hondt's method: 230,000 votes, 8 seats."
VOTES = weighing(A=100_000, B=80_000, C=30_000, D=20_000)
BRANCHES = weighing(Port=620, Mill=240, Rail=95, Dock=12)


class Example(NamedTuple):
    """What is shared out in the example of a page."""

    said: str
    bodies: Bodies
    seats: int | None


def example_of(sharing: Sharing) -> Example:
    """Give the example of a method: the same for all that are given the seats."""
    if sharing.sizes_itself:
        return Example("A congress of four branches.", BRANCHES, None)
    return Example(SOURCE, VOTES, 8)


def seat_page(sharing: Sharing) -> str:
    """Write the page of a method."""
    said, bodies, seats = example_of(sharing)
    shares = sharing.share(bodies, seats, LOT)
    module = sys.modules[_module(sharing)]
    title = render(sharing.title, WORDS)
    parts = [
        f"# {title} (`{sharing.id}`)",
        f"Written by `tests/rules/apportionment/test_pages.py` from "
        f"`{module_of(module)}`. [All ways to share out seats](../apportionment.md).",
        render(sharing.summary, WORDS),
        inspect.getdoc(module) or "",
        _facts(sharing),
        "## What it promises\n\nEach is tested on bodies drawn by chance.",
        promise_lines(sharing.promises, PROMISES),
        f"## An example, step by step\n\n{said}",
        _weights(bodies),
        *(
            f"### {number}. {render(step.title, WORDS)}\n\n"
            f"{render(step.explanation, WORDS)}\n\n{_counts(step.counts)}"
            for number, step in enumerate(shares.steps, start=1)
        ),
        _seat_by_seat(sharing, bodies, seats),
        f"![Seats for each body: {title}]({sharing.id}.svg)",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _module(sharing: Sharing) -> str:
    owner = getattr(sharing.share, "__self__", None)
    return type(owner).__module__ if owner else sharing.share.__module__


def _facts(sharing: Sharing) -> str:
    lines = [f"Source: {sharing.source}"]
    if sharing.also:
        lines.append(f"Other names: {', '.join(sharing.also)}")
    if sharing.settings:
        lines.append(f"Settings: {', '.join(f'`{one}`' for one in sharing.settings)}")
    if sharing.sizes_itself:
        lines.append("How many seats there are follows from the bodies.")
    return "\n".join(f"- {line}" for line in lines)


def _weights(bodies: Bodies) -> str:
    rows = [f"| {name} | {number_text(n)} |" for name, n in bodies.weights.items()]
    return "\n".join(["| body | members |", "| --- | ---: |", *rows])


def _counts(counts: Mapping[str, int | Fraction]) -> str:
    rows = [f"| {name} | {exact_text(n)} |" for name, n in counts.items()]
    return "\n".join(["| body | |", "| --- | ---: |", *rows])


def _seat_by_seat(sharing: Sharing, bodies: Bodies, seats: int | None) -> str:
    """Show each seat of a divisor method, the slow way: to whom, and by what number."""
    divisor = DIVISORS.get(sharing.id)
    if divisor is None or seats is None:
        return ""
    rows = list(_given(divisor, bodies, seats))
    return "\n".join(
        [
            "### Seat by seat",
            "",
            f"The next seat goes to whoever has most by {HOW[sharing.id]}, with the "
            "seats held so far.",
            "",
            "| seat | goes to | which stands at |",
            "| ---: | --- | ---: |",
            *rows,
        ]
    )


def _given(divisor: Divisor, bodies: Bodies, seats: int) -> Iterator[str]:
    held = dict.fromkeys(bodies.weights, 0)
    for seat in range(1, seats + 1):
        best = max(
            held, key=lambda one: divisor.standing(bodies.weights[one], held[one])
        )
        first, squared = divisor.standing(bodies.weights[best], held[best])
        told = "no seat yet, so before all who have one" if first else _root(squared)
        yield f"| {seat} | {best} | {told} |"
        held[best] += 1
    assert held == divisor.share(bodies, seats, LOT).seats


def _root(squared: Fraction) -> str:
    with localcontext(prec=40):
        root = (Decimal(squared.numerator) / Decimal(squared.denominator)).sqrt()
    return f"{root.quantize(Decimal('0.01')):,f}"


def picture(sharing: Sharing) -> str:
    """Draw the seats of the example."""
    _, bodies, seats = example_of(sharing)
    return alone(seat_bars(english(WORDS), sharing.share(bodies, seats, LOT).seats))


def pages() -> dict[str, str]:
    """Give every page and picture of these methods by the name of its file."""
    texts = {f"{one.id}.md": seat_page(one) for one in METHODS.values()}
    return texts | {f"{one.id}.svg": picture(one) for one in METHODS.values()}
