"""Pictures say what they show to whoever cannot see them, and never draw a lie."""

import re
from fractions import Fraction
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from commonweal.interfaces.web import charts
from commonweal.interfaces.web.charts import Part

counts = st.integers(min_value=0, max_value=10**6)


def widths(svg: str, mark: str) -> list[int]:
    """Read the widths of the rectangles drawn with a mark, the slow way."""
    drawn = ElementTree.fromstring(f"<svg>{svg}</svg>")
    return [
        int(one.attrib["width"])
        for one in drawn.iter("rect")
        if one.attrib["class"] == f"mark-{mark}"
    ]


def test_a_quorum_bar_names_what_it_counts_out_of():
    chart = charts.quorum_bar(voted=41, needed=49, members=98)

    assert chart.description == "41 have voted; 49 are needed, of the 98 who may vote."
    assert [label.words for label in chart.labels] == [
        "41 have voted",
        "49 needed",
        "98 members",
    ]
    assert chart.table.rows[-1] == ("May vote", "98")


def test_a_quorum_nobody_needs_draws_no_line():
    chart = charts.quorum_bar(voted=3, needed=0, members=9)

    assert "mark-line" not in chart.svg
    assert len(chart.labels) == 2


@given(yes=counts, no=counts, abstain=counts)
def test_parts_never_run_past_the_end(yes, no, abstain):
    parts = (Part("y", yes, "yes"), Part("n", no, "no"), Part("a", abstain, "abstain"))

    svg = charts.outcome_bar(parts).svg

    total = sum(sum(widths(svg, mark)) for mark in ("yes", "no", "abstain"))
    assert abs(total - (charts.WIDTH if yes + no + abstain else 0)) <= 3


def test_a_no_is_told_from_a_yes_without_colours():
    parts = (Part("yes", 5, "yes"), Part("no", 5, "no"))

    svg = charts.outcome_bar(parts).svg

    assert svg.count("mark-stripe") == 2


