"""What a stranger needs to distrust us runs without a node, as `pip install` gives it.

Whoever only counts and verifies has none of what the extra `[node]` brings.
"""

import json
import re
import subprocess
import sys
import tomllib
import venv

import pytest
from tests.interfaces.cli.panels import written
from tests.interfaces.cli.test_count_bundle import a_motion
from tests.interfaces.cli.test_verify import a_journal
from tests.interfaces.cli.test_verify_draws import a_draw
from tests.machine import ROOT

from commonweal.interfaces.cli import main as door

EXAMPLES = ROOT / "docs" / "how-to" / "examples"
ALONE = ["count", "verify", "verify-journal", "verify-roll", "draw", "apportion"]
MODULES = {"markdown-it-py": "markdown_it", "django-ninja": "ninja"}

# Put before a program: as if what the extra brings had never been installed.
BARE = """
import importlib.abc, sys
class NotInstalled(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {names!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, NotInstalled())
"""


def extra():
    """Give the modules that only the extra brings."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = project["optional-dependencies"]["node"]
    packages = [re.split(r"[\[<>=]", one)[0] for one in named]
    return sorted(MODULES.get(one, one.replace("-", "_")) for one in packages)


def run_bare(program, **said):
    return subprocess.run(
        [sys.executable, "-c", BARE.format(names=extra()) + program],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src")},
        **said,
    )


def test_every_rule_loads_without_a_node():
    program = (
        "import pkgutil, commonweal.rules as rules\n"
        "found = list(pkgutil.walk_packages(rules.__path__, 'commonweal.rules.'))\n"
        "for one in found: __import__(one.name)\n"
        "print(len(found))\n"
    )

    ran = run_bare(program)

    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) > 100


@pytest.mark.parametrize("word", ALONE)
def test_what_strangers_need_says_how_it_is_used_without_a_node(word):
    ran = run_bare(
        "from commonweal.interfaces.cli.main import main\n"
        f"raise SystemExit(main([{word!r}, '--help']))"
    )

    assert ran.returncode == 0, ran.stderr
    assert f"commonweal {word}" in ran.stdout


def test_an_election_is_counted_without_a_node():
    file = str(EXAMPLES / "the-entrance-2015.soi")

    ran = run_bare(
        "from commonweal.interfaces.cli.main import main\n"
        f"raise SystemExit(main(['count', {file!r}, '--compare']))"
    )

    assert ran.returncode == 0, ran.stderr
    assert "MEHAN David" in ran.stdout


def test_a_count_is_drawn_and_written_as_a_table_without_a_node(tmp_path):
    files = ["--csv", str(tmp_path / "a.csv"), "--picture", str(tmp_path / "a.svg")]
    words = ["count", str(EXAMPLES / "the-entrance-2015.soi"), *files]

    ran = run_bare(
        "from commonweal.interfaces.cli.main import main\n"
        f"raise SystemExit(main({words!r}))"
    )

    assert ran.returncode == 0, ran.stderr
    assert "flow-moved" in (tmp_path / "a.svg").read_text()
    assert "MEHAN David" in (tmp_path / "a.csv").read_text()


def test_each_kind_of_file_is_verified_without_a_node(tmp_path, capfd):
    bundle, journal = tmp_path / "bundle.json", tmp_path / "journal.json"
    bundle.write_text(json.dumps(a_motion(40, 12)))
    journal.write_text(json.dumps(a_journal()))
    draw = tmp_path / "draw.json"
    draw.write_text(json.dumps(a_draw(capfd, written(tmp_path))))

    for file in (bundle, journal, draw):
        ran = run_bare(
            "from commonweal.interfaces.cli.main import main\n"
            f"raise SystemExit(main(['verify', {str(file)!r}]))"
        )
        assert ran.returncode == 0, ran.stderr
        assert "Nothing is wrong." in ran.stdout


def test_what_needs_a_node_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr(door, "find_spec", lambda name: None)

    assert door.main(["doctor"]) == 2
    assert "commonweal[node]" in capsys.readouterr().err


def test_the_tutorial_prints_what_it_says():
    page = (ROOT / "docs" / "tutorial-count.md").read_text()
    program = re.search(r"```python\n(.*?)```", page, re.DOTALL)[1]
    printed = re.search(r"```text\n(.*?)```", page, re.DOTALL)[1]

    ran = run_bare(program, cwd=EXAMPLES)

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == printed
    assert len([line for line in program.splitlines() if line]) <= 10


@pytest.mark.long
def test_a_fresh_environment_counts_after_installing_what_was_built(tmp_path):
    uv = [sys.executable, "-m", "uv"]
    built = run([*uv, "build", "--wheel", "--out-dir", str(tmp_path), str(ROOT)])
    if built.returncode:
        pytest.skip(f"no index to build from: {built.stderr[-300:]}")
    venv.create(tmp_path / "fresh", with_pip=False)
    bin_ = tmp_path / "fresh" / "bin"
    [wheel] = tmp_path.glob("*.whl")
    fresh = ["--python", str(bin_ / "python"), "-c", str(ROOT / "requirements.lock")]
    installed = run([*uv, "pip", "install", *fresh, str(wheel)])
    if installed.returncode:
        pytest.skip(f"no index to install from: {installed.stderr[-300:]}")

    file = str(EXAMPLES / "the-entrance-2015.soi")
    counted = run([str(bin_ / "commonweal"), "count", file])
    refused = run([str(bin_ / "commonweal"), "doctor"])

    assert "MEHAN David" in counted.stdout
    assert refused.returncode == 2
    assert "commonweal[node]" in refused.stderr
    assert run([str(bin_ / "python"), "-c", "import django"]).returncode


def run(words):
    return subprocess.run(words, capture_output=True, text=True, check=False)
