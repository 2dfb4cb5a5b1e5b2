"""What is going on in the union today."""

from commonweal.capabilities.decisions.actions import Aim, Option
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

LEASES = """\
The agency sends new leases to one staircase after another: four hundred euros more, a
fee for the key, and out in a year. Whoever signs first sets the price for the rest.

Until the owner has met the stewards **nobody signs a new lease**. Who gets one brings
it to a steward on the same day. We answer with one letter for all.
"""
FUND = """\
One euro a month from whoever can. Out of it we lend up to two hundred euros to a
neighbour whose wages came late, without interest and without a form.
"""
REPAIRS = """\
One list of repairs for the whole street, on the board of number 7 and here. Each line
says what is broken, since when, and what the agency answered.
"""
REPAIRS_AS_IT_READS = """\
One list of repairs for the whole street, on the board of number 7 and here. Each line
says what is broken, since when, and what the agency answered. **No names and no flat
numbers**: the staircase is enough.

On the first of each month the stewards send the whole list to the agency.
"""
BANK = """\
The fund needs a place. Put them in your order.
"""
BANKS = (
    Option("The credit union in the next valley"),
    Option("A common account at the savings bank"),
    Option("Halima's tin, as now, with two keys"),
)


def nobody_signs_alone(union: Scene) -> Story:
    """A vote that closes in two days, and too few have voted yet."""
    yield union.days_ago(10, "18:30")
    leases = union.proposes("Halima", "Nobody signs a new lease alone", LEASES)
    leases.supported_by("Samir", "Oksana", "Jamal")
    yield union.days_ago(9, "08:15")
    leases.says("Jamal", "Mine came on Friday. Sign by the thirtieth, it says in red.")
    yield union.later(0, "09:00")
    leases.answers("Samir", "The red is ink. Bring it to me tonight.")
    yield union.days_ago(8, "22:45")
    leases.says("Asha", "What do we say to somebody who has signed already?")
    yield union.later(0, "23:00")
    leases.answers("Halima", "That they are our neighbour. And we read it together.")
    yield from leases.answered(yes=["Halima"], no=["Hugo"])


def a_hardship_fund(union: Scene) -> Story:
    """A proposal that looks for one more supporter."""
    yield union.days_ago(2, "17:45")
    fund = union.proposes("Gloria", "A euro a month for whoever is short", FUND)
    fund.supported_by("Wen")
    yield union.days_ago(1, "20:10")
    fund.says("Wen", "In June I would have needed it. Nobody has to know who borrows?")
    yield union.later(0, "20:30")
    fund.answers("Gloria", "Two stewards know. Nobody else.")


def one_list_of_repairs(union: Scene) -> Story:
    """Words that changed: those who supported the old ones have to look again."""
    yield union.days_ago(3, "19:00")
    repairs = union.proposes(
        "Inés", "One list of repairs for the whole street", REPAIRS
    )
    repairs.supported_by("Asha", "Remei", "Kateryna")
    yield union.days_ago(2, "21:00")
    repairs.says("Kateryna", "My flat number on a public board? I would rather not.")
    yield union.days_ago(1, "12:00")
    repairs.reworded("One list of repairs for the whole street", REPAIRS_AS_IT_READS)
    repairs.answers(
        "Inés", "You are right. Read it again, please, and say if it will do."
    )


def where_to_keep_the_money(union: Scene) -> Story:
    """A text that is frozen: the vote opens soon."""
    yield union.days_ago(6, "18:00")
    bank = union.proposes(
        "Samir",
        "Where do we keep the money of the union?",
        BANK,
        aim=Aim(rule_id="options"),
        options=BANKS,
    )
    bank.supported_by("Zoe", "Noor", "Daud")
    yield union.days_ago(4, "19:30")
    bank.says("Noor", "The tin has never charged us a fee.")
    yield union.later(0, "19:40")
    bank.answers("Halima", "The tin has also never paid anybody back who lost it.")


def a_letter_half_written(union: Scene) -> Story:
    """A draft that only Asha sees."""
    yield union.days_ago(1, "06:40")
    union.drafts(
        "Asha",
        "We ask the town hall for a light at the bus stop",
        "The night bus stops in the dark. Three of us wait there every morning.",
    )
