"""A decision goes on for phones that have not answered, and needs enough who did."""

from tests.rules.assemblies.rooms import ROLL, at, opened, reasons, room, where
from tests.rules.assemblies.test_phones import END, begun, counted, decision, says, why

from commonweal.rules.assemblies import events as deeds
from commonweal.rules.assemblies.counting import Hands


def test_phones_have_some_minutes_before_a_decision_ends_without_them():
    """Whoever leads could else say yes themselves, and end it in the same second."""
    events = [*begun(*ROLL), says("asha", "yes", 2)]

    def ends(minute, second=0):
        end = deeds.DecisionEnded("asha", at(minute, second))
        return reasons(where(room(), [*events, end]))

    assert ends(2) == ends(4, 59) == ["phones_have_time"]
    assert ends(5) == []
    answered = [*events, *(says(of, "no", 2) for of in ROLL if of != "asha")]
    end = deeds.DecisionEnded("asha", at(2, 1))
    assert decision([*answered, end]).result == Hands(1, 0, 0) + Hands(
        0, len(ROLL) - 1, 0
    )


def test_hands_that_are_counted_do_not_shut_out_phones_that_have_not_answered():
    events = [*begun("chidi", "dora", "emil"), *counted(2)]
    early = [deeds.Counted(of, 2, 0, 0, at(2)) for of in ("asha", "ben")]

    at_once = deeds.DecisionEnded("asha", at(2))
    for end in (at_once, deeds.DecisionEnded("asha", at(2), "So.")):
        now = where(room(), [*begun("chidi", "dora", "emil"), *early, end])
        assert reasons(now) == ["phones_have_time"]
    assert decision([*events, END]).result == Hands(2, 0, 0)


def test_a_decision_in_which_too_few_took_part_is_broken_off():
    most = {"quorum_least": len(ROLL) - 1}
    events = [*begun("chidi", "dora", "emil"), says("chidi", "yes"), *counted(3)]
    assert why(*events[len(opened(*ROLL)) :], END, **most) == "too_few_took_part"

    off = deeds.DecisionEnded("asha", at(5), "Two phones are dead.")
    ended = decision([*events, off], **most)

    assert (ended.result, ended.broken_off) == (None, "Two phones are dead.")
    enough = [*events, says("dora", "abstain"), off]
    assert decision(enough, **most).result == Hands(4, 0, 1), (
        "two counted, all the same"
    )
