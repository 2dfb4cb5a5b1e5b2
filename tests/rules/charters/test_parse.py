from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.charters.charters import SOUND
from tests.rules.sayings import said

from commonweal.rules.charters.parse import (
    LONGEST_CHARTER,
    CharterError,
    from_tree,
    parse,
)
from commonweal.rules.charters.reading import read_share
from commonweal.rules.charters.toml import to_toml
from commonweal.rules.sentence import Sentence, local_text
from commonweal.rules.voting.decision_rule import Quorum, Support, Threshold

LEAST = """
name = "Riverside tenants"
purpose = "We keep our homes."
basis = "For everybody who rents here."
language = "en"
time_zone = "Europe/Madrid"
ordinary_rule = "ordinary"
charter_rule = "ordinary"

[classes.tenant]
name = "Tenant"

[rules.ordinary]
title = "Ordinary"
"""
WHOLE = f'{LEAST}franchise = "everybody"\n'


def objections(text: str) -> tuple[str, ...]:
    """Say what is wrong with a text as people read it."""
    wrong = what_is_wrong(text)
    assert wrong
    return tuple(said(objection) for objection in wrong)


def what_is_wrong(text: str) -> tuple[Sentence, ...]:
    try:
        parse(text)
    except CharterError as error:
        return error.objections
    return ()


def test_nearly_everything_has_a_default():
    charter = parse(WHOLE)

    rule = charter.rules[0]
    assert rule.quorum == Quorum()
    assert rule.threshold == Threshold("yes_and_no", Fraction(1, 2), strict=True)
    assert rule.support == Support()
    assert (rule.method, rule.ballot, rule.second_call) == ("motion", "open", None)
    assert charter.languages == ("en",)
    assert charter.activity.dormant_after_days is None


@pytest.mark.parametrize(
    ("written", "said_so"),
    [
        (
            "voting_dais = 3",
            "rules.ordinary.voting_dais is not a setting of charters. Did you mean "
            "voting_days?",
        ),
        (
            "qqqq = 3",
            "rules.ordinary.qqqq is not a setting of charters. Take it out, or check "
            "its section.",
        ),
        (
            'voting_days = "3"',
            "rules.ordinary.voting_days is “3”. Write a whole number.",
        ),
        (
            "voting_days = true",
            "rules.ordinary.voting_days is “True”. Write a whole number.",
        ),
        (
            "voting_days = 3.5",
            "rules.ordinary.voting_days is “7/2”. Write a whole number.",
        ),
        (
            "voting_days = -1",
            "rules.ordinary.voting_days is -1. Write a number from 1 to 3,650.",
        ),
        (
            'quorum = { kind = "half" }',
            "rules.ordinary.quorum.kind is “half”. Choose from: none, fixed, "
            "share_of_roll, share_of_active_roll, ballots_cast and positive_votes.",
        ),
        (
            'quorum = { share = "a bit" }',
            "rules.ordinary.quorum.share is “a bit”. Write a share from 0 to 1 as a "
            "fraction, such as 1/2 or 2/3.",
        ),
        (
            'threshold = { strict = "yes" }',
            "rules.ordinary.threshold.strict is “yes”. Write true or false.",
        ),
        (
            "quorum = 3",
            "rules.ordinary.quorum is “3”. Write a section with settings of its own.",
        ),
        ("ballot = 3", "rules.ordinary.ballot is “3”. Choose from: open and secret."),
        (
            "franchise = 3",
            "rules.ordinary.franchise is “3”. Write a text in quotation marks.",
        ),
        (
            'franchise = "All tenants"',
            "rules.ordinary.franchise is “All tenants”. Names here have small letters "
            "a to z, digits and underscores, and begin with a letter.",
        ),
        (
            "second_call = { after_days = 99999 }",
            "rules.ordinary.second_call.after_days is 99,999. Write a number from 0 "
            "to 3,650.",
        ),
        (
            'settings = { "A b" = "c" }',
            "rules.ordinary.settings.A b is “A b”. Names here have small letters a to "
            "z, digits and underscores, and begin with a letter.",
        ),
    ],
)
def test_a_mistake_is_said_with_its_place_and_what_to_write(written, said_so):
    assert objections((LEAST if "franchise" in written else WHOLE) + written) == (
        said_so,
    )


