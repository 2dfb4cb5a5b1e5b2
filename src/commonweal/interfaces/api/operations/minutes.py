"""Minutes: how they stand, and what is done with them after the assembly."""

from ninja import Router, Status

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import OnMinutes, write_minutes
from commonweal.capabilities.assemblies.queries import Kept
from commonweal.foundation.tokens.access import may_use
from commonweal.interfaces.api.keys import DISCUSS, READ
from commonweal.interfaces.api.operations.assemblies import ONE, assembly_found
from commonweal.interfaces.api.operations.in_the_room import why
from commonweal.interfaces.api.requests import ApiRequest, enter
from commonweal.interfaces.api.schemas import assemblies as schemas
from commonweal.interfaces.api.schemas.common import Number, said
from commonweal.rules.verdict import require

router = Router(tags=["assemblies"])
# What speaks for oneself alone; the rest is done for the assembly.
OF_ONESELF = frozenset({"propose", "drop", "ask_room", "let_be", "confirm"})


@router.get(ONE + "/minutes", auth=READ, response=schemas.KeptMinutes)
def read_minutes(
    request: ApiRequest, address: str, number: Number
) -> schemas.KeptMinutes:
    """Read the minutes as they stand, with what was put beside their lines."""
    hall = enter(request, address)
    row = assembly_found(hall, number)
    return _told(queries.kept(queries.seen(row, at=hall.at)))


@router.post(
    ONE + "/minutes/deeds",
    auth=DISCUSS,
    response={200: schemas.KeptMinutes, 204: None},
)
def write_on_minutes(
    request: ApiRequest, address: str, number: Number, sent: schemas.NewMinutesDeed
) -> Status[schemas.KeptMinutes | None]:
    """Propose words for a line of the minutes, or see to them if I took them.

    What is done for the assembly, such as sending them out, needs `organise` too; how
    they stand is told to a key with `read`.
    """
    hall = enter(request, address)
    me, row = hall.as_member(), assembly_found(hall, number)
    if sent.deed not in OF_ONESELF:
        require(may_use(request.token, "organise", at=hall.at))
    deed = OnMinutes(sent.deed, sent.line, sent.words, sent.answers)
    row = write_minutes(row, deed, by=me, at=hall.at)
    if not may_use(request.token, "read", at=hall.at):
        return Status(204, None)
    return Status(200, _told(queries.kept(queries.seen(row, at=hall.at))))


@router.get(ONE + "/words", auth=READ, response=list[schemas.Passage])
def list_words(
    request: ApiRequest, address: str, number: Number
) -> list[schemas.Passage]:
    """List what people wrote in an assembly, by what it is reported under."""
    hall = enter(request, address)
    row = assembly_found(hall, number)
    return [
        schemas.Passage(
            kind=one.said.kind,
            about=one.said.id,
            by=one.by,
            at=one.said.written_at,
            title="" if one.veils else one.said.title,
            words="" if one.veils else one.said.text,
            hidden=why(one.veils),
        )
        for one in queries.passages(row, at=hall.at)
    ]


def _told(kept: Kept) -> schemas.KeptMinutes:
    return schemas.KeptMinutes(
        stage=kept.stage,
        in_words=said(kept.says),
        due_out_at=kept.held.row.minutes_due_at if kept.draft.closed_at else None,
        sent_out_at=kept.now.sent_out_at,
        approved_at=kept.now.approved_at,
        digest=kept.digest,
        fixed=kept.approved.text if kept.approved and not kept.hides else "",
        confirmed=kept.confirmed,
        were_there=[
            schemas.Present(name=one.name, let_in_by=list(one.let_in_by))
            for one in kept.minutes.present
        ],
        guests=kept.minutes.guests,
        lines=[_line(one) for one in kept.lines],
        left_out=[_remark(one) for one in kept.left_out],
    )


def _line(line: queries.MinutesLine) -> schemas.MinutesLine:
    return schemas.MinutesLine(
        number=line.number,
        at=line.at,
        words=said(line.words),
        hidden=why(line.veils),
        beside=[_remark(one) for one in line.beside],
    )


def _remark(one: queries.Beside) -> schemas.Remark:
    return schemas.Remark(
        number=one.number,
        words=one.words,
        by=one.by,
        at=one.at,
        fate=one.fate,
        added=one.is_added,
        answered_by=one.answered_by,
        answered_at=one.answered_at,
        reason=one.reason,
        hidden=why(filter(None, (one.veil, one.reason_veil))),
    )
