"""Try mutants in a row: tests are collected once, and each mutant has a process.

A mutant is made in memory, by putting the changed code into the function that stands in
the module already: whoever has that function has the mutant, and nothing is read again.
What cannot be made like that, and what survives it, is for `tests.mutants` to try from
the start.
"""

import importlib
import inspect
import io
import json
import os
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from types import CodeType, FunctionType, ModuleType
from typing import NamedTuple

import pytest
from _pytest.runner import runtestprotocol

from tests.mutating import mutants


class Names:
    """Names cases as the tests' own settings do, which are left out here."""

    def pytest_addoption(self, parser: pytest.Parser) -> None:
        """Let tests ask whether there is much time: there is not."""
        parser.addoption("--long", action="store_true")

    def pytest_make_parametrize_id(self, val: object) -> str | None:
        """Name a case by its id."""
        name = getattr(val, "id", None)
        return name if isinstance(name, str) else None


class Found(NamedTuple):
    """The mutants, by number, that are left to be tried from the start.

    The tests may take so many `seconds`, thrice what they need on what is right; None
    where they fail on that already.
    """

    seconds: int | None
    left: list[int]


def in_a_row(name: str, source: str, words: list[str]) -> Found:
    """Try all mutants of a module by the tests that these words to pytest choose."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        trials = _Trials(name, source)
        try:
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                pytest.main(words, plugins=[trials])
            os.write(writes, json.dumps(trials.found).encode())
        finally:
            os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as told:
        found = told.read()
    os.waitpid(child, 0)
    return Found(*json.loads(found)) if found else Found(None, [])


class _Trials(Names):
    """Takes the place of the run of what pytest has collected."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.source = name, source
        self.found = Found(None, [])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, call: pytest.CallInfo[None]) -> None:
        """End at the first failure: nobody reads how it came about."""
        if call.excinfo and not call.excinfo.errisinstance(pytest.skip.Exception):
            os._exit(1)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run what was collected once as it is, then once for each mutant."""
        right, needed = _in_a_process(session, lambda: None, seconds=300)
        if session.testsfailed or not right:
            return True
        seconds, left = 3 + int(3 * needed), []
        module = importlib.import_module(self.name)
        whole = compile(self.source, "", "exec")
        for number, mutant in enumerate(mutants(self.source)):
            swap = _swap(module, whole, compile(mutant.tree, "", "exec"))
            if swap is None or _in_a_process(session, swap, seconds)[0]:
                left.append(number)
        self.found = Found(seconds, left)
        return True


def _in_a_process(
    session: pytest.Session, swap: Callable[[], None], seconds: int
) -> tuple[bool, float]:
    """Say if all tests pass once something is swapped, and how long they took."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            # Whoever runs in circles is noticed, too.
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            signal.signal(signal.SIGXCPU, signal.SIG_DFL)
            swap()
            _run(session.items)
            code = 0
        finally:
            os._exit(code)
    _, status, used = os.wait4(child, 0)
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0, used.ru_utime


def _run(items: list[pytest.Item]) -> None:
    for item, then in zip(items, [*items[1:], None], strict=True):
        runtestprotocol(item, nextitem=then, log=False)


def _swap(
    module: ModuleType, whole: CodeType, changed: CodeType
) -> Callable[[], None] | None:
    """Give what makes a mutant of a module; None if it is not in one function."""
    if _around(whole) != _around(changed):
        return None
    before = dict(_functions(whole))
    different = [
        (name, code)
        for name, code in _functions(changed)
        if _within(code) != _within(before[name])
    ]
    if len(different) != 1:
        return None
    name, code = different[0]
    function = _standing(module, name)
    return None if function is None else lambda: _put(function, code)


def _put(function: FunctionType, code: CodeType) -> None:
    function.__code__ = code


def _parts(code: CodeType) -> Iterator[CodeType]:
    return (part for part in code.co_consts if isinstance(part, CodeType))


def _is_function(code: CodeType) -> bool:
    return bool(code.co_flags & inspect.CO_OPTIMIZED)


def _functions(code: CodeType, before: str = "") -> Iterator[tuple[str, CodeType]]:
    """Give the functions of a module and its classes, but none inside another."""
    for part in _parts(code):
        name = f"{before}{part.co_name}"
        if _is_function(part):
            yield name, part
        else:
            yield from _functions(part, f"{name}.")


def _within(code: CodeType) -> object:
    """Give what a function does, wherever it stands."""
    parts = [
        _within(part) if isinstance(part, CodeType) else repr(part)
        for part in code.co_consts
    ]
    return code.co_code, parts, code.co_names, code.co_varnames


def _around(code: CodeType) -> object:
    """Give what a module and its classes do outside functions."""
    parts = [
        (part.co_name if _is_function(part) else _around(part))
        if isinstance(part, CodeType)
        else repr(part)
        for part in code.co_consts
    ]
    return code.co_code, parts, code.co_names


def _standing(module: ModuleType, name: str) -> FunctionType | None:
    """Find the function that stands in a module, without what is wrapped around it."""
    found: object = module
    for part in name.split("."):
        found = vars(found).get(part)
    if isinstance(found, property):
        found = found.fget
    found = inspect.unwrap(getattr(found, "__func__", found))  # type: ignore[arg-type]
    return found if isinstance(found, FunctionType) else None
