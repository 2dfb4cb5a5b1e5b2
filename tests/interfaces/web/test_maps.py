"""A map has a number for each body, and a path a number for each step."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.interfaces.web import charts
from commonweal.interfaces.web.charts import TWO_RINGS, Place, Step


def drawn(chart, tag):
    return list(ElementTree.fromstring(f"<svg>{chart.svg}</svg>").iter(tag))


def middles(chart):
    """Give where the bodies stand, all but the hub in the middle."""
    circles = [one for one in drawn(chart, "circle") if one.attrib["class"] != "ring"]
    return [
        (int(one.attrib["cx"]), int(one.attrib["cy"]), int(one.attrib["r"]))
        for one in circles
        if one.attrib["class"] != "mark-rest"
    ]


def test_a_map_says_who_is_where_to_whoever_cannot_see_it():
    chart = charts.map_of_bodies(
        [
            Place("Mill", "is in", is_mine=True, is_whole=True),
            Place("Port <1>", "leaves on Friday", is_in=False),
            Place("Ridge", "asks to come in", is_in=False, asks=True),
        ]
    )

    said = "1 Mill, is in; 2 Port <1>, leaves on Friday; 3 Ridge, asks to come in"
    assert chart.description == said
    assert chart.table.rows[1] == ("2", "Port <1>", "leaves on Friday")
    # Who only asks has no tie, and whoever goes has a loose one.
    assert [one.attrib["class"] for one in drawn(chart, "line")] == [
        "tie",
        "tie tie-loose",
    ]
    assert len(drawn(chart, "rect")) == 1
    for said in ("A square", "Hollow: it leaves", "without a line", "A ring"):
        assert said in chart.caption


def test_a_map_explains_nothing_that_is_not_on_it():
    chart = charts.map_of_bodies([Place("Mill", "is in")])

    assert chart.caption == "The numbers are those of the list."


@given(st.integers(min_value=1, max_value=TWO_RINGS))
def test_no_body_lies_over_another_nor_outside(number):
    spots = middles(charts.map_of_bodies([Place("A", "is in")] * number))

    assert len(spots) == number
    for place, (x, y, r) in enumerate(spots):
        assert r <= min(x, y) <= max(x, y) <= charts.WIDTH - r
        for other in spots[:place]:
            assert (x - other[0]) ** 2 + (y - other[1]) ** 2 >= (r + other[2]) ** 2


@pytest.mark.parametrize("number", [49, 300, 1_200, 5_000])
def test_very_many_are_dots_and_those_on_the_page_are_dark(number):
    chart = charts.map_of_many([Place("A", "is in")] * 20, first=21, of=number)

    dark = [one.attrib["class"] for one in drawn(chart, "circle")]
    assert len(dark) == number
    assert [place for place, one in enumerate(dark, 1) if one == "mark-accent"] == [
        *range(21, 41)
    ]
    assert chart.table.rows[0][0] == "21"
    assert len({spot[:2] for spot in middles(chart)}) > number * 0.95


def test_a_path_goes_up_and_back_and_tells_its_steps_apart_by_shape():
    steps = [
        Step("We told them yes.", False, "done"),
        Step("They did not speak.", True, "missed"),
        Step("Our base says yes or no.", False, "to_come"),
    ]

    chart = charts.mandate_path(steps, base="Mill & Port")

    assert chart.description == (
        "1 We told them yes. 2 They did not speak. 3 Our base says yes or no."
    )
    assert chart.table.rows[1] == ("2", "Congress", "They did not speak.")
    assert "Mill &amp; Port" in chart.svg
    shapes = re.findall(r"<(circle|rect)[^>]*class=\"([\w-]+)\"", chart.svg)
    assert shapes == [
        ("circle", "mark-accent"),
        ("rect", "mark-abstain"),
        ("circle", "mark-abstain"),
    ]
    long = charts.mandate_path(steps, base="The assembly of the lower river street")
    assert ">The assembly of the lower river…</text>" in long.svg
    heights = [int(one.attrib["y1"]) for one in drawn(chart, "line")]
    assert all(one != other for one, other in pairwise(heights))
