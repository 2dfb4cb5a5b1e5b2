"""How eight bakers bought the bakery they worked in, and who came after them."""

from datetime import date, timedelta

from commonweal.capabilities.decisions.actions import Aim
from commonweal.demo.cast import CAST
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, charter_of_kind

KIND = "worker_cooperative"
ADDRESS = "three-ovens"
CHANGES = {
    "name.en": "Three Ovens Bakery",
    "name.es": "Panadería Los Tres Hornos",
    "purpose.en": "We bake the valley's bread, own the ovens and run the place "
    "together, one member, one vote.",
    "purpose.es": "Hacemos el pan del valle, los hornos son nuestros y llevamos la "
    "casa en común: una persona, un voto.",
    "place": "Fennel Valley",
    # Whether somebody becomes one of us is said in secret.
    "rules.admission.ballot": "secret",
}
BYLAWS = """\
# What the charter does not say

1. Everybody is paid the same for the hour. Nights count one and a half.
2. Everybody cleans the ovens, one week in eight.
3. Bread left at closing goes to the box by the door. Nobody watches the box.
"""
SAME_PAY = "Everybody is paid the same for the hour, whatever they do in it."
BUY = """\
We buy the bakery from the heirs for 84,000 euros, in seven years, out of what the bread
brings in. None of us puts in more than the others.
"""
BOARD = """\
Three of us for two years. The board signs, keeps the books open on the table and calls
the general meeting. It earns nothing extra for it.
"""


def founding(bakery: Scene) -> Story:
    """Dolores founds the co-operative with the seven who bake with her."""
    yield bakery.days_ago(216, "14:30")
    charter = charter_of_kind(KIND, CHANGES, BYLAWS)
    bakery.founded(kind=KIND, charter=charter, address=ADDRESS, by="Dolores")
    year = bakery.now.year - 1
    for title, text, day in (
        ("We buy the bakery", BUY, date(year, 2, 2)),
        ("The same pay for the hour", SAME_PAY, date(year, 5, 1)),
    ):
        bakery.brings_statement("Dolores", title, text, decided_on=day)
    codes = bakery.brings(
        "Dolores",
        ["Emre", "Vera", "Quim", "Noor", "Carmen", "Fermín", "Olga"],
        member_class="worker_member",
    )
    yield from bakery.come(codes, within=timedelta(days=2))


def the_board(bakery: Scene) -> Story:
    """Five stand for three seats, and all eight vote."""
    yield bakery.days_ago(206, "14:45")
    election = bakery.proposes(
        "Carmen",
        "Who is on the board?",
        BOARD,
        aim=Aim("fill_office", {"office": "board"}),
        options=bakery.candidates(["Dolores", "Emre", "Noor", "Quim", "Olga"]),
    )
    yield bakery.later(2, "15:00")
    election.says("Olga", "I cannot read a balance sheet. Teach me and I stand.")
    yield bakery.later(0, "15:20")
    election.answers("Dolores", "Tuesdays after the second batch. Bring a pencil.")
    yield from election.ranked(
        {
            **dict.fromkeys(["Dolores", "Carmen", "Fermín"], "a e c"),
            **dict.fromkeys(["Emre", "Vera"], "b c"),
            **dict.fromkeys(["Noor", "Quim"], "c d b"),
            "Olga": "e a",
        }
    )


def hugo_is_admitted(bakery: Scene) -> Story:
    """After half a year beside the second oven Hugo becomes a member."""
    yield bakery.days_ago(128, "15:10")
    hugo = {"name": CAST["Hugo"].name, "member_class": "worker_member"}
    admitting = bakery.proposes(
        "Vera",
        "Shall Hugo be one of us?",
        "He has baked beside us since the winter, has never been late, and his rye is "
        "better than mine. I do not say that lightly.",
        aim=Aim("admit_member", {"people": [hugo]}),
    )
    yield bakery.later(1, "14:20")
    admitting.says("Fermín", "He also sings. Loudly. I say yes all the same.")
    yes = ["Vera", "Fermín", "Dolores", "Emre", "Quim", "Olga"]
    yield from admitting.answered(yes=yes, abstain=["Noor"])
    yield admitting.closes
    yield bakery.later(1, "14:00")
    code = bakery.gives_code("Vera", "Hugo")
    yield bakery.later(0, "15:30")
    bakery.join("Hugo", code)


def two_on_trial(bakery: Scene) -> Story:
    """Rut and Jamal come on trial: they speak, and do not vote yet."""
    yield bakery.days_ago(52, "13:40")
    codes = bakery.invites_by_code("Dolores", ["Rut", "Jamal"])
    yield from bakery.come(codes, within=timedelta(days=3))
