"""What people do with texts in an assembly, or before it: bring, amend, take back."""

from dataclasses import dataclass
from datetime import datetime

from commonweal.rules.assemblies.texts import Verb


@dataclass(frozen=True, slots=True)
class TextBrought:
    """Somebody brings a text that is to be decided on a matter."""

    by: str
    item: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AmendmentProposed:
    """Somebody proposes to change one sentence of a text."""

    by: str
    item: str
    text: int
    verb: Verb
    place: int
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AmendmentAccepted:
    """Whoever brought the text takes an amendment in, as a friendly one."""

    by: str
    item: str
    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class AmendmentWithdrawn:
    """Whoever proposed an amendment takes it back."""

    by: str
    item: str
    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class TextWithdrawn:
    """Whoever brought a text takes it back."""

    by: str
    item: str
    number: int
    at: datetime


type Wording = (
    TextBrought
    | AmendmentProposed
    | AmendmentAccepted
    | AmendmentWithdrawn
    | TextWithdrawn
)
WORDING = (
    *(TextBrought, AmendmentProposed, AmendmentAccepted),
    *(AmendmentWithdrawn, TextWithdrawn),
)
