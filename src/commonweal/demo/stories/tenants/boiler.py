"""The boiler of numbers 3 and 5: a letter, a hard choice, and warm radiators."""

from commonweal.capabilities.decisions.actions import Aim
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

LETTER = """\
The boiler of numbers 3 and 5 has been off since the ninth. Two families with babies
heat one room with an oven door left open.

We ask the owner, in one letter that all of us sign:

1. to send somebody **this week**;
2. to pay back the cost of the heaters we had to buy;
3. to write to us, all of us, and not to each door.

If nothing has happened in a fortnight we come together again and decide what to do.
"""
ESCROW = """\
The fortnight is over and nobody came. From the first of next month every household
that can pays its rent into an account in the union's keeping, and gets a receipt. The
owner receives all of it on the day the boiler runs.

- The law lets us do this after written notice, which we gave.
- Whoever cannot take the risk pays as before, and nobody will ask why.
- Halima and Samir keep the list; it shows who paid in, never who did not.
"""
MENDED = """\
The boiler runs. We pay the rent kept back to the owner, less the receipts for the
heaters, and close the account.

What we want whoever comes after us to know: it was the letter that all of us signed
that was answered, and not the nineteen that each of us had sent before.
"""


def a_letter_to_the_owner(union: Scene) -> Story:
    """The owner is asked by all at once, for the first time."""
    yield union.days_ago(228, "20:10")
    title = "We ask the owner together to mend the boiler of numbers 3 and 5"
    letter = union.proposes("Remei", title, LETTER, aim=Aim("adopt_statement"))
    yield from letter.gathers("Halima", "Yusuf")
    yield union.later(1, "08:20")
    letter.says("Halima", "I rang eleven times. Put the dates of the calls in it.")
    yield union.later(0, "13:00")
    letter.answers("Remei", "Send them to me and I shall add them as a list.")
    yield union.later(1, "22:30")
    letter.says("Asha", "I am on nights. Can somebody be at home when they come?")
    yield union.later(0, "23:10")
    letter.answers("Oksana", "I can. I have keys to the cellar.")
    everybody = ["Asha", "Emre", "Halima", "Iker", "Oksana", "Remei", "Samir"]
    yield from letter.answered(yes=[*everybody, "Wen", "Yusuf", "Zoe", "Gloria"])


def rent_into_escrow(union: Scene) -> Story:
    """Whether to keep the rent back: the vote that frightened everybody."""
    yield union.days_ago(205, "19:45")
    title = "We pay the rent into a common account until the boiler is mended"
    escrow = union.proposes("Halima", title, ESCROW)
    yield from escrow.gathers("Samir", "Remei", "Oksana")
    yield union.later(1, "07:50")
    escrow.says("Iker", "And if they throw somebody out? Who stands at that door?")
    yield union.later(0, "09:30")
    escrow.answers("Halima", "All of us. I shall write down who is home on which day.")
    yield union.later(1, "18:15")
    escrow.says("Ximena", "I cannot risk it with my papers in the office. I am sorry.")
    yield union.later(0, "18:40")
    escrow.answers("Asha", "That is why nobody will ask. Vote as you need to.")
    yes = ["Asha", "Emre", "Halima", "Remei", "Samir", "Oksana", "Wen", "Yusuf", "Zoe"]
    yes += ["Gloria", "Jamal", "Noor", "Daud"]
    yield from escrow.answered(
        yes=yes, no=["Iker", "Kateryna", "Rosa"], abstain=["Ximena", "Lucía"]
    )


def the_boiler_is_mended(union: Scene) -> Story:
    """Five weeks later it is warm, and the money goes where it belongs."""
    yield union.days_ago(158, "20:00")
    title = "The boiler runs: we pay the rent out and close the account"
    end = union.proposes("Samir", title, MENDED, aim=Aim("adopt_statement"))
    yield from end.gathers("Halima", "Iker")
    yield union.later(1, "21:15")
    end.says("Iker", "I voted against it. I was wrong, and I have never been so glad.")
    yield union.later(0, "21:20")
    end.answers("Kateryna", "Same here.")
    end.says("Oksana", "It is twenty-one degrees in the kitchen. Come and feel it.")
    yes = ["Asha", "Emre", "Halima", "Iker", "Kateryna", "Noor", "Oksana", "Remei"]
    yes += ["Rosa", "Samir", "Wen", "Ximena", "Yusuf", "Zoe", "Mateo", "Inés", "Paco"]
    yield from end.answered(yes=yes)
