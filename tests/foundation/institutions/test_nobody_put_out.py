"""Nobody ends the membership of another: whoever builds that meets these tests first.

A way to put somebody out needs a rule that keeps it from shaping the roll of a vote
that is announced, an appeal, and a day; `docs/adr/0068` says what holds until then.
"""

import ast
import re

from commonweal.foundation import effects
from tests.machine import ROOT

SOURCE = ROOT / "src" / "commonweal"
LEAVES = "foundation/institutions/actions/joining.py"
# Each takes out who does it: themselves, or a place kept for them.
BY_THEMSELVES = {
    # Whoever speaks for a body is called home by it, and belongs there as before; what
    # delegates decide among themselves binds no body.
    "capabilities/confederation/actions/delegates.py",
    "demo/scene.py",
    "foundation/institutions/actions/changing.py",
    "foundation/institutions/actions/joining.py",
    # All at once, when the time to part that members decided on is over.
    "foundation/institutions/actions/parting.py",
    "interfaces/api/operations/members.py",
    "interfaces/web/institutions/views/people.py",
}


def modules():
    for path in SOURCE.rglob("*.py"):
        if "migrations" not in path.parts:
            yield str(path.relative_to(SOURCE)), ast.parse(path.read_text("utf-8"))


def sets_leaving(tree):
    """Say whether a module writes when somebody left."""
    named = (
        one.attr
        for one in ast.walk(tree)
        if isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Store)
    )
    return "left_at" in named


def calls_leave(tree):
    called = (one.func for one in ast.walk(tree) if isinstance(one, ast.Call))
    names = (getattr(one, "attr", getattr(one, "id", "")) for one in called)
    return any(re.fullmatch(r"_?leave|take_out", name) for name in names)


def test_only_leaving_writes_that_somebody_left():
    assert [name for name, tree in modules() if sets_leaving(tree)] == [LEAVES]


def test_only_who_leaves_sets_that_in_motion():
    assert {name for name, tree in modules() if calls_leave(tree)} == BY_THEMSELVES


def test_no_decision_ends_or_suspends_a_membership():
    named = " ".join(effects.names())

    assert not re.search("expel|exclude|suspend|remove|dismiss", named)
