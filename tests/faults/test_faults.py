"""What was acknowledged is kept, and nothing happens twice, whatever breaks."""

import pytest

from tests.faults.conftest import ON_BOTH_IN_TIME, Play

ON_SQLITE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def test_a_process_killed_while_casting_keeps_a_ballot_or_none(play: Play) -> None:
    report = play("killed_while_casting")

    assert len(report["after_deaths"]) > 5
    for state in report["after_deaths"]:
        assert state["ballots"] == min(state["cast_lines"], 1)
        assert not state["broken"]
    assert report["in_the_end"]["ballots"] == 1


@ON_BOTH_IN_TIME
def test_a_process_killed_while_closing_closes_once(play: Play) -> None:
    report = play("killed_while_closing")

    assert len(report["after_deaths"]) > 5
    for state in report["after_deaths"]:
        # The decision and what it sets in motion come together or not at all.
        assert state["closed_lines"] == state["decisions"] == state["statements"]
        assert not state["broken"]
    in_the_end = report["in_the_end"]
    assert (in_the_end["closed_lines"], in_the_end["decisions"]) == (1, 1)
    assert (in_the_end["ballots"], in_the_end["statements"]) == (3, 1)


def test_eight_writers_at_once_all_get_their_turn(play: Play) -> None:
    report = play("many_writers")

    assert report["failed"] == 0
    assert report["in_the_end"]["ballots"] == 40
    assert report["in_the_end"]["cast_lines"] == 40
    assert not report["in_the_end"]["broken"]


def test_one_member_in_several_browsers_at_once_has_one_ballot(play: Play) -> None:
    report = play("two_browsers")

    assert report["failed"] == 0
    assert report["ballots"] == 1
    assert report["cast_lines"] == 5
    assert report["closed_lines"] == 1
    assert not report["broken"]
    assert report["kept"] in {"yes", "no", "abstain"}


@ON_SQLITE
def test_a_page_on_a_full_disk_says_so_in_a_sentence(play: Play) -> None:
    report = play("page_on_a_full_disk")

    assert report["status"] >= 500
    assert "kept whole or not at all" in report["said"]
    assert report["reading"] == 200
    assert report["while_full"] == report["before"]
    assert report["again"] == 302
    assert report["in_the_end"]["ballots"] == report["before"]["ballots"] + 1
    assert not report["in_the_end"]["broken"]


@ON_SQLITE
def test_a_full_disk_refuses_and_loses_nothing(play: Play) -> None:
    report = play("disk_full")

    assert 0 < report["acknowledged"] < 30
    assert report["while_full"]["ballots"] == report["acknowledged"]
    assert report["while_full"]["cast_lines"] == report["acknowledged"]
    assert not report["while_full"]["broken"]
    assert report["in_the_end"]["ballots"] == 30


@ON_SQLITE
def test_a_database_put_back_to_before_is_found_by_who_wrote_down_a_hash(
    play: Play,
) -> None:
    report = play("restored_backup")

    assert report["in_the_end"]["ballots"] == 0
    assert not report["in_the_end"]["broken"]
    assert report["found"]
