"""Break the rules in one small way after another, and see whether a test notices.

`python -m tests.mutants [MODULE …] [--write]` changes one thing in a module of
`commonweal.rules` (a comparison, a sign, a number, a condition), runs the tests that
are about the module, and puts down each change that none of them noticed: a mutant that
survives. It is a missing test, or it changes nothing that anybody could see; which of
the two, `tests/mutant_reasons.py` says. With `--write` the page of the reference is
written. It takes minutes for each module.

Source: DeMillo, Lipton & Sayward, Hints on test data selection (1978).
"""

import argparse
import ast
import importlib.abc
import importlib.util
import io
import os
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import django
import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.mutant_reasons import REASONS, TESTS
from tests.mutant_trials import Names, in_a_row
from tests.mutating import mutants

# Loaded once, for all the processes that come from this one.
assert np
ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "mutation.md"
# Neither server nor browser is needed to ask the rules, and each start would cost.
PLAINLY = [
    *("-x", "-q", "--noconftest", "-p", "no:cacheprovider", "-W", "ignore"),
    *("-o", "addopts=", "--import-mode=importlib"),
]


class InPlace(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads the changed module where the tests ask for the one it was."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name, self.tree = name, tree

    def find_spec(self, name, path=None, target=None):  # type: ignore[no-untyped-def]
        """Find it, and nothing else."""
        if name != self.name:
            return None
        file = source_of(name)
        if file.name != "__init__.py":
            return importlib.util.spec_from_loader(name, self, origin=name)
        found = importlib.util.spec_from_loader(
            name, self, origin=name, is_package=True
        )
        assert found
        found.submodule_search_locations = [str(file.parent)]
        return found

    def exec_module(self, module) -> None:  # type: ignore[no-untyped-def]
        """Run the changed module."""
        exec(compile(self.tree, self.name, "exec"), module.__dict__)


def source_of(name: str) -> Path:
    """Say where a module stands, or the one that opens a package."""
    there = ROOT / "src" / Path(*name.split("."))
    opens = there / "__init__.py"
    return opens if opens.exists() else there.with_suffix(".py")


def survives(name: str, tree: ast.Module, words: list[str], seconds: int) -> bool:
    """Run the tests in a process of their own; say if none of them noticed."""
    child = os.fork()
    if child == 0:
        os._exit(_run(name, tree, words, seconds))
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


def _run(name: str, tree: ast.Module, words: list[str], seconds: int) -> int:
    # Whoever runs in circles is noticed, too.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    for loaded in [one for one in sys.modules if one.startswith("commonweal.rules")]:
        del sys.modules[loaded]
    sys.meta_path.insert(0, InPlace(name, tree))
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        try:
            return int(pytest.main([*PLAINLY, *words], plugins=[Names()]))
        except BaseException:
            return 1


def main() -> int:
    """Try the modules asked for, tell what survived, and write the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    os.chdir(ROOT)
    # Plugins would be loaded anew for each mutant, and none is needed.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    # Some tests say what a charter asks for in the words of the effects.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonweal.project.settings")
    django.setup()
    settings.register_profile(
        "mutants",
        deadline=None,
        derandomize=True,
        max_examples=50,
        database=None,
        # That a test fails is enough: nobody asks for the smallest example.
        phases=(Phase.explicit, Phase.generate),
        report_multiple_bugs=False,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("mutants")
    found: dict[str, tuple[int, list[str]]] = {}
    for module in asked.modules or TESTS:
        found[module] = tried(module)
        if asked.write:
            write(found)
    unexplained = [
        (module, told)
        for module, (_, survivors) in found.items()
        for told in survivors
        if told not in REASONS.get(module, {})
    ]
    return int(bool(unexplained))


def tried(module: str) -> tuple[int, list[str]]:
    """Try every mutant of a module; give how many there were and which survived."""
    name = f"commonweal.rules.{module}"
    source = source_of(name).read_text()
    found = in_a_row(name, source, [*PLAINLY, *TESTS[module]])
    if found.seconds is None:
        raise SystemExit(f"{module}: its tests fail before anything was changed")
    survivors, number = [], 0
    for number, mutant in enumerate(mutants(source), start=1):
        if number - 1 not in found.left:
            continue
        if survives(name, mutant.tree, TESTS[module], found.seconds):
            survivors.append(mutant.told)
            print(f"{module}: {mutant.told}", flush=True)
    print(f"{module}: {len(survivors)} of {number} survived.", flush=True)
    return number, survivors


def write(found: dict[str, tuple[int, list[str]]]) -> None:
    """Write the page of the reference; what was not tried now stays as it was."""
    rows = dict(_rows_there())
    for module, (number, survivors) in found.items():
        told = [
            f"| `{module}` | {number} | {number - len(survivors)} | {len(survivors)} |"
        ]
        for survivor in survivors:
            why = REASONS.get(module, {}).get(survivor, "?")
            told.append(f"| | {survivor.replace('|', '\\|')} | | {why} |")
        rows[module] = "\n".join(told)
    body = "\n".join(rows[module] for module in TESTS if module in rows)
    PAGE.write_text(f"{OPENING}{body}\n", encoding="utf-8")


OPENING = """\
# Mutants: are the tests of the rules any good

Written by `python -m tests.mutants --write`, which breaks a module in one small way
after another and runs the tests that are about it. A mutant that no test notices
survives. Under each module stand its survivors, each with the reason why nobody could
see a difference, or that it is still open. All others were noticed, some by tests that
were written for them. Modules that are not here were not tried since they last changed.

| module, or survivor | mutants | noticed | survived, or why |
| --- | --- | ---: | --- |
"""


def _rows_there() -> Iterator[tuple[str, str]]:
    """Give the rows of the page by module, as they stand."""
    if not PAGE.exists():
        return
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    module, rows = "", []
    for line in lines[lines.index("| --- | --- | ---: | --- |") + 1 :]:
        if line.startswith("| `"):
            if module:
                yield module, "\n".join(rows)
            module, rows = line.split("`")[1], []
        rows.append(line)
    if module:
        yield module, "\n".join(rows)


if __name__ == "__main__":
    raise SystemExit(main())
