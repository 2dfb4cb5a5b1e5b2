"""How the union runs itself: stewards, a vote too few came to, a quorum, a room."""

from commonweal.capabilities.decisions.actions import Aim, Option
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

STEWARDS = """\
Three stewards for a year. They answer the telephone in turn, keep the list of repairs
and go along when somebody talks to the agency. They decide nothing by themselves.

Put those you would have in your order. Your ballot counts for your first choice as
long as it is of use there, and for the next one after that.
"""
FIRST_SUNDAY = """\
We meet on the first Sunday of the month at eleven in the laundry room of number 7.
There is coffee. Children are welcome and there is somebody to play with them.
"""
QUORUM = """\
Two of us decided when all of us meet. It was the right day, but it was luck: the
charter lets a second vote count however few take part.

- an ordinary decision needs two in five of us, instead of one in ten;
- a second call needs one in five, instead of nobody.

We shall have to knock on more doors. That is what a union is for.
"""
ROOM = """\
The laundry room is cold from November on. Put the rooms in your order; whichever room
would win against each of the others is where we meet until April.
"""
ROOMS = (
    Option("The library, second floor, no lift"),
    Option("The church hall, with heating, four euros an hour"),
    Option("The back room of the Three Ovens bakery, after six"),
    Option("The laundry room, with blankets"),
)
BYLAWS = """\
# How we meet

1. Whoever opens the door chairs, and somebody else the next time.
2. Two minutes each. Those who have not spoken yet come first.
3. What was said about a neighbour's home stays in the room.
4. Coats and coffee are for everybody. So is washing up.
"""


def stewards_are_elected(union: Scene) -> Story:
    """Six stand, three are elected, and the transfers decide the third seat."""
    yield union.days_ago(196, "11:30")
    standing = ["Asha", "Emre", "Halima", "Samir", "Kateryna", "Remei"]
    election = union.proposes(
        "Zoe",
        "Who shall be our stewards this year?",
        STEWARDS,
        aim=Aim("fill_office", {"office": "steward"}),
        options=union.candidates(standing),
    )
    yield from election.gathers("Wen", "Noor")
    yield union.later(2, "19:00")
    election.says("Wen", "Halima keeps better lists than the agency does.")
    yield union.later(0, "19:25")
    election.answers("Halima", "Only because theirs has no names on it.")
    yield from election.ranked(
        {
            **dict.fromkeys(["Yusuf", "Ximena", "Noor", "Hugo"], "c d a"),
            **dict.fromkeys(["Halima", "Wen", "Zoe", "Mateo", "Paco"], "c a"),
            **dict.fromkeys(["Samir", "Jamal", "Daud", "Teresa", "Bruno"], "d e b"),
            **dict.fromkeys(["Asha", "Gloria", "Rosa", "Inés"], "a b"),
            **dict.fromkeys(["Emre", "Oksana", "Iker"], "b a"),
            **dict.fromkeys(["Kateryna", "Lucía"], "e f d"),
            "Remei": "f a e",
        }
    )


def two_decide_for_all(union: Scene) -> Story:
    """A small matter that hardly anybody votes on; it needs a second call."""
    yield union.days_ago(163, "21:00")
    sunday = union.proposes("Gloria", "We meet on the first Sunday", FIRST_SUNDAY)
    yield from sunday.gathers("Zoe", "Lucía")
    yield from sunday.answered(yes=["Gloria"], no=["Hugo"])
    yield sunday.closes
    yield union.later(0, "22:00")
    sunday.says("Zoe", "Two of twenty-five! We shall be asked again in two days.")
    yield from sunday.answered(yes=["Gloria", "Zoe"])


def the_quorum_is_raised(union: Scene) -> Story:
    """So that two do not decide for all again, the charter is changed."""
    yield union.days_ago(143, "20:20")
    changes = {
        "rules.ordinary.quorum.share": "2/5",
        "rules.ordinary.second_call.quorum.kind": "share_of_roll",
        "rules.ordinary.second_call.quorum.share": "1/5",
    }
    raising = union.proposes(
        "Zoe",
        "Two in five of us take part, or nothing is decided",
        QUORUM,
        aim=Aim("amend_charter", {"changes": changes}),
    )
    yield from raising.gathers("Emre", "Samir", "Kateryna")
    yield union.later(3, "10:00")
    raising.says(
        "Hugo", "And when nobody votes in August? Then we cannot decide at all."
    )
    yield union.later(0, "12:30")
    raising.answers(
        "Zoe", "One in five at the second call. That is five doors each way."
    )
    yes = ["Asha", "Emre", "Halima", "Samir", "Kateryna", "Zoe", "Wen", "Noor", "Iker"]
    yield from raising.answered(
        yes=[*yes, "Oksana", "Mateo", "Teresa"], no=["Hugo", "Paco"], abstain=["Rosa"]
    )


def where_to_meet_in_winter(union: Scene) -> Story:
    """Four rooms, and no majority for any; one of them beats every other."""
    yield union.days_ago(98, "18:45")
    room = union.proposes(
        "Teresa",
        "Where do we meet when it is cold?",
        ROOM,
        aim=Aim(rule_id="options"),
        options=ROOMS,
    )
    yield from room.gathers("Rosa", "Mateo", "Inés")
    yield union.later(1, "11:10")
    room.says("Teresa", "I cannot climb to the second floor, with or without a lift.")
    yield union.later(1, "20:00")
    room.says("Daud", "The bakery costs nothing and smells of bread.")
    yield from room.ranked(
        {
            **dict.fromkeys(["Zoe", "Wen", "Hugo", "Noor"], "a c b d"),
            **dict.fromkeys(["Teresa", "Rosa", "Paco", "Iker", "Inés"], "b c d a"),
            **dict.fromkeys(["Daud", "Asha", "Emre"], "c b d a"),
            **dict.fromkeys(["Gloria", "Lucía"], "d c a b"),
        }
    )


def house_rules(union: Scene) -> Story:
    """The union writes down how it meets, beside the charter."""
    yield union.days_ago(56, "12:00")
    rules = union.proposes(
        "Kateryna",
        "How we meet: four house rules",
        "They have been on the wall since the first winter. Now they stand where "
        "somebody new can read them.",
        aim=Aim("amend_charter", {"changes": {}, "bylaws": BYLAWS}),
    )
    yield from rules.gathers("Gloria", "Daud", "Mateo")
    yield union.later(2, "17:00")
    rules.says("Gloria", "The fourth one is the most important one.")
    yes = ["Asha", "Emre", "Gloria", "Daud", "Mateo", "Kateryna", "Halima", "Rosa"]
    yield from rules.answered(yes=[*yes, "Inés", "Yusuf", "Zoe"])
