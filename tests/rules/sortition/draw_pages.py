"""A page for each way to draw: promises, one pool drawn step by step, a picture."""

import inspect
from collections.abc import Mapping, Sequence
from fractions import Fraction
from hashlib import sha256

from tests.rules.method_pages import module_of
from tests.rules.sortition import (
    test_draw,
    test_equal,
    test_leximin,
    test_published,
    test_ways,
)

from commonweal.interfaces.charts.alone import alone
from commonweal.interfaces.charts.shares import Asked, drawn_bar, panel_bars
from commonweal.interfaces.charts.voice import english
from commonweal.rules.sortition import draw as drawing
from commonweal.rules.sortition import leximin
from commonweal.rules.sortition.draw import Draw, draw
from commonweal.rules.sortition.pool import Pool, Quota
from commonweal.rules.sortition.replacements import replacements

SEED = "the numbers drawn on May Day"
SIZE = 3
POOL = Pool(
    {
        "Asha": ("woman", "hill"),
        "Dolores": ("woman", "town"),
        "Ines": ("woman", "town"),
        "Ben": ("man", "hill"),
        "Chidi": ("man", "town"),
        "Emre": ("man", "town"),
        "Finn": ("man", "town"),
        "Goran": ("man", "town"),
    },
    ("gender", "place"),
    (
        Quota("gender", "woman", 1, 2),
        Quota("gender", "man", 1, 2),
        Quota("place", "hill", 1, 1),
        Quota("place", "town", 2, 2),
    ),
)
SAID = {
    "uniform": "Everybody has the same chance; quotas are not looked at.",
    "quotas": "Every panel keeps the quotas; about chances nothing is promised.",
    "maximin": "Every panel keeps the quotas, and the smallest chance of anybody is as "
    "large as can be.",
    "leximin": "Every panel keeps the quotas. The smallest chance is as large as can "
    "be, then the next smallest, and so on up.",
}
SOURCES = {
    "uniform": "A window that goes round a list in an order drawn by lot: systematic "
    "sampling, Madow & Madow (1944).",
    "quotas": "",
    "maximin": "Flanigan, Gölz, Gupta, Hennig & Procaccia, Fair Algorithms for "
    "Selecting Citizens' Assemblies, Nature 596 (2021), the first step.",
    "leximin": "Flanigan, Gölz, Gupta, Hennig & Procaccia, Fair Algorithms for "
    "Selecting Citizens' Assemblies, Nature 596 (2021).",
}
ALL = (
    (test_draw, "test_a_draw_passes_its_own_check"),
    (test_draw, "test_a_stranger_repeats_the_pick_with_a_shell"),
)
BY_QUOTAS = (
    (test_draw, "test_the_lottery_is_there_before_the_seed_is_known"),
    (
        test_draw,
        "test_whoever_can_sit_on_a_panel_has_a_chance_and_those_alike_the_same",
    ),
    (test_draw, "test_a_replacement_keeps_the_quotas"),
    (test_ways, "test_whom_no_panel_seats_is_told_and_has_no_chance"),
)
FAIR = (
    (
        test_ways,
        "test_where_all_can_have_the_same_chance_they_have_it_to_the_last_digit",
    ),
    (test_equal, "test_where_it_is_to_be_had_nothing_else_is_drawn_from"),
)
# The tests that hold what each promises.
LAWS = {
    "uniform": (*ALL, (test_ways, "test_each_window_of_a_uniform_draw_weighs_one")),
    "quotas": (
        *ALL,
        *BY_QUOTAS,
        (test_ways, "test_quotas_alone_promise_nobody_the_same_chance"),
    ),
    "maximin": (*ALL, *BY_QUOTAS, *FAIR),
    "leximin": (
        *ALL,
        *BY_QUOTAS,
        *FAIR,
        (test_draw, "test_leximin_begins_with_the_best_smallest_chance"),
        (
            test_leximin,
            "test_nobodys_chance_could_be_larger_but_at_the_cost_of_who_has_less",
        ),
        (test_published, "test_chances_are_no_worse_than_a_commercial_solver_found"),
    ),
}
MODULES = {"leximin": leximin, "maximin": leximin}


