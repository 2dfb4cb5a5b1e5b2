"""The door of the command line knows its words and says so."""

import os
from importlib.util import find_spec

from commonweal.interfaces.cli.main import main
from commonweal.interfaces.cli.table import COMMANDS


def test_every_word_has_a_module_and_a_line_of_help():
    for command in COMMANDS.values():
        assert find_spec(command.module)
        assert command.help


def test_help_reads_like_the_readme(capsys):
    assert main(["--help"]) == 0

    said = capsys.readouterr().out
    assert "commonweal count election.blt" in said
    assert all(word in said for word in COMMANDS)


def test_an_unknown_word_is_answered_with_those_that_are_known(capsys):
    assert main(["cuont"]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert "knows no word “cuont”" in said.err
    assert "count" in said.err


def test_numpy_is_asked_for_no_threads_unless_somebody_wants_them(monkeypatch):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    main(["--help"])
    usual = os.environ["OPENBLAS_NUM_THREADS"]

    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "4")
    main(["--help"])

    assert usual == "1"
    assert os.environ["OPENBLAS_NUM_THREADS"] == "4"
