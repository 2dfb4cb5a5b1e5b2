"""What changed in the words, since the version before or the one I supported."""

from typing import NamedTuple

from commonweal.capabilities.decisions.models import Version
from commonweal.capabilities.decisions.queries import ProposalView
from commonweal.foundation.language import say
from commonweal.rules.difference import Piece, difference
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.bearings import BEARINGS


class Change(NamedTuple):
    """The words of one version beside those of another, piece by piece."""

    since: int
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    options: tuple[Piece, ...]
    mine: bool


def changes_for(view: ProposalView) -> Change | None:
    """Compare the newest words with those the reader supported, else the last ones."""
    if len(view.versions) < 2:
        return None
    mine = view.my_version if view.my_support == "to_confirm" else None
    since = mine or view.version.number - 1
    old = next((one for one in view.versions if one.number == since), None)
    if old is None:
        return None
    return _compared(old, view.version, mine=mine is not None)


def _compared(old: Version, new: Version, *, mine: bool) -> Change:
    return Change(
        since=old.number,
        title=difference(old.title, new.title),
        text=difference(_text(old), _text(new)),
        options=difference(_options(old), _options(new)),
        mine=mine,
    )


def _text(version: Version) -> str:
    """Give the text with what is said besides: a change in that is a change too."""
    besides = (
        f"{say(Sentence(f'bearing_{one}'))}: {version.bearings[one]}"
        for one in BEARINGS
        if version.bearings.get(one)
    )
    return "\n\n".join([version.text, *besides])


def _options(version: Version) -> str:
    return "\n".join(
        f"{one['label']}: {one['cost']}" if "cost" in one else str(one["label"])
        for one in version.options
    )
