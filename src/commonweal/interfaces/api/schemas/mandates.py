"""Shapes of what a body tells its delegates: eight sorts, each with what it needs."""

from typing import Annotated, Literal

from pydantic import Field

from commonweal.interfaces.api.schemas.common import Sent
from commonweal.rules.confederation.mandates import Stance

type Sort = Literal[
    "fixed",
    "conditional",
    "ranked",
    "range",
    "split",
    "negotiate",
    "report",
    "urgent",
]
type Written = Annotated[str, Field(max_length=20_000)]


class MandateCondition(Sent):
    """What to say if the congress agrees, or does not, on another matter by its id."""

    matter: str = Field(max_length=40)
    agreed: bool
    stance: Stance


class MandateWords(Sent):
    """What to say if the words become just these."""

    words: Written
    stance: Stance


class Mandate(Sent):
    """What delegates are told to say; which fields count follows from the sort.

    `fixed`: `stance`. `conditional`: `whens`, `otherwise`, `changed`, `if_changed`
    (nothing: ask the base). `ranked`: `ranking`, best first. `range`: `least`, `most`,
    such as `2.5`. `split`: as the body votes on this. `urgent`: `stance` (nothing: as
    seems right), `hours`. `negotiate` and `report` need nothing more.
    """

    sort: Sort
    stance: Stance | None = None
    whens: list[MandateCondition] = Field(default=[], max_length=20)
    otherwise: Stance = "abstain"
    changed: list[MandateWords] = Field(default=[], max_length=20)
    if_changed: Stance | None = None
    ranking: list[Written] = Field(default=[], max_length=200)
    least: str | None = Field(default=None, max_length=20)
    most: str | None = Field(default=None, max_length=20)
    hours: int | None = Field(default=None, ge=1, le=720)
