"""What was hidden, appealed and taken down, held against the journal.

Who hid words, and who asked for them back, is not sealed: where a charter keeps that
from members, a digest of one name among few would give it away.
"""

from collections.abc import Iterator

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal.models import Line
from commonweal.foundation.journal.seals import (
    HELD,
    Holding,
    contradicted,
    last_told,
    sealed,
    unsealed,
)
from commonweal.foundation.threads.models import Appeal, Hiding, LastResort, Post
from commonweal.rules.canonical import Json
from commonweal.rules.sentence import Sentence

HIDING = Holding(Hiding, apart=("hidden_by",))
APPEAL = Holding(Appeal, apart=("made_by", "words"))
LAST_RESORT = Holding(LastResort)
HID = "hid_words"
TOOK = tuple(f"took_last_resort_{what}" for what in ("words", "face", "writing"))
SEALING = (
    *(HID, "showed_words_again", "kept_words_hidden", "granted_appeal"),
    *("words_came_back", "appealed", *TOOK, "lifted_last_resort"),
    *("let_last_resort_stand", "ended_last_resort", "last_resort_ran_out"),
)


def sealed_hiding(hiding: Hiding) -> dict[str, Json]:
    """Give the facts by which a line seals a hiding, with its appeal if it has one."""
    appeals = Appeal.objects.filter(hiding=hiding)
    return sealed((HIDING, hiding), *((APPEAL, one) for one in appeals))


def sealed_last_resort(measure: LastResort) -> dict[str, Json]:
    """Give the facts by which a line seals what the operator did, and what it hid."""
    hidden = Hiding.objects.filter(last_resort=measure)
    return sealed((LAST_RESORT, measure), *((HIDING, one) for one in hidden))


def hidden_compared(institution: Institution) -> Iterator[Sentence]:
    """Say where hidden words, appeals or last resorts are not as lines sealed them."""
    told = last_told(institution)
    ours = {"institution": institution}
    older = set(
        Line.objects.filter(institution=institution, deed__in=(HID, *TOOK, "appealed"))
        .exclude(facts__has_key=HELD)
        .values_list("about_id", flat=True)
    )
    hidden = Hiding.objects.filter(**ours)
    measures = LastResort.objects.filter(**ours)
    older |= {one.hiding_id for one in measures if one.pk in older}
    yield from contradicted(HIDING, hidden, told, older=older)
    yield from contradicted(APPEAL, Appeal.objects.filter(**ours), told, older=older)
    yield from contradicted(LAST_RESORT, measures, told, older=older)
    yield from _stopped(institution, list(measures.order_by("number")))
    yield from unsealed(institution, SEALING)


def _stopped(
    institution: Institution, measures: list[LastResort]
) -> Iterator[Sentence]:
    """Say whether an institution is stopped otherwise than its last resorts say."""
    until = {one.what: one.ends_at for one in measures}
    told = (
        until.get("writing"),
        until.get("face"),
        any(one.settled_at is None for one in measures),
    )
    # Read anew: whoever asks may hold it as it was.
    now = Institution.objects.get(pk=institution.pk)
    if told != (now.frozen_until, now.face_hidden_until, now.review_waits):
        yield Sentence("journal_last_resort_differs")


def posts_compared(institution: Institution) -> Iterator[Sentence]:
    """Say where something was said, or taken back, of which no line tells."""
    lines = Line.objects.filter(institution=institution)
    said = lines.filter(deed="said_in_thread")
    gone = dict(lines.filter(deed="took_back").values_list("about_id", "at"))
    told = {
        (line.about_id, line.by, line.at, gone.get(line.about_id)): line.number
        for line in said
    }
    kept = {
        (post.pk, post.author_id, post.written_at, post.taken_back_at)
        for post in Post.objects.filter(institution=institution)
    }
    for number in sorted(told[one] for one in told.keys() - kept):
        yield Sentence("journal_post_differs", {"number": number})
    for _ in {one[0] for one in kept} - {one[0] for one in told}:
        yield Sentence("journal_post_unannounced")
