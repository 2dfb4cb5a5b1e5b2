"""What is done in a spokes council besides: naming spokes, consulting the tables."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SpokeNamed:
    """Somebody speaks for a group, known by its number, until another does."""

    by: str
    of: str
    group: int
    at: datetime


@dataclass(frozen=True, slots=True)
class TablesConsulted:
    """Each spoke goes back to their table, about the matter at hand."""

    by: str
    item: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SpokesBack:
    """The tables have talked, and their spokes go on."""

    by: str
    at: datetime


type Speaking = SpokeNamed | TablesConsulted | SpokesBack
SPEAKING = (SpokeNamed, TablesConsulted, SpokesBack)
