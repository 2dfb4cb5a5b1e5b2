"""A picture in a file is whole, says all it shows, and holds whatever name is given."""

from fractions import Fraction
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from commonweal.interfaces.charts import bars, options, shares
from commonweal.interfaces.charts.alone import alone
from commonweal.interfaces.charts.bars import Part
from commonweal.interfaces.charts.voice import english
from commonweal.rules.voting.sentences import SENTENCES

ENGLISH = english(SENTENCES)
SVG = "{http://www.w3.org/2000/svg}"


def words_in(picture: str) -> list[str]:
    return [
        one.text or "" for one in ElementTree.fromstring(picture).iter(f"{SVG}text")
    ]


def test_a_bar_stands_with_its_labels_and_what_it_says_to_who_listens():
    chart = bars.spent_bar(ENGLISH, (Part("Ramp", 3200, "yes"),), budget=4000)

    picture = alone(chart)

    assert words_in(picture) == ["Ramp: 3,200", "800 left"]
    drawn = ElementTree.fromstring(picture)
    assert drawn.find(f"{SVG}title").text == "The budget and what it pays for"
    assert drawn.find(f"{SVG}desc").text == "Ramp 3,200; 800 left."


def test_bars_of_options_have_their_words_and_what_the_line_is():
    chart = options.option_bars(
        ENGLISH,
        {"Asha": Fraction(21, 2), "Ben": 3},
        counted=options.Counted("votes", 15, 8),
    )

    assert words_in(alone(chart)) == [
        "Asha: 10.5 of 15 votes",
        "Ben: 3 of 15 votes",
        "8 are enough to be elected",
    ]


def test_a_long_name_is_cut_within_the_picture():
    [cut] = words_in(alone(shares.seat_bars(ENGLISH, {"x" * 200: 1})))

    assert len(cut) == 68
    assert cut.endswith("…")


@given(st.text(max_size=40))
def test_any_name_makes_a_picture_that_can_be_read(name):
    picture = alone(shares.seat_bars(ENGLISH, {name: 1, f"{name} again": 2}))

    assert len(words_in(picture.encode("utf-8", "replace").decode())) == 2


def test_nobody_has_a_seat_where_none_is_given():
    chart = shares.seat_bars(ENGLISH, {"Port": 0})

    assert words_in(alone(chart)) == ["Port: 0 of 0 seats"]


def test_answers_of_bodies_are_told_apart_by_their_marks():
    of_people = {"Port": {"yes": 2, "no": 1}, "Mill": {"yes": 0, "no": 0}}
    of_things = {"Port": {"tea": Fraction(4, 3), "milk": Fraction(2, 3)}}

    motion = alone(shares.result_bars(ENGLISH, of_people, title="A motion"))
    choice = alone(shares.result_bars(ENGLISH, of_things, title="A choice"))

    assert words_in(motion) == ["Port: yes 2, no 1", "Mill: yes 0, no 0", "yes", "no"]
    assert "mark-no" in motion
    assert words_in(choice) == ["Port: tea 1.33, milk 0.67", "tea", "milk"]
    assert "mark-accent" in choice
