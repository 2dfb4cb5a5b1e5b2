"""How votes move from option to option, drawn as a stream that runs down the page.

Each round is a row, in which every option is as wide as its votes. Between two rows the
votes that stay run straight on and those that move stand out, to whom they go. Options
have numbers, so that nothing hangs on a colour and nothing shrinks on a phone.

Source for the form: Sankey, The Thermal Efficiency of Steam-Engines (1898).
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from commonweal.interfaces.charts.bars import (
    Chart,
    Label,
    Table,
)
from commonweal.interfaces.charts.svg import Svg, filled, joined
from commonweal.interfaces.charts.voice import Count, Voice
from commonweal.rules.voting.units import Unit, in_words

WIDTH, MARGIN, GAP = 640, 44, 4
BAR, STREAM = 34, 62
# An option narrower than this has no room for its number.
ROOM = 26
GONE = ""
PATH = '<path d="M{} {}C{} {} {} {} {} {}H{}C{} {} {} {} {} {}Z" class="flow{}"/>'


class Move(NamedTuple):
    """Votes that went from one option to another, or to nobody (an empty id)."""

    origin: str
    to: str
    amount: Count


class Round(NamedTuple):
    """Where all stand once the moves of this round are made, and who is in by then."""

    counts: Mapping[str, Count]
    moves: tuple[Move, ...] = ()
    chosen: tuple[str, ...] = ()


class Piece(NamedTuple):
    """An option's stretch of a row."""

    start: int
    width: int


def transfer_flow(
    voice: Voice,
    names: Mapping[str, str],
    rounds: Sequence[Round],
    *,
    unit: Unit = "votes",
    name: str = "flow",
) -> Chart:
    """Draw the rounds of a transferable count; `names` are the options in order."""
    numbers = {id_: voice.number(place) for place, id_ in enumerate(names, start=1)}
    rows = _rows(list(names), rounds)
    drawn = [
        *_streams(rows, rounds),
        *(
            part
            for place, row in enumerate(rows)
            for part in _row(voice, place, row, numbers, rounds[place].chosen)
        ),
    ]
    labels = [Label(f"{numbers[id_]} {words}") for id_, words in names.items()]
    gone = voice.gettext("– no longer counts for anybody")
    has_gone = any(GONE in row for row in rows)
    return Chart(
        name=name,
        title=voice.gettext("How the votes moved"),
        description=" ".join(_told(voice, names, rounds)),
        svg=joined(drawn),
        height=len(rounds) * (BAR + STREAM) - STREAM + 6,
        labels=(*labels, Label(gone)) if has_gone else tuple(labels),
        table=_table(voice, names, rounds, voice.say(in_words(unit, "head"))),
        caption=voice.gettext(
            "Each row is a round, and each piece as wide as the votes it has. The "
            "streams that stand out are votes that moved; a line below means: elected."
        ),
        keeps_shape=True,
    )


def _rows(ids: Sequence[str], rounds: Sequence[Round]) -> list[dict[str, Piece]]:
    """Lay out each round from the left; what counts no longer stands last."""
    whole = sum(rounds[0].counts.values(), Fraction(0)) or Fraction(1)
    gone: Count = 0
    rows = []
    for one in rounds:
        gone += sum((move.amount for move in one.moves if move.to == GONE), Fraction(0))
        votes = {id_: one.counts.get(id_, 0) for id_ in ids} | {GONE: gone}
        row, start = {}, MARGIN
        for id_, amount in votes.items():
            if amount:
                row[id_] = Piece(start, _wide(amount, whole, len(ids)))
                start += row[id_].width + GAP
        rows.append(row)
    return rows


def _wide(amount: Count, whole: Count, options: int) -> int:
    # A pixel each, and one for those out, so that the narrowest can still be seen.
    room = WIDTH - MARGIN - (GAP + 1) * (options + 1)
    return max(1, int(room * Fraction(amount) / Fraction(whole)))


