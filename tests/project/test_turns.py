"""Requests take turns, and nobody is held up for long by somebody who takes long."""

from threading import Event, Thread

import pytest

from commonweal.project import turns
from commonweal.project.turns import in_turns, stepped_aside

SOON = 5


@pytest.fixture
def patient(monkeypatch):
    """Let everybody wait for a turn as long as it takes."""
    monkeypatch.setattr(turns, "PATIENCE", SOON)


def ran(answer):
    """Run a request in a thread of its own."""
    thread = Thread(target=lambda: in_turns(answer)({}, None), daemon=True)
    thread.start()
    return thread


def test_a_request_begins_when_the_one_before_it_is_over(patient):
    begun, may_end, seen = Event(), Event(), []

    def first(_environ, _start):
        begun.set()
        may_end.wait(SOON)
        seen.append("first")

    one = ran(first)
    begun.wait(SOON)
    other = ran(lambda *_: seen.append("second"))
    may_end.set()
    one.join(SOON)
    other.join(SOON)

    assert seen == ["first", "second"]


def test_who_waits_for_the_disk_lets_others_run(patient):
    aside, over, seen = Event(), Event(), []

    def first(_environ, _start):
        with stepped_aside():
            aside.set()
            over.wait(SOON)
        seen.append("first")

    one = ran(first)
    aside.wait(SOON)
    ran(lambda *_: seen.append("second")).join(SOON)
    over.set()
    one.join(SOON)

    assert seen == ["second", "first"]


def test_nobody_waits_long_for_a_page_that_takes_long():
    begun, over = Event(), Event()

    def long(_environ, _start):
        begun.set()
        over.wait(SOON)

    one = ran(long)
    begun.wait(SOON)
    other = ran(lambda *_: None)
    other.join(SOON)

    assert one.is_alive()
    assert not other.is_alive()
    over.set()
    one.join(SOON)


def test_a_request_that_breaks_gives_its_turn_up(patient):
    def broken(_environ, _start):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        in_turns(broken)({}, None)
    other = ran(lambda *_: None)
    other.join(SOON)

    assert not other.is_alive()


def test_who_has_no_turn_has_none_to_give_up(patient):
    with stepped_aside():
        assert in_turns(lambda *_: "answered")({}, None) == "answered"
    assert in_turns(lambda *_: "again")({}, None) == "again"
