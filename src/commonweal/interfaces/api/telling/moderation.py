"""What was reported and hidden, told to whoever may know of it."""

from collections.abc import Callable, Sequence
from uuid import UUID

from commonweal.capabilities.decisions.queries import number_of
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.threads import access, actions, queries
from commonweal.foundation.threads.models import Hiding
from commonweal.interfaces.api.requests import Hall
from commonweal.interfaces.api.schemas import moderation as schemas
from commonweal.interfaces.api.schemas.common import Said as Told
from commonweal.interfaces.api.schemas.common import in_words, may, said
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import Verdict, refused


def why_hidden(hall: Hall, hiding: Hiding | None) -> list[Told]:
    """Say what stands in the place of hidden words; nothing where none are hidden."""
    if hiding is None:
        return []
    return [said(one) for one in queries.told(hiding, hall.charter, at=hall.at)]


def words_veiled(hall: Hall, places: Sequence[UUID]) -> Callable[[UUID], list[Told]]:
    """Ask once for all these places what is hidden; then say why, place by place."""
    hidden = queries.hidden_words(hall.institution, list(places), at=hall.at)
    return lambda place: why_hidden(hall, hidden.get(place))


def hiding_told(hall: Hall, hiding: Hiding, words: Said) -> schemas.Hiding:
    """Tell why words are hidden, and what one may do about it."""
    acts = _acts(hall, hiding, words)
    own = hall.member is not None and hall.member.pk == words.author
    shown = own or bool(acts["show_again"]) or bool(acts["answer"])
    return schemas.Hiding(
        id=hiding.pk,
        kind=hiding.about_kind,
        about=hiding.about_id,
        hidden_at=hiding.hidden_at,
        is_hidden=access.is_hidden(hall.institution, hiding.about_id, at=hall.at),
        why=why_hidden(hall, hiding),
        words=words.text if shown else None,
        may_appeal=may(acts["appeal"]),
        may_show_again=may(acts["show_again"]),
        may_answer=may(acts["answer"]),
    )


def last_resorts_told(hall: Hall) -> list[schemas.LastResort]:
    """Tell what the operator did here in the last resort, the newest first."""
    here, at = hall.institution, hall.at
    return [
        schemas.LastResort(
            number=one.number,
            what=one.what,
            wrong=one.wrong,
            taken_at=one.taken_at,
            ends_at=one.ends_at,
            outcome=one.outcome,
            told=[said(line) for line in queries.last_resort_told(one, at=at)],
            review=number_of(here, one.review_id) if one.review_id else None,
        )
        for one in queries.last_resorts(here)
    ]


def stewards_told(hall: Hall, me: Member) -> schemas.Stewards:
    """Tell who looks after words; what waits is told to those who decide about it."""
    charter, terms = hall.charter, hall.charter.moderation
    office = charter.office(terms.office)
    deciding = charter.office(terms.deciding_office)
    return schemas.Stewards(
        office=in_words(office.name) if office else "",
        deciding_office=in_words(deciding.name) if deciding else "",
        reports=_reports(hall, me),
        appeals=_appeals(hall, me),
        past=[
            schemas.HidingInShort(
                id=one.pk,
                kind=one.about_kind,
                hidden_at=one.hidden_at,
                why=why_hidden(hall, one),
            )
            for one in queries.past_hidings(hall.institution)
        ],
    )


def _reports(hall: Hall, me: Member) -> list[schemas.Matter] | None:
    here, charter, at = hall.institution, hall.charter, hall.at
    found = queries.reports_for(me, charter, at=at)
    if found is None:
        return None
    reports = [report for one in found for report in one.reports]
    actions.note_reports_read(reports, by=me, at=at)
    return [
        schemas.Matter(
            kind=one.said.kind,
            about=one.said.id,
            title=one.said.title,
            text=one.said.text,
            reports=[
                schemas.Complaint(
                    wrong=report.wrong, words=report.words, is_urgent=report.is_urgent
                )
                for report in one.reports
            ],
            may_decide=may(access.may_decide(me, charter, one.said, here, at=at)),
        )
        for one in found
    ]


def _appeals(hall: Hall, me: Member) -> list[schemas.Appealed] | None:
    charter, at = hall.charter, hall.at
    found = queries.appeals_for(me, charter, at=at)
    if found is None:
        return None
    return [
        schemas.Appealed(
            hiding=one.appeal.hiding_id,
            words=one.appeal.words,
            answer_until=one.appeal.answer_until,
            may_answer=may(
                access.may_answer_appeal(me, charter, one.said, one.appeal, at=at)
            ),
        )
        for one in found
    ]


def _acts(hall: Hall, hiding: Hiding, words: Said) -> dict[str, Verdict]:
    member, charter, at = hall.member, hall.charter, hall.at
    asked = getattr(hiding, "appeal", None)
    return {
        "appeal": access.may_appeal(member, charter, words, hiding, at=at),
        "show_again": access.may_show_again(member, charter, words, hiding, at=at),
        "answer": access.may_answer_appeal(member, charter, words, asked, at=at)
        if asked
        else refused("no_appeal_yet"),
    }
