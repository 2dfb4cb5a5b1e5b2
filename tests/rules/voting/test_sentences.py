"""Everything a count may say has words, and no words are left that nobody says."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from commonweal.rules import voting
from commonweal.rules.budgeting.sentences import SENTENCES as OF_BUDGETS
from commonweal.rules.sentence import Plural
from commonweal.rules.voting.ballots import Ballot, Contest, Ranking
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.rule_sentences import SENTENCES as OF_RULES
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render

SOURCE = Path(voting.__file__).parents[2]
SAYERS = [
    SOURCE / "rules" / "consensus" / "weighing.py",
    *sorted((SOURCE / "rules" / "voting").rglob("*.py")),
    *sorted((SOURCE / "interfaces" / "cli").glob("count*.py")),
]


def strings_in(path: Path) -> Iterator[str]:
    """Give every string a module holds, as a pattern: what it fills in may be any."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(
                re.escape(part.value) if isinstance(part, ast.Constant) else r"\w+"
                for part in node.values
            )
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in inner
        ):
            yield re.escape(node.value)


@pytest.fixture(scope="module")
def said() -> set[str]:
    tables = {"sentences.py", "sentences_methods.py", "sentences_steps.py"}
    tables |= {"rule_sentences.py", "sentences_files.py"}
    return {
        text for path in SAYERS if path.name not in tables for text in strings_in(path)
    }


def test_no_words_are_left_that_nobody_says(said):
    patterns = sorted(text for text in said if re.search("[a-z]{3}", text))
    # Thousands of patterns are read once together, and not each for every sentence.
    anything_said = re.compile("|".join(patterns))

    unsaid = [name for name in SENTENCES if not anything_said.fullmatch(name)]

    assert unsaid == []


def test_every_sentence_named_in_a_count_has_words():
    named = re.compile(
        r'(?:Sentence\(\s*|fault\(\s*[\w.()]+,\s*|_expected",\s*)"(\w+)"'
    )

    missing = {
        name
        for path in SAYERS
        for name in named.findall(path.read_text(encoding="utf-8"))
        if name not in SENTENCES | OF_RULES | OF_BUDGETS
    }

    assert missing == set()


@pytest.mark.parametrize("name", SENTENCES)
def test_words_are_plain_and_can_be_filled(name):
    words = SENTENCES[name]

    for text in (words.one, words.many) if isinstance(words, Plural) else (words,):
        fields = [field for _, field, _, _ in string.Formatter().parse(text) if field]
        assert all(field.isidentifier() for field in fields)
        assert "!" not in text


def test_a_count_of_one_ballot_is_told_of_one_ballot():
    contest = Contest(options=("a", "b"), seats=1, names={"a": "Asha", "b": "Ben"})
    said = Ballot(Ranking((("a",), ("b",))), 1)

    for name in ("irv", "borda"):
        outcome = METHODS[name].count(contest, [said], TieBreaker("lot", "seed"))
        told = [render(step.explanation, SENTENCES) for step in outcome.steps]
        assert not [one for one in told if "1 ballots" in one], told
