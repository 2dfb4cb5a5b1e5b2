"""The shape itself: every house rule that linters cannot express, and that it bites."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.architecture import joints, manners, shape, tidiness, words
from tests.machine import ROOT

RULES = "src/commonweal/rules/voting/sample.py"
ACTIONS = "src/commonweal/foundation/people/actions.py"
VIEWS = "src/commonweal/interfaces/web/people/views.py"
TABLE = "src/commonweal/rules/voting/sentences.py"
MODELS = "src/commonweal/foundation/people/models.py"
WORDS = 'SENTENCES = {"too_late": N_("Voting closed at {when}.")}\n'


class Rule(NamedTuple):
    """A check, and a small tree that breaks it in exactly one place."""

    check: Callable[[Path], list[str]]
    broken: Mapping[str, str]
    kept: Mapping[str, str] = {}


def _wide(count: int) -> str:
    return f"def f({', '.join(f'a{n}: int' for n in range(count))}): ...\n"


HOUSE_RULES = {
    "a module fits in one sitting": Rule(
        shape.long_modules, {RULES: "x = 1\n" * 301}, {RULES: "x = 1\n" * 300}
    ),
    "a function fits on a screen": Rule(
        shape.long_functions,
        {RULES: "def f():\n" + "    x = 1\n" * 40},
        {RULES: "def f():\n" + "    x = 1\n" * 39},
    ),
    "a function can be followed": Rule(
        shape.tangled_functions,
        {RULES: "def f(x):\n" + "    if x: x = 1\n" * 8},
        {RULES: "def f(x):\n" + "    if x: x = 1\n" * 7},
    ),
    "a function asks for few things": Rule(
        shape.wide_functions, {RULES: _wide(7)}, {RULES: _wide(6)}
    ),
    "a signature says what it takes": Rule(
        shape.shapeless_arguments,
        {RULES: "def f(**kwargs: int): ...\n"},
        {RULES: "def f(*verdicts: Verdict, **facts: Fact): ...\n"},
    ),
    "imports stand at the top, where they are seen": Rule(
        shape.hidden_imports,
        {RULES: "def f():\n    import json\n"},
        {RULES: "import json\n"},
    ),
    "imports say from where": Rule(
        shape.relative_imports, {RULES: "from . import verdict\n"}
    ),
    "a module opens with what it is for": Rule(
        shape.untold_modules, {RULES: "x = 1\n"}, {RULES: '"""For members."""\nx = 1\n'}
    ),
    "only interfaces read the clock, so that any past decision can be re-run": Rule(
        manners.clock_readers,
        {ACTIONS: "at = timezone.now()\n"},
        {VIEWS: "at = timezone.now()\n", ACTIONS: "day = localdate(at)\n"},
    ),
    "interfaces never touch tables": Rule(
        manners.table_touchers,
        {VIEWS: "Person.objects\n"},
        {ACTIONS: "Person.objects.get()\n"},
    ),
    "only named doors lead out of this machine": Rule(
        manners.ways_out,
        {ACTIONS: "from urllib import request\n"},
        {
            "src/commonweal/foundation/backups/stores.py": "import obstore\n",
            ACTIONS: "from urllib.parse import urlsplit\n",
        },
    ),
    "letters are sent by their own job alone": Rule(
        manners.ways_out,
        {ACTIONS: "from django.core.mail.backends.smtp import EmailBackend\n"},
        {
            "src/commonweal/foundation/people/jobs.py": (
                "from django.core.mail import EmailMessage\n"
            )
        },
    ),
    "no time comes from the database unasked": Rule(
        manners.stamped_by_the_database,
        {ACTIONS: "models.DateTimeField(auto_now_add=True)\n"},
    ),
    "no deed hides in a signal": Rule(
        manners.hidden_writes,
        {ACTIONS: "from django.db.models.signals import post_save\n"},
    ),
    "no deed hides in a save made over": Rule(
        manners.hidden_writes,
        {ACTIONS: "class A(Model):\n    def save(self): ...\n"},
    ),
    "no code knows the name of a kind": Rule(
        manners.kinds_named,
        {"src/commonweal/kinds/time_bank.toml": "", ACTIONS: 'kind == "time_bank"\n'},
        {
            "src/commonweal/kinds/time_bank.toml": "",
            "src/commonweal/demo/cast.py": 'kind = "time_bank"\n',
        },
    ),
    "a kind is named so that code cannot say it by chance": Rule(
        manners.short_named_kinds, {"src/commonweal/kinds/union.toml": ""}
    ),
    "a file plays one of the known roles": Rule(
        manners.stray_roles,
        {
            "src/commonweal/foundation/people/__init__.py": "",
            "src/commonweal/foundation/people/utils.py": "",
        },
        {
            "src/commonweal/foundation/people/__init__.py": "",
            "src/commonweal/foundation/people/queries/__init__.py": "",
            ACTIONS: "",
        },
    ),
    "every sentence has words": Rule(
        words.sentences_without_words,
        {TABLE: WORDS, RULES: 'refused("too_early")\n'},
        {TABLE: WORDS, RULES: 'refused("too_late", when=at)\n'},
    ),
    "every line of the journal has words": Rule(
        words.sentences_without_words,
        {ACTIONS: 'journal.record("put_proposal", by=by, at=at)\n'},
        {
            TABLE: 'LINES = {"journal.put_proposal": N_("{by} put it.")}',
            ACTIONS: 'journal.record("put_proposal", by=by, at=at)\n',
        },
    ),
    "a sentence is said with the facts its words name": Rule(
        words.words_without_facts,
        {TABLE: WORDS, RULES: 'Sentence("too_late", {"who": by})\n'},
        {TABLE: WORDS, RULES: 'Sentence("too_late", {"when": at})\n'},
    ),
    "no words stay behind when nobody says them": Rule(
        words.words_nobody_says,
        {TABLE: WORDS},
        {TABLE: WORDS, RULES: 'refused(f"too_{when}")\n'},
    ),
    "one id has one wording": Rule(
        words.words_said_twice, {TABLE: WORDS, RULES: WORDS}
    ),
    "every model is a word in the glossary": Rule(
        joints.models_without_meaning,
        {
            "docs/glossary.md": "`Person`",
            MODELS: "class Ghost(models.Model): 0",
        },
        {
            "docs/glossary.md": "`Person`",
            MODELS: "class Person(models.Model): 0",
        },
    ),
    "every folder of a layer stands in docs/architecture.md": Rule(
        manners.subjects_without_line,
        {
            "docs/architecture.md": "`people`",
            "src/commonweal/foundation/people/__init__.py": "",
            "src/commonweal/foundation/ghosts/__init__.py": "",
        },
        {
            "docs/architecture.md": "`people`",
            "src/commonweal/foundation/people/__init__.py": "",
        },
    ),
    "the project speaks only of itself": Rule(
        tidiness.foreign_words, {"README.md": "see " + tidiness.MACHINE_PATHS[0]}
    ),
    "no secret is committed": Rule(
        tidiness.secrets, {"deploy/key.txt": "-----BEGIN " + "PRIVATE KEY-----"}
    ),
    "nothing of one machine is committed": Rule(
        tidiness.stray_files, {"var/commonweal.sqlite3": ""}
    ),
}


@pytest.mark.parametrize("name", HOUSE_RULES)
def test_the_tree_keeps_it(name: str) -> None:
    faults = HOUSE_RULES[name].check(ROOT)

    assert not faults, "\n".join(["", *faults])


@pytest.mark.parametrize("name", HOUSE_RULES)
def test_breaking_it_is_seen(name: str, tmp_path: Path) -> None:
    rule = HOUSE_RULES[name]
    broken = _planted(tmp_path / "broken", rule.broken)
    kept = _planted(tmp_path / "kept", rule.kept)

    faults = rule.check(broken)

    assert len(faults) == 1, faults
    assert not rule.kept or rule.check(kept) == []


def _planted(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def test_every_exception_is_about_a_file_there_is() -> None:
    assert manners.idle_exceptions(ROOT) == []


def test_an_exception_for_no_file_and_a_door_that_leads_nowhere_are_found(
    tmp_path: Path,
) -> None:
    door = tmp_path / "src" / "commonweal" / "foundation" / "people" / "jobs.py"
    door.parent.mkdir(parents=True)
    door.write_text('"""Sends nothing."""\n')

    faults = manners.idle_exceptions(tmp_path)

    assert "foundation/people/jobs.py: a door that leads nowhere" in faults
    assert "foundation/backups/stores.py: an exception for no file" in faults
