"""What somebody wrote, wherever it stands: what can be reported, hidden and shown."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Said:
    """Words with a place of their own.

    `kind` names the sort of place and `id` the place; `within` is the thing they were
    said about, where they are talk. `author` is whoever wrote them
    and `answered` whoever they answer, where there are such members. `number` is what
    the page's address goes by. `written_down_by` is whoever wrote them in the author's
    name: whether they said so, only the author knows, who can report them.
    """

    kind: str
    id: UUID
    author: UUID | None
    answered: UUID | None
    title: str
    text: str
    within: UUID | None = None
    number: int = 0
    written_at: datetime | None = None
    written_down_by: UUID | None = None
