"""A setting is declared once; what people write, turn and read of it follows."""

import string

import pytest
from tests.rules.sayings import ENGLISH

from commonweal.rules.charters.settings import SETTINGS, label_of, place_of
from commonweal.rules.charters.told import all_told
from commonweal.rules.sentence import Plural, Words, local_text
from commonweal.rules.setting import Setting, declared
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.franchise import Franchise

DECLARED = sorted(SETTINGS.items())


def facts_named(words: Words) -> set[str]:
    texts = (words.one, words.many) if isinstance(words, Plural) else (words,)
    return {
        name for text in texts for _, name, *_ in string.Formatter().parse(text) if name
    }


@pytest.mark.parametrize(("key", "setting"), DECLARED)
def test_every_setting_has_a_label_that_people_can_read(key, setting):
    path = {
        "class": "classes.one.",
        "franchise": "franchises.one.",
        "rule": "rules.one.",
        "office": "offices.one.",
        "competence": "competences.one.",
        "standard": "standards.one.",
        "act": "acts.one.",
        "pause": "pauses.one.",
    }
    first, _, rest = key.partition(".")
    name = path.get(first, "" if first == "charter" else f"{first}.") + rest
    detail = ".en" if setting.in_each_language or setting.keyed else ""

    place = place_of((name + detail).replace("..", "."))

    assert place is not None
    assert place.key == key
    assert label_of(place).id in ENGLISH


@pytest.mark.parametrize(("key", "setting"), DECLARED)
def test_a_setting_that_is_a_sentence_names_no_fact_but_its_own(key, setting: Setting):
    assert facts_named(setting.says) <= {setting.fact}
    assert not facts_named(setting.says_not)
    assert setting.says or not setting.says_not


def test_settings_are_said_in_the_order_they_are_declared():
    rule = DecisionRule("r", local_text(en="R"), "all", voting_days=3, notice_days=0)

    assert [one.id for one in all_told(rule, "rule")] == [
        "prose_rule_deliberation_days",
        "prose_rule_notice_days_not",
        "prose_rule_voting_days",
        "prose_rule_in_force_after_days_not",
        "prose_rule_review_after_days_not",
    ]


def test_only_what_has_no_usual_value_must_be_written():
    must = [one.name for one in declared(Franchise) if one.required]

    assert must == ["name", "classes"]
