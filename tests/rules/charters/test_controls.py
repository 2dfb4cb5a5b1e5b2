from dataclasses import replace
from fractions import Fraction

import pytest
from tests.rules.charters.charters import SOUND, with_rule
from tests.rules.sayings import ENGLISH, said

from commonweal import kinds
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.controls import adjustable, adjusted
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.settings import SETTINGS, place_of
from commonweal.rules.charters.tree import leaves, whole_tree
from commonweal.rules.sentence import LocalText, local_text


def control(path: str, charter: Charter = SOUND):
    return next(one for one in adjustable(charter) if one.path == path)


def words_of(objections) -> list[str]:
    assert isinstance(objections, tuple)
    return [said(one) for one in objections]


@pytest.mark.parametrize("kind", kinds.names())
def test_putting_every_value_back_changes_nothing(kind):
    charter = parse(kinds.text_of(kind))

    assert (
        adjusted(charter, {one.path: one.value for one in adjustable(charter)})
        == charter
    )


@pytest.mark.parametrize("kind", kinds.names())
def test_every_control_is_labelled_in_words(kind):
    for one in adjustable(parse(kinds.text_of(kind))):
        assert said(one.label)
        assert said(one.section)
        assert all(said(choice.label) for choice in one.choices)
        assert one.choices or one.kind not in ("choice", "several")


@pytest.mark.parametrize("kind", kinds.names())
def test_every_value_of_a_charter_has_its_setting(kind):
    charter = parse(kinds.text_of(kind))

    assert all(place_of(path) for path in leaves(whole_tree(charter)))


def test_controls_of_one_heading_stand_together():
    charter = replace(SOUND, languages=("en", "es"))
    sections = [one.section for one in adjustable(charter)]

    starts = [
        section
        for place, section in enumerate(sections)
        if place == 0 or sections[place - 1] != section
    ]

    assert len([said(one) for one in starts]) == len({said(one) for one in starts})
    assert [one.path for one in adjustable(charter)][:2] == ["name.en", "name.es"]


def test_a_control_says_what_it_is_and_may_be():
    days = control("rules.ordinary.voting_days")
    invited = control("joining.invited_class")

    assert (days.kind, days.value, days.least, days.most) == ("number", "7", 1, 3650)
    assert [(one.value, said(one.label)) for one in invited.choices] == [
        ("tenant", "Tenant")
    ]
    assert control("name.en").language == "en"


def test_a_choice_has_no_threshold_to_turn():
    paths = {one.path for one in adjustable(SOUND)}

    assert "rules.ordinary.threshold.share" in paths
    assert "rules.election.threshold.share" not in paths


def test_the_rule_for_amending_the_charter_is_chosen_in_one_place_only():
    paths = {one.path for one in adjustable(SOUND)}

    assert "charter_rule" in paths
    assert "effects.fill_office" in paths
    assert "effects.amend_charter" not in paths


def test_values_may_come_as_a_form_gives_them():
    charter = adjusted(
        SOUND,
        {
            "rules.ordinary.voting_days": " 10 ",
            "rules.change.threshold.share": "3/4",
            "rules.change.threshold.strict": "false",
            "public": ["charter", "officers"],
            "name.en": "Hillside tenants",
            "words.member.en": "comrade",
            "purpose.en": "One.\r\nTwo.",
        },
    )

    assert isinstance(charter, Charter)
    assert charter.rule("ordinary").voting_days == 10
    assert charter.rule("change").threshold.share == Fraction(3, 4)
    assert not charter.rule("change").threshold.strict
    assert charter.public == {"charter", "officers"}
    assert charter.words == {"member": local_text(en="comrade")}
    assert charter.purpose == local_text(en="One.\nTwo.")


def test_values_may_come_as_plain_data():
    charter = adjusted(
        SOUND,
        {
            "rules.ordinary.voting_days": 10,
            "rules.change.threshold.strict": False,
            "public": (),
        },
    )

    assert isinstance(charter, Charter)
    assert charter.rule("ordinary").voting_days == 10
    assert charter.public == frozenset()


def test_nothing_chosen_may_come_as_an_empty_text():
    charter = adjusted(SOUND, {"public": ""})

    assert isinstance(charter, Charter)
    assert charter.public == frozenset()


def test_a_text_can_be_said_in_one_more_language():
    charter = replace(SOUND, languages=("en", "es"))

    changed = adjusted(charter, {"name.es": "Ribera", "words.member.es": "vecina"})

    assert isinstance(changed, Charter)
    assert changed.name == local_text(en="Riverside tenants", es="Ribera")
    assert changed.words == {"member": local_text(es="vecina")}


def test_a_text_can_be_taken_out_of_a_language():
    charter = replace(SOUND, languages=("en", "es"), name=local_text(en="A", es="B"))

    changed = adjusted(charter, {"name.es": ""})

    assert isinstance(changed, Charter)
    assert changed.name == local_text(en="A")


def test_a_text_that_says_nothing_yet_can_be_written():
    changed = adjusted(replace(SOUND, purpose=LocalText()), {"purpose.en": "Homes."})

    assert isinstance(changed, Charter)
    assert changed.purpose == local_text(en="Homes.")


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (
            "rules.ordinary.voting_days",
            "soon",
            "rules.ordinary.voting_days is “soon”. Write a whole number.",
        ),
        (
            "rules.ordinary.quorum.share",
            "3/2",
            "rules.ordinary.quorum.share is “3/2”. Write a share from 0 to 1 as a "
            "fraction, such as 1/2 or 2/3.",
        ),
        ("public", "everything", "public is “everything”. Choose from: "),
        (
            "rules.change.threshold.strict",
            "maybe",
            "rules.change.threshold.strict is “maybe”. Write true or false.",
        ),
        ("time_zone", "", "time_zone is missing. Write it down."),
        ("time_zone", "  ", "time_zone is missing. Write it down."),
        ("name.en", "", "name is missing. Write it down."),
        ("time_zone", "Riverside", "There is no time zone “Riverside”."),
        ("kind", "x", "kind is not a setting that can be changed here."),
        ("rules.x.method", "x", "rules.x.method is not a setting that can be changed"),
        ("name", "x", "name is not a setting that can be changed here."),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_place(path, value, words):
    (objection,) = words_of(adjusted(SOUND, {path: value}))

    assert objection.startswith(words)


@pytest.mark.parametrize("path", ["", "rules", "rules.ordinary", "words.member.en.x.y"])
def test_a_path_to_nowhere_has_no_setting(path):
    assert place_of(path) is None


def test_two_amendments_decided_side_by_side_both_hold():
    one, other = {"place": "Riverside"}, {"rules.ordinary.voting_days": "9"}

    first = adjusted(SOUND, one)
    assert isinstance(first, Charter)
    both = adjusted(first, other)

    assert both == replace(with_rule(SOUND, "ordinary", voting_days=9), **one)


def test_every_setting_has_a_label():
    keys = SETTINGS.keys() - {"charter.bylaws"}
    labels = (f"setting_{key.replace('.', '_')}" for key in keys)

    assert all(label in ENGLISH for label in labels)
