"""Who speaks for a body that ended, left, merged or parted since it was asked."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Gone:
    """A body that was dissolved, or whose notice to leave has run out."""

    body: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Followed:
    """A body whose members belong to others from now on, which speak for it.

    Of bodies that merge each is followed by the same one; one that parts, by several.
    """

    body: str
    by: tuple[str, ...]
    at: datetime

    def __post_init__(self) -> None:
        assert self.by, "somebody follows"
        assert self.body not in self.by, "nobody follows themselves"


type Change = Gone | Followed


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks for whom, and who does not speak any more, at one instant."""

    followed_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()

    def all_of(self, body: str) -> Iterator[str]:
        """Give everybody whose answer may be taken for a body, itself first."""
        yield body
        for one in self.followed_by.get(body, ()):
            yield from self.all_of(one)

    def speaks_for(self, body: str, asked: Container[str]) -> bool:
        """Tell whether a body was asked, or follows one that was."""
        return next(self.whom(body, asked), None) is not None

    def whom(self, body: str, asked: Container[str]) -> Iterator[str]:
        """Give the asked for whom a body may answer: itself, and whom it follows."""
        if body in asked:
            yield body
        for one in self.followed_by:
            if one != body and one in asked and body in self.all_of(one):
                yield one

    def heirs(self, body: str) -> frozenset[str]:
        """Give those who speak for a body in the end."""
        return frozenset(v for v in self.all_of(body) if v not in self.followed_by)


NO_CHANGE = Voices()


def voices(changes: Iterable[Change], *, at: datetime) -> Voices:
    """Say who speaks for whom at an instant. Nobody is followed a second time."""
    followed: dict[str, tuple[str, ...]] = {}
    gone: set[str] = set()
    known = (change for change in changes if change.at <= at)
    for change in sorted(known, key=lambda change: change.at):
        if isinstance(change, Gone):
            gone.add(change.body)
        elif change.body not in followed and not _would_circle(followed, change):
            followed[change.body] = change.by
    return Voices(followed, frozenset(gone))


def _would_circle(followed: Mapping[str, tuple[str, ...]], change: Followed) -> bool:
    """Tell whether a body would come to follow itself."""
    so_far = Voices(followed)
    return any(change.body in so_far.all_of(one) for one in change.by)