@pytest.mark.parametrize(
    ("written", "said_so"),
    [
        ('language = "English"', "“English” is not a language tag"),
        ('languages = ["en", "x"]', "“x” is not a language tag"),
        ('languages = "en"', "Write a list in square brackets"),
        ('time_zone = ""', "time_zone is missing"),
        ('language = ""', "language is missing"),
        ('time_zone = "Madrid"', "There is no time zone “Madrid”"),
        ('name = { english = "x" }', "“english” is not a language tag"),
        ('public = ["everything"]', "Choose from: charter"),
        ('place = "a\\u202Eb"', "characters that cannot be seen"),
        ('place = "a\\u0000b"', "characters that cannot be seen"),
        (f'name = "{"x" * 10_000}"', "has 10,000 characters; it may have 160"),
        ("rules = 3", "Write a section with settings of its own"),
    ],
)
def test_a_mistake_at_the_top_is_said(written, said_so):
    key = written.split(" ")[0]
    top, table, rest = WHOLE.partition("[classes.tenant]")
    kept = [line for line in top.splitlines() if not line.startswith(f"{key} =")]
    below = "" if key == "rules" else table + rest

    (objection,) = objections("\n".join([written, *kept, below]))

    assert said_so in objection


def test_everything_wrong_is_said_at_once():
    assert objections("") == (
        "name is missing. Write it down.",
        "purpose is missing. Write it down.",
        "basis is missing. Write it down.",
        "language is missing. Write it down.",
        "time_zone is missing. Write it down.",
        "ordinary_rule is missing. Write it down.",
        "charter_rule is missing. Write it down.",
    )


@pytest.mark.parametrize(
    ("text", "said_so"),
    [
        ('name = "open', "Charters are written in TOML"),
        ("a = nope", "Line 1, column"),
        ("a = " + "[" * 5000, "Charters are written in TOML"),
        ("x" * (LONGEST_CHARTER + 1), "has 400,001 characters"),
    ],
)
def test_what_is_not_toml_is_refused(text, said_so):
    (objection,) = objections(text)

    assert said_so in objection


@pytest.mark.parametrize("number", ["inf", "nan", "1e400", "1_0.5"])
def test_numbers_no_charter_can_use_are_refused_in_words(number):
    assert objections(f"{WHOLE}\nvoting_days = {number}")


def test_a_bad_name_of_a_section_is_refused():
    (objection,) = objections(WHOLE + '\n[offices."The Board"]\nname = "Board"')

    assert objection.startswith("offices.The Board is “The Board”")


def test_texts_may_stand_in_several_languages():
    charter = parse(WHOLE.replace('"Tenant"', '{ es = "Inquilina", en = "Tenant" }'))

    assert charter.classes[0].name == local_text(en="Tenant", es="Inquilina")


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("2/3", Fraction(2, 3)),
        ("10 %", Fraction(1, 10)),
        ("12.5%", Fraction(1, 8)),
        ("0.1", Fraction(1, 10)),
        ("1", Fraction(1)),
        (0, Fraction(0)),
        (Fraction(1, 4), Fraction(1, 4)),
        ("1/0", None),
        ("half", None),
        ("", None),
        ("-1/2", None),
    ],
)
def test_shares_are_read_exactly_as_written(written, share):
    assert read_share(written) == share


def test_a_share_written_with_a_point_is_exact():
    charter = parse(WHOLE + "quorum = { kind = 'share_of_roll', share = 0.1 }")

    assert charter.rules[0].quorum.share == Fraction(1, 10)


@given(st.data())
def test_a_charter_with_anything_in_a_place_is_read_or_refused_in_words(data):
    lines = to_toml(SOUND).splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    value = data.draw(
        st.sampled_from(["3", "[]", "true", '""', "{}", '{ a = "b" }', "[[1]]", "0.5"])
    )
    lines[place] = f"{lines[place].split(' = ')[0]} = {value}"

    assert all(said(objection) for objection in what_is_wrong("\n".join(lines)))


def test_a_language_that_is_no_text_is_refused_once():
    with pytest.raises(CharterError) as error:
        from_tree({"language": 3})

    about = [one.facts["where"] for one in error.value.objections]
    assert about.count("language") == 1