def draw_page(method: str) -> str:
    """Write the page of a method."""
    done = draw(POOL, SIZE, method=method, seed=SEED)
    module = MODULES.get(method, drawing)
    parts = [
        f"# Drawing by `{method}`",
        f"Written by `tests/rules/sortition/test_pages.py` from `{module_of(module)}`. "
        "[All ways to draw](../sortition.md).",
        SAID[method],
        inspect.getdoc(module) or "",
        f"- Source: {SOURCES[method]}" if SOURCES[method] else "",
        "## What it promises",
        _promises(method),
        "## An example, step by step\n\nThe same eight people on the page of each "
        f"method; {SIZE} of them are drawn.",
        _pool(),
        "" if method == "uniform" else _quotas(),
        f"### 1. The panels that may be drawn\n\n{_panels(done)}",
        f"### 2. Everybody's chance\n\n{_chances(done)}",
        f"### 3. The pick\n\n{_pick(done)}",
        f"### 4. Who comes next\n\n{_next(method, done)}",
        f"![The panel drawn by {method}]({method}.svg)",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _promises(method: str) -> str:
    for module, law in LAWS[method]:
        assert hasattr(module, law), law
    laws = [law.removeprefix("test_").replace("_", " ") for _, law in LAWS[method]]
    return "\n".join(f"- {law}." for law in laws).replace("nobodys", "nobody's")


def _rows(head: Sequence[str], right: str, rows: Sequence[Sequence[object]]) -> str:
    lines = [f"| {' | '.join(head)} |", right]
    return "\n".join([*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows)])


def _pool() -> str:
    rows = [(name, *values) for name, values in POOL.values.items()]
    return _rows(("person", *POOL.categories), "| --- | --- | --- |", rows)


def _quotas() -> str:
    head = ("feature", "value", "least", "most")
    return _rows(head, "| --- | --- | ---: | ---: |", POOL.quotas)


def _panels(done: Draw) -> str:
    found = zip(done.lottery.panels, done.lottery.weights, strict=True)
    rows = [(n, ", ".join(p), f"{w:,}") for n, (p, w) in enumerate(found, start=1)]
    return _rows(("panel", "people", "weight"), "| ---: | --- | ---: |", rows)


def _chances(done: Draw) -> str:
    """Tell each chance as parts of the whole weight, shortened where it is short."""
    rows = [(name, f"{n:.4f}", _exact(n)) for name, n in done.chances.items()]
    return _rows(("person", "chance", "exactly"), "| --- | ---: | ---: |", rows)


def _exact(chance: Fraction) -> str:
    return f"{chance.numerator:,}/{chance.denominator:,}"


def _pick(done: Draw) -> str:
    digest = sha256(SEED.encode()).hexdigest()
    rest = int(digest, 16) % done.lottery.total
    return (
        f"The seed is “{SEED}”. Its SHA-256 is\n\n```text\n{digest}\n```\n\nRead as a "
        f"number and divided by {done.lottery.total:,}, the weight of all panels, that "
        f"leaves {rest:,}. Going down the list and taking each weight away, panel "
        f"{done.picked + 1} is the first that cannot be taken in full: "
        f"{', '.join(done.panel)}."
    )


def _next(method: str, done: Draw) -> str:
    bare = Pool(dict.fromkeys(POOL.values, ()), (), ())
    pool = bare if method == "uniform" else POOL
    lists = replacements(pool, done.panel, seed=SEED, most=5)
    rows = [(person, ", ".join(ids) or "nobody") for person, ids in lists.items()]
    return _rows(("if this person says no", "in turn"), "| --- | --- |", rows)


def picture(method: str) -> str:
    """Draw how the panel keeps the quotas, or how many were drawn."""
    done = draw(POOL, SIZE, method=method, seed=SEED)
    voice = english({})
    if method == "uniform":
        return alone(drawn_bar(voice, drawn=SIZE, pool=len(POOL.values)))
    there = [value for person in done.panel for value in POOL.values[person]]
    asked = [
        Asked(f"{q.category}: {q.value}", there.count(q.value), q.least, q.most)
        for q in POOL.quotas
    ]
    return alone(panel_bars(voice, asked, size=SIZE))


def pages() -> dict[str, str]:
    """Give every page and picture by the name of its file."""
    texts: Mapping[str, str] = {f"{one}.md": draw_page(one) for one in drawing.METHODS}
    return {**texts, **{f"{one}.svg": picture(one) for one in drawing.METHODS}}
