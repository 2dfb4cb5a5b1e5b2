"""Flour, hours, a fair: what there is to decide where one works."""

from commonweal.capabilities.decisions.actions import Aim, Option
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

FLOUR = """\
The mill in the next valley closes at Christmas. We have baked with flour from three
others for a week each. Put them in your order, and say where things should stay as they
are.
"""
MILLS = (
    Option("Agua Alta: stone-milled, dear, an hour away"),
    Option("Harinas del Llano: cheap, even, by lorry"),
    Option("Los Abades: organic, small, not always there"),
    Option("Half Agua Alta, half Llano"),
)
AT_FOUR = """\
The ovens are lit at four instead of three. The first bread is in the shop at half past
seven and no longer at half past six. All of us sleep an hour longer.
"""
FAIR = """\
One of us stands at the valley's fair for three days with forty loaves, and is paid for
it. Put those who would go in your order.
"""
SEVEN_DAYS = """\
Five days are too few for whoever is on nights: twice somebody came to vote and it was
over. An ordinary vote should stay open for **seven days**.
"""
FRIDAYS = """\
The shop shuts at two on Fridays. We sell least then, and it would be the one afternoon
that all of us have free together.
"""
DOOR = """\
We take bread round to whoever cannot come down: twelve households so far, by bicycle,
before eight. A loaf costs the same at the door as in the shop.
"""


def whose_flour(bakery: Scene) -> Story:
    """Four ways to buy flour; the one that beats every other is the middle way."""
    yield bakery.days_ago(186, "14:30")
    flour = bakery.proposes(
        "Noor",
        "Whose flour do we bake with?",
        FLOUR,
        aim=Aim(rule_id="options"),
        options=MILLS,
    )
    yield from flour.gathers("Vera", "Quim")
    yield bakery.later(4, "15:00")
    flour.says("Quim", "With Llano alone we are a factory with a nice sign.")
    yield bakery.later(0, "15:40")
    flour.answers(
        "Dolores", "With Agua Alta alone we are a nice sign without a bakery."
    )
    yield from flour.ranked(
        {
            **dict.fromkeys(["Noor", "Vera", "Quim"], "a d c b"),
            **dict.fromkeys(["Dolores", "Carmen"], "b d a"),
            **dict.fromkeys(["Fermín", "Olga"], "d b a"),
            "Emre": "c d a",
        }
    )


def ovens_at_four(bakery: Scene) -> Story:
    """Too few vote, because they are asleep; at the second call it is enough."""
    yield bakery.days_ago(160, "16:00")
    ovens = bakery.proposes("Emre", "We light the ovens at four", AT_FOUR)
    yield from ovens.gathers("Olga")
    yield bakery.later(3, "14:10")
    ovens.says(
        "Carmen", "The night nurses buy at half past six. They have nobody else."
    )
    yield bakery.later(0, "14:45")
    ovens.answers(
        "Emre", "Their bread from the day before, warmed. I asked two of them."
    )
    yield from ovens.answered(yes=["Emre", "Olga"], no=["Carmen"])
    yield ovens.closes
    yield bakery.later(0, "17:00")
    ovens.says("Vera", "I slept through it. That rather makes Emre's point.")
    yield from ovens.answered(
        yes=["Emre", "Olga", "Vera", "Fermín"], no=["Carmen", "Quim"]
    )


def who_goes_to_the_fair(bakery: Scene) -> Story:
    """Two are level in the last round; who was ahead before that one goes."""
    yield bakery.days_ago(98, "14:00")
    fair = bakery.proposes(
        "Dolores",
        "Who goes to the fair for us?",
        FAIR,
        aim=Aim(rule_id="one_post"),
        options=bakery.candidates(["Fermín", "Olga", "Noor"]),
    )
    yield bakery.later(1, "14:25")
    fair.says("Fermín", "I went last year and sold forty loaves and one bicycle.")
    yield from fair.ranked(
        {
            **dict.fromkeys(["Fermín", "Quim", "Dolores", "Hugo"], "a"),
            **dict.fromkeys(["Olga", "Emre", "Vera"], "b c"),
            "Noor": "c b",
        }
    )


def more_time_to_vote(bakery: Scene) -> Story:
    """The charter gives those on nights two days more."""
    yield bakery.days_ago(88, "15:00")
    time = bakery.proposes(
        "Vera",
        "Seven days to vote instead of five",
        SEVEN_DAYS,
        aim=Aim("amend_charter", {"changes": {"rules.ordinary.voting_days": "7"}}),
    )
    yield from time.gathers("Emre", "Noor")
    yield bakery.later(2, "14:00")
    time.says("Noor", "Twice it was me. Thank you for noticing.")
    yes = ["Vera", "Emre", "Noor", "Dolores", "Olga", "Fermín", "Hugo"]
    yield from time.answered(yes=yes, no=["Quim"])


def fridays(bakery: Scene) -> Story:
    """Four against four: a motion that is level is not carried."""
    yield bakery.days_ago(70, "14:50")
    friday = bakery.proposes("Fermín", "The shop shuts at two on Fridays", FRIDAYS)
    yield from friday.gathers("Hugo", "Emre")
    yield bakery.later(2, "15:15")
    friday.says("Carmen", "On Fridays people buy for two days. Look at the till.")
    yield from friday.answered(
        yes=["Fermín", "Hugo", "Emre", "Olga"], no=["Carmen", "Dolores", "Quim", "Noor"]
    )


def bread_at_the_door(bakery: Scene) -> Story:
    """What began with one neighbour becomes a round."""
    yield bakery.days_ago(36, "14:15")
    door = bakery.proposes("Olga", "Bread at the door for who cannot come down", DOOR)
    yield from door.gathers("Carmen", "Hugo")
    yield bakery.later(1, "13:50")
    door.says("Rut", "I can ride it on the days I am on trial with you.")
    yield bakery.later(0, "14:05")
    door.answers(
        "Olga", "You may speak, says the charter. It says nothing about cycling."
    )
    yield from door.answered(
        yes=["Olga", "Carmen", "Hugo", "Dolores", "Vera", "Noor"], abstain=["Quim"]
    )
