"""What the union did not agree on at once, and what it did not agree on at all."""

from commonweal.capabilities.decisions.actions import Aim
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene

REGISTER = """\
We write down what each of us pays, for how many square metres, and since when. The
list is kept by the stewards. Every household {word} give its figures.

With the list we can see which rents were raised and for whom.
"""
STAIRWELL = """\
Two weekends, three brushes, ninety euros of paint. We choose the colour together.
"""
LIFT = """\
The agency takes eleven euros a month for a lift that has stood still since spring. We
stop paying that part, and say so in the transfer.
"""
DESAHUCIOS = """\
Si viene una comisión judicial a echar a alguien del valle, quien pueda baja al portal.
No tocamos a nadie, no gritamos, no nos movemos. Avisamos con la cadena de teléfonos:
cada persona llama a dos.

Lo decidimos ahora, con calma, para no tener que decidirlo esa mañana.
"""


def a_word_is_contested(union: Scene) -> Story:
    """From `may` to `must`: Samir calls it a correction, Ximena does not."""
    yield union.days_ago(112, "20:30")
    title = "A register of our rents"
    register = union.proposes("Samir", title, REGISTER.format(word="may"))
    yield from register.gathers("Halima", "Ximena", "Emre")
    yield union.later(1, "10:00")
    register.reworded(title, REGISTER.format(word="must"), is_correction=True)
    yield union.later(0, "12:45")
    register.contested_by("Ximena")
    register.says(
        "Ximena",
        "That is no correction. *May* and *must* are the whole question. I supported "
        "the first text and not this one.",
    )
    yield union.later(0, "14:10")
    register.answers("Samir", "You are right. I read it too quickly. Back to *may*.")
    register.reworded(title, REGISTER.format(word="may"))
    yield union.later(0, "18:00")
    register.supported_by("Ximena", "Halima")
    yield union.later(1, "08:00")
    register.supported_by("Emre")
    yes = [
        "Samir",
        "Halima",
        "Ximena",
        "Emre",
        "Asha",
        "Wen",
        "Yusuf",
        "Oksana",
        "Noor",
    ]
    yield from register.answered(yes=[*yes, "Remei", "Zoe"], no=["Bruno", "Paco"])


def the_stairwell(union: Scene) -> Story:
    """A proposal that is no longer needed, and is taken back."""
    yield union.days_ago(84, "17:20")
    stairwell = union.proposes("Mateo", "We paint the stairwell ourselves", STAIRWELL)
    yield from stairwell.gathers("Inés", "Lucía", "Daud")
    yield union.later(1, "09:40")
    stairwell.says(
        "Lucía", "The town hall paints it in May. There is a notice downstairs."
    )
    yield union.later(0, "10:30")
    stairwell.answers(
        "Mateo", "Then I take this back, and keep my brushes for the fair."
    )
    stairwell.withdrawn()


def the_lift(union: Scene) -> Story:
    """Most would rather not risk it for eleven euros."""
    yield union.days_ago(72, "19:10")
    lift = union.proposes("Yusuf", "We stop paying for a lift that stands still", LIFT)
    yield from lift.gathers("Jamal", "Teresa", "Paco")
    yield union.later(1, "18:00")
    lift.says("Teresa", "I have carried my shopping up four floors since April.")
    yield union.later(0, "19:30")
    lift.says("Halima", "I feel for you. But they can sue over eleven euros, and win.")
    yield union.later(1, "08:30")
    lift.says("Emre", "Let us make them mend it, as with the boiler. A letter first.")
    no = ["Halima", "Emre", "Asha", "Samir", "Iker", "Rosa", "Lucía", "Hugo", "Wen"]
    yield from lift.answered(
        yes=["Yusuf", "Jamal", "Teresa", "Paco"], no=no, abstain=["Noor", "Zoe"]
    )


def no_evictions(union: Scene) -> Story:
    """The union says, in Spanish, what it will do on a bad morning."""
    yield union.days_ago(40, "20:00")
    doors = union.proposes(
        "Remei",
        "Ningún desahucio sin el vecindario en la puerta",
        DESAHUCIOS,
        aim=Aim("adopt_statement"),
        language="es",
    )
    yield from doors.gathers("Iker", "Lucía", "Ximena")
    yield union.later(1, "21:30")
    doors.says(
        "Lucía", "Yo vivo en el primero: puedo abrir el portal a cualquier hora."
    )
    yield union.later(0, "22:05")
    doors.says("Yusuf", "Can somebody translate the telephone chain for my mother?")
    yield union.later(0, "22:10")
    doors.answers(
        "Remei", "Mañana paso por tu casa y se lo cuento. Tomorrow, promised."
    )
    yes = [
        "Remei",
        "Iker",
        "Lucía",
        "Ximena",
        "Yusuf",
        "Asha",
        "Halima",
        "Emre",
        "Inés",
    ]
    yield from doors.answered(yes=[*yes, "Mateo", "Oksana", "Zoe", "Teresa"])
