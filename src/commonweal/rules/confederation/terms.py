"""What a pact says: the parts of a charter whose members are institutions.

What is above each number here, and what is not, was agreed by the bodies themselves.
Nothing here lets a council bind a body that was not asked. A number that no charter
declares yet has its usual value everywhere.

Sources: the statutes of CNT (agreements start from the assemblies; degressive bands)
and of CGT (a third of the bodies may call), the constitution of the IWW (referendum),
and Bookchin, The Meaning of Confederalism (1990): delegates administer, assemblies
make policy.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal, get_args

from commonweal.rules.confederation.majorities import HALF, Majority
from commonweal.rules.sentence import N_, LocalText
from commonweal.rules.setting import choice, days, flag, number, part, said, share

type Silence = Literal["apart", "no", "yes"]
type Binding = Literal["all", "ratifiers", "opt_out"]
type Votes = Literal["one_each", "bands", "members"]
type VotesBefore = Literal["stand", "fall"]

SILENCES: tuple[Silence, ...] = get_args(Silence.__value__)
BINDINGS: tuple[Binding, ...] = get_args(Binding.__value__)
VOTES: tuple[Votes, ...] = get_args(Votes.__value__)
VOTES_BEFORE: tuple[VotesBefore, ...] = get_args(VotesBefore.__value__)


@dataclass(frozen=True, slots=True)
class Competence:
    """Something that may be decided together. What is not listed stays below."""

    id: str
    name: LocalText = field(metadata=said(plain=False))


@dataclass(frozen=True, slots=True)
class Raising:
    """Who may bring a matter before all, and how long it is known before a congress.

    `most_open` is how many one body may have before all at a time, changes of the pact
    among them, so that no body takes up the days of all others.
    """

    bodies: int = field(
        default=1, metadata=number(N_("Bodies that must raise a matter"), least=1)
    )
    notice_days: int = field(
        default=30, metadata=days(N_("Days for the bases to speak about it"))
    )
    most_open: int = field(
        default=10,
        metadata=number(N_("Matters of one body at a time"), least=1, most=100),
    )
    call_share: Fraction = Fraction(1, 3)


@dataclass(frozen=True, slots=True)
class Congress:
    """How delegates agree on words, which are nothing yet until the bases say yes.

    `most_share` is the largest part of all votes that any one body may have; 0 leaves
    it open. Whatever is put there stays open for `hours`.
    """

    votes: Votes = field(
        default="one_each",
        metadata=choice(N_("Votes of a body in a congress"), VOTES, tells="votes"),
    )
    most_share: Fraction = field(
        default=Fraction(0),
        metadata=share(N_("Largest share of votes of one body (0: any)")),
    )
    quorum: Fraction = field(
        default=HALF, metadata=share(N_("Share of bodies that must be there"))
    )
    majority: Majority = field(
        default=Majority(), metadata=part(Majority, N_("Agreeing on words"))
    )
    hours: int = field(
        default=24,
        metadata=number(N_("Hours a question stays open"), least=1, most=720),
    )


@dataclass(frozen=True, slots=True)
class Ratifying:
    """How the bases say yes: enough bodies, and enough of all members together.

    Silent bodies are left `apart`, or count as `no`, or as a tacit `yes` of a body that
    brings no members with it.
    """

    window_days: int = field(
        default=30, metadata=days(N_("Days for the bases to answer"), least=1)
    )
    silence: Silence = field(
        default="apart",
        metadata=choice(N_("A body that does not answer"), SILENCES, tells="silence"),
    )
    answering: Fraction = field(
        default=HALF, metadata=share(N_("Share of bodies that must answer"))
    )
    turnout: Fraction = field(
        default=Fraction(0), metadata=share(N_("Share of all members that must vote"))
    )
    bodies: Majority = field(
        default=Majority(), metadata=part(Majority, N_("Out of the bodies"))
    )
    members: Majority = field(
        default=Majority(), metadata=part(Majority, N_("Out of all members who voted"))
    )
    rounds: int = field(
        default=2, metadata=number(N_("How often words can go back and forth"), least=1)
    )
    binding: Binding = field(
        default="all", metadata=choice(N_("Who is bound"), BINDINGS, tells="binding")
    )
    opt_out_days: int = field(
        default=30, metadata=days(N_("Days in which a body can stay out"))
    )
    review_days: int = 365


@dataclass(frozen=True, slots=True)
class Changing:
    """How the bases say yes to another pact. All are bound; who is not content can go.

    Silence is never a yes to it. What is not said here is as for any other matter.
    """

    window_days: int = field(
        default=30, metadata=days(N_("Days for the bases to answer"), least=1)
    )
    answering: Fraction = field(
        default=HALF, metadata=share(N_("Share of bodies that must answer"))
    )
    bodies: Majority = field(
        default=Majority(Fraction(2, 3), strict=False),
        metadata=part(Majority, N_("Out of the bodies")),
    )
    members: Majority = field(
        default=Majority(), metadata=part(Majority, N_("Out of all members who voted"))
    )


@dataclass(frozen=True, slots=True)
class Delegates:
    """How many delegates a body sends, for how long, and how they are called home."""

    seats: int = field(default=2, metadata=number(N_("Seats of a body"), least=1))
    parity: bool = True
    term_days: int = field(default=365, metadata=days(N_("Days of a term"), least=1))
    terms: int = field(
        default=2, metadata=number(N_("Terms one after another at most"), least=1)
    )
    overlap_days: int = field(
        default=0, metadata=days(N_("Days for whoever leaves to hand over"))
    )
    plural_office: bool = False
    report_days: int = 7
    votes_before: VotesBefore = field(
        default="stand",
        metadata=choice(
            N_("Votes before a recall"), VOTES_BEFORE, tells="votes_before"
        ),
    )


@dataclass(frozen=True, slots=True)
class Urgent:
    """What cannot wait for the bases: it holds for some days, unless they say yes."""

    allowed: bool = field(
        default=True, metadata=flag(N_("A congress may decide what is urgent"))
    )
    notice_hours: int = field(
        default=24, metadata=number(N_("Hours of notice"), least=1, most=720)
    )
    quorum: Fraction = field(
        default=Fraction(1, 3),
        metadata=share(N_("Share of bodies that must be there for what is urgent")),
    )
    majority: Majority = field(
        default=Majority(Fraction(2, 3), strict=False),
        metadata=part(Majority, N_("Deciding what is urgent")),
    )
    lapse_days: int = field(
        default=14,
        metadata=days(N_("Days it holds unless the bases say yes"), least=1, most=60),
    )


@dataclass(frozen=True, slots=True)
class Belonging:
    """How bodies come in, go, and are put out. Going needs nobody's leave."""

    sponsors: int = field(
        default=1, metadata=number(N_("Bodies that speak for a new one"))
    )
    admission: Majority = field(
        default=Majority(), metadata=part(Majority, N_("Admitting a body"))
    )
    withdraw_days: int = field(
        default=90,
        # No majority of bodies keeps another one for longer than a year.
        metadata=days(N_("Days from saying so to having left"), most=366),
    )
    hearing_days: int = field(
        default=30,
        metadata=days(
            N_("Days to hear a body that others want out"), least=7, most=366
        ),
    )
    expulsion: Majority = field(
        default=Majority(Fraction(2, 3), strict=False),
        metadata=part(Majority, N_("Putting a body out")),
    )
    dues_per_head: int = 0