def _streams(
    rows: Sequence[Mapping[str, Piece]], rounds: Sequence[Round]
) -> Iterator[Svg]:
    """Draw what stays, then what moves over it, between each row and the next."""
    for place in range(1, len(rounds)):
        above, below = rows[place - 1], rows[place]
        top = (place - 1) * (BAR + STREAM) + BAR
        moves = rounds[place].moves
        left = {id_: piece.start for id_, piece in above.items()}
        right = {id_: piece.start for id_, piece in below.items()}
        votes = rounds[place - 1].counts
        for id_ in (one for one in above if one in below):
            lost = sum((m.amount for m in moves if m.origin == id_), Fraction(0))
            kept = 1 - lost / Fraction(votes[id_]) if votes.get(id_) else 1
            width = max(0, min(_part(above[id_], kept), below[id_].width))
            yield _stream(left[id_], right[id_], top, width, "")
            left[id_] += width
            right[id_] += width
        for origin, to, amount in moves:
            if origin in above and to in below and votes.get(origin):
                width = max(1, _part(above[origin], amount / Fraction(votes[origin])))
                yield _stream(left[origin], right[to], top, width, " flow-moved")
                left[origin] += width
                right[to] += width


def _part(piece: Piece, share: Count) -> int:
    return int(piece.width * share)


def _stream(start: int, end: int, top: int, width: int, mark: str) -> Svg:
    bottom, middle = top + STREAM, top + STREAM // 2
    down = (start, top, start, middle, end, middle, end, bottom)
    up = (end + width, middle, start + width, middle, start + width, top)
    return filled(PATH, *down, end + width, *up, mark)


def _row(
    voice: Voice,
    place: int,
    row: Mapping[str, Piece],
    numbers: Mapping[str, str],
    chosen: Sequence[str],
) -> Iterator[Svg]:
    top = place * (BAR + STREAM)
    text = '<text x="{}" y="{}" class="mark-{}">{}</text>'
    yield filled(text, MARGIN // 2, top + 25, "round", voice.number(place + 1))
    for id_, piece in row.items():
        mark = "rest" if id_ == GONE else "yes" if id_ in chosen else "accent"
        yield _rect(piece, top, BAR, mark)
        if id_ in chosen:
            yield _rect(piece, top + BAR, 5, "line")
        if piece.width >= ROOM:
            middle = piece.start + piece.width // 2
            words, ink = ("–", "text") if id_ == GONE else (numbers[id_], "number")
            yield filled(text, middle, top + 25, ink, words)


def _rect(piece: Piece, top: int, height: int, mark: str) -> Svg:
    rect = '<rect x="{}" y="{}" width="{}" height="{}" class="mark-{}"/>'
    return filled(rect, piece.start, top, piece.width, height, mark)


def _told(
    voice: Voice, names: Mapping[str, str], rounds: Sequence[Round]
) -> Iterator[str]:
    counts = rounds[0].counts.items()
    first = "; ".join(f"{names[id_]} {voice.short(n)}" for id_, n in counts)
    yield voice.gettext("Round 1: {counts}.").format(counts=first)
    for place, one in enumerate(rounds[1:], start=2):
        moves = "; ".join(
            voice.gettext("{n} from {origin} to {to}").format(
                n=voice.short(move.amount),
                origin=names[move.origin],
                to=names.get(move.to) or voice.gettext("nobody"),
            )
            for move in one.moves
        )
        words = voice.gettext("Round {place}: {moves}.") if moves else ""
        if words:
            yield words.format(place=voice.number(place), moves=moves)


def _table(
    voice: Voice, names: Mapping[str, str], rounds: Sequence[Round], unit: str
) -> Table:
    head = (voice.gettext("Round"), voice.gettext("From"), voice.gettext("To"), unit)
    rows = tuple(
        (
            voice.number(place),
            names[move.origin],
            names.get(move.to) or voice.gettext("nobody"),
            voice.count(move.amount),
        )
        for place, one in enumerate(rounds, start=1)
        for move in one.moves
    )
    return Table(head, rows)