def test_where_too_few_voted_the_bar_shows_how_many_had_to():
    parts = (Part("yes", 2, "yes"), Part("no", 0, "no"))

    chart = charts.outcome_bar(parts, had_to=10)

    assert [one.words for one in chart.labels] == ["2 yes", "0 no", "10 had to vote"]
    assert "10 had to vote" in chart.description
    assert widths(chart.svg, "yes") == [charts.WIDTH // 5]
    assert "mark-line" in chart.svg


def test_nobody_voted_draws_an_empty_bar():
    chart = charts.outcome_bar((Part("yes", 0, "yes"), Part("no", 0, "no")), needed=1)

    assert widths(chart.svg, "yes") == [0]


def test_what_came_over_is_part_of_the_count():
    chart = charts.option_bars(
        {"Asha": Fraction(10), "Ben": Fraction(5)},
        counted=charts.Counted("votes", 15, 8),
        gained={"Ben": Fraction(2)},
    )

    told = [row.words for row in chart.rows]
    assert told == ["Asha: 10 of 15 votes", "Ben: 5 of 15 votes"]
    assert sum(widths(chart.rows[1].svg, "gained")) == charts.WIDTH * 2 // 15
    assert chart.table.rows == (("Asha", "0", "10"), ("Ben", "2", "5"))


def test_what_a_bar_counts_is_said_with_its_base():
    chart = charts.option_bars(
        {"Asha": 3, "Ben": 1}, counted=charts.Counted("unbeaten", 4)
    )

    assert chart.title == "How many of the others each option does not lose to"
    assert [row.words for row in chart.rows] == [
        "Asha: 3 of 4 others",
        "Ben: 1 of 4 others",
    ]
    assert chart.table.head == ("Option", "Others that do not beat it")
    assert widths(chart.rows[0].svg, "accent") == [charts.WIDTH * 3 // 4]


def test_a_load_far_below_one_still_shows_as_a_bar():
    loads = {"Asha": Fraction(1, 23), "Ben": Fraction(2, 23)}

    chart = charts.option_bars(loads, counted=charts.Counted("load"))

    assert [row.words for row in chart.rows] == [
        "Asha: 0.043 of a place",
        "Ben: 0.087 of a place",
    ]
    assert widths(chart.rows[1].svg, "accent") == [charts.WIDTH]


def test_a_long_number_is_short_in_the_picture_and_whole_in_the_table():
    chart = charts.option_bars(
        {"Asha": Fraction(37, 3), "Ben": Fraction(1234567, 10**5)}
    )

    assert [row.words.split()[1] for row in chart.rows] == ["12.33", "12.35"]
    assert "the table has them whole" in chart.caption
    assert chart.table.rows == (("Asha", "12.33 (37/3)"), ("Ben", "12.34567"))


@given(st.fractions(min_value=0, max_value=10**6))
def test_a_short_number_is_near_the_whole_one(value):
    written = charts.short(value)

    told = Fraction(written.replace(",", ""))

    assert abs(told - value) <= Fraction(1, 200)
    assert len(written.partition(".")[2]) <= 5


def test_names_cannot_break_out_of_a_picture():
    chart = charts.option_bars({"<script>": 1})

    assert not re.search("<script", "".join(row.svg for row in chart.rows))


def test_the_money_left_is_shown():
    chart = charts.spent_bar((Part("Ramp", 3200, "yes"),), budget=4000)

    assert chart.labels[-1].words == "800 left"
    assert chart.table.rows[-1] == ("Left", "800")


def test_pairs_are_laid_out_both_ways():
    table = charts.pairwise({"a": "Asha", "b": "Ben"}, {("a", "b"): 3, ("b", "a"): 2})

    assert table.rows == (("Asha", "–", "3"), ("Ben", "2", "–"))


NAMES = {"a": "Asha", "b": "Ben", "c": "Chidi"}
FLOW = (
    charts.Round({"a": 9, "b": 5, "c": 4}, chosen=("a",)),
    charts.Round(
        {"a": 7, "b": 6, "c": 5},
        (charts.Move("a", "b", 1), charts.Move("a", "c", 1)),
        ("a",),
    ),
    charts.Round(
        {"a": 7, "b": 9},
        (charts.Move("c", "b", 3), charts.Move("c", "", 2)),
        ("a", "b"),
    ),
)


def test_a_flow_says_every_move_and_shows_it_as_a_table():
    chart = charts.transfer_flow(NAMES, FLOW)

    assert chart.description == (
        "Round 1: Asha 9; Ben 5; Chidi 4. "
        "Round 2: 1 from Asha to Ben; 1 from Asha to Chidi. "
        "Round 3: 3 from Chidi to Ben; 2 from Chidi to nobody."
    )
    assert chart.table.rows[-1] == ("3", "Chidi", "nobody", "2")
    assert [label.words for label in chart.labels][:2] == ["1 Asha", "2 Ben"]
    assert chart.svg.count("flow-moved") == 4


def test_a_flow_tells_the_elected_without_colours():
    chart = charts.transfer_flow(NAMES, FLOW)

    assert chart.svg.count('class="mark-line"') == 4


def test_the_words_of_a_flow_hold_in_light_and_in_dark():
    chart = charts.transfer_flow(NAMES, FLOW)

    assert "The streams that stand out are votes that moved" in chart.caption
    assert "dark" not in chart.caption.casefold()


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=12), st.data())
def test_no_row_of_a_flow_runs_past_the_end(votes, data):
    names = {str(place): f"Option {place}" for place in range(len(votes))}
    out = data.draw(st.sampled_from(sorted(names)))
    to = data.draw(st.sampled_from([*sorted(names), ""]))
    first = dict(zip(names, votes, strict=True))
    second = {id_: n for id_, n in first.items() if id_ != out}
    if to in second:
        second[to] += first[out]

    moves = (charts.Move(out, to, first[out]),)
    rounds = (charts.Round(first), charts.Round(second, moves))
    chart = charts.transfer_flow(names, rounds)

    drawn = ElementTree.fromstring(f"<svg>{chart.svg}</svg>")
    ends = [
        int(one.attrib["x"]) + int(one.attrib["width"]) for one in drawn.iter("rect")
    ]
    assert max(ends) <= charts.WIDTH
    assert min(int(one.attrib["width"]) for one in drawn.iter("rect")) > 0