@dataclass(frozen=True, slots=True)
class Pact:
    """All that bodies have agreed on. A change of it asks more than what it allows."""

    raising: Raising = field(
        default=Raising(), metadata=part(Raising, N_("Bringing a matter before all"))
    )
    congress: Congress = field(
        default=Congress(), metadata=part(Congress, N_("The congress"))
    )
    ratifying: Ratifying = field(
        default=Ratifying(), metadata=part(Ratifying, N_("What the bases say"))
    )
    changing: Changing = field(
        default=Changing(), metadata=part(Changing, N_("Changing the pact"))
    )
    delegates: Delegates = field(
        default=Delegates(), metadata=part(Delegates, N_("Delegates"))
    )
    urgent: Urgent = field(
        default=Urgent(), metadata=part(Urgent, N_("What is urgent"))
    )
    belonging: Belonging = field(
        default=Belonging(),
        metadata=part(Belonging, N_("How bodies come in and go")),
    )

    @property
    def ratifying_change(self) -> Ratifying:
        """Give how the bases ratify a change of this pact."""
        return replace(
            self.ratifying,
            window_days=self.changing.window_days,
            silence="no" if self.ratifying.silence == "no" else "apart",
            answering=self.changing.answering,
            bodies=self.changing.bodies,
            members=self.changing.members,
            binding="all",
        )
