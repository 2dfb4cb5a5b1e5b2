"""Shapes of texts before an assembly, and of amendments to them."""

from ninja import Schema

from commonweal.interfaces.api.schemas.common import Said


class TextSentence(Schema):
    """A sentence of a text, under its number in what was brought.

    What an amendment put there has no number.
    """

    number: int | None
    words: str


class BroughtText(Schema):
    """A text on a matter as it was brought, and its sentences as they stand now."""

    item: str
    number: int
    brought_by: str
    as_brought: str
    sentences: list[TextSentence]
    hidden: list[Said] = []


class ProposedAmendment(Schema):
    """An amendment to one sentence of a text: `replace`, `strike` or `after`.

    Those that wait come first, in the order they are taken. What became of it is
    `open`, `friendly`, `carried`, `lost`, `fell` or `withdrawn`.
    """

    item: str
    number: int
    text: int
    proposed_by: str
    sort: str
    sentence: int
    words: str
    fate: str
    hidden: list[Said] = []
