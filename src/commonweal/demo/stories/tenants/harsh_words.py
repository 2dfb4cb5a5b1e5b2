"""Harsh words in the discussion of the lift, and how they were dealt with."""

from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

HARSH = "Teresa only complains because she is too lazy to take the stairs."


def harsh_words(union: Scene) -> Story:
    """Words are reported, hidden with a reason, asked back, and come back."""
    yield union.days_ago(60, "19:00")
    ladder = union.proposes("Jamal", "We buy a ladder of our own", "One, two metres.")
    ladder.says("Paco", HARSH)
    yield union.later(0, "20:00")
    ladder.reported_by("Teresa", "I have a bad knee, and he knows it.")
    yield union.later(1, "09:00")
    ladder.hidden_by(union.a_steward(), "It is about a neighbour, not about a ladder.")
    yield union.later(1, "10:00")
    ladder.asked_back_by("Paco", "It was a joke. I take the word lazy back.")
    yield union.later(1, "18:30")
    ladder.given_back_by(union.a_steward(1), "Said in anger, and regretted. Let it be.")
