"""A secret ballot is kept whole or not at all, and nobody finds out whose it was."""

from tests.faults.conftest import ON_BOTH_IN_TIME, Play

# Twelve ballots laid out by chance: eight or more right is once in a hundred thousand.
MORE_THAN_CHANCE = 8


@ON_BOTH_IN_TIME
def test_a_process_killed_while_casting_keeps_mark_and_ballot_or_neither(
    play: Play,
) -> None:
    report = play("killed_while_casting_in_secret", of="secret_stories")

    assert len(report["after_deaths"]) > 5
    for state in report["after_deaths"]:
        assert state["envelopes"] == state["marks"] <= 1
        assert state["cast_lines"] == 0
        assert not state["broken"]
    end = report["in_the_end"]
    assert (end["envelopes"], end["marks"]) == (1, 1)


@ON_BOTH_IN_TIME
def test_a_process_killed_while_closing_counts_each_ballot_once(play: Play) -> None:
    report = play("killed_while_closing_in_secret", of="secret_stories")

    assert len(report["after_deaths"]) > 5
    for state in report["after_deaths"]:
        closed = state["closed_lines"]
        assert closed == state["decisions"] == state["statements"]
        assert (state["envelopes"], state["secret_ballots"]) == (
            (0, 6) if closed else (6, 0)
        )
        # As long as there are envelopes there is the key that opens them.
        assert state["keys"] == 1 or closed
        assert not state["broken"]
    end = report["in_the_end"]
    assert (end["closed_lines"], end["secret_ballots"], end["keys"]) == (1, 6, 0)
    assert report["turnout"] == 6


def test_whoever_holds_the_machine_cannot_link_a_ballot_to_its_voter(
    play: Play,
) -> None:
    report = play("operator_looks", of="secret_stories")

    # The attack works, where nobody has thought of it.
    assert report["naive"]["place"] == report["voters"]
    assert report["naive"]["transaction"] == report["voters"]
    assert report["naive"]["log"] == report["voters"]
    assert report["naive_sequences"] == ["naive_ballot", "naive_mark"]
    # And finds no more than chance would in a secret vote that is over.
    assert max(report["found"].values()) < MORE_THAN_CHANCE, report["found"]
    assert report["cast_lines"] == 0
    assert report["sequences"] == []
    assert report["lengths"] == 1
    assert report["left"] == [0, 0]
    assert len(report["days"]) == 1
    # A copy made before the end opens nothing: the key was never in it, and is gone.
    assert not report["key_in_copy"]
    assert not report["key_afterwards"]
    assert not report["opened_afterwards"]
