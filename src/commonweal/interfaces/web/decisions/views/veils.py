"""What a decision page shows in the place of hidden words."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.safestring import SafeString

from commonweal.capabilities.decisions.queries import ProposalView
from commonweal.foundation.text import html_of
from commonweal.foundation.threads import access, queries
from commonweal.foundation.threads.models import Hiding, Hold, Post
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.moderation.said import Said
from commonweal.rules.sentence import Sentence


class Hidden(NamedTuple):
    """Why words are hidden, and the words for those who may still read them."""

    hiding: Hiding
    told: tuple[Sentence, ...]
    said: Said | None = None
    words: SafeString | None = None


class Shown(NamedTuple):
    """One post as this reader sees it: its words, or what stands in their place."""

    post: Post
    words: SafeString
    hidden: Hidden | None
    held: Hold | None
    may_read: bool
    typed: str = ""


def posts_for(
    request: InstitutionRequest, about: UUID, typed: Mapping[str, str]
) -> list[Shown]:
    """Give what was said about a thing: hidden and held words for those they are for.

    Links of newcomers stand there as text until somebody has vouched for them. `typed`
    are answers that were not sent yet, by the names of their fields.
    """
    here, charter, at = request.institution, request.charter, request.at
    posts = list(queries.posts(here, about))
    ids = [post.pk for post in posts]
    hidden = queries.hidden_words(here, ids, at=at)
    held = queries.held_back(here, ids)
    authors = {post.author_id for post in posts if post.author_id}
    new = access.newcomers(here, charter, authors, at=at)
    return [
        Shown(
            post,
            html_of(post.text, links=post.author_id not in new),
            hidden_told(request, post.pk, hidden),
            held.get(post.pk),
            _is_for(request, held.get(post.pk)),
            typed.get(f"answer-{post.pk}", ""),
        )
        for post in posts
    ]


def _is_for(request: InstitutionRequest, hold: Hold | None) -> bool:
    if hold is None or request.member is None:
        return True
    own = hold.author_id == request.member.pk
    return own or bool(
        access.may_sponsor(request.member, request.charter, hold, at=request.at)
    )


def text_of(request: InstitutionRequest, view: ProposalView) -> SafeString:
    """Give the words of a proposal; a newcomer's links stand there as text."""
    return html_by_author(request, view, view.text)


def html_by_author(
    request: InstitutionRequest, view: ProposalView, text: str
) -> SafeString:
    """Show a text of whoever wrote a proposal; a newcomer's links stand as text."""
    author = view.proposal.author_id
    new = access.newcomers(
        request.institution, request.charter, {author} if author else (), at=request.at
    )
    return html_of(text, links=author not in new)


def hidden_told(
    request: InstitutionRequest, id_: UUID, hidden: Mapping[UUID, Hiding]
) -> Hidden | None:
    """Say why these words are hidden, if they are."""
    if id_ not in hidden:
        return None
    told = queries.told(hidden[id_], request.charter, at=request.at)
    return Hidden(hidden[id_], told)


def veil(request: InstitutionRequest, view: ProposalView) -> dict[str, Any]:
    """Say why a proposal is hidden, if it is, and whether its words can be reported.

    While it is being voted on, members can still read what they vote on.
    """
    hiding: Hiding | None = getattr(view.proposal, "hiding", None)
    can_report = bool(request.charter.moderation.office) and view.stage != "draft"
    if hiding is None:
        return {"hidden": None, "can_report": can_report}
    told = queries.told(hiding, request.charter, at=request.at)
    said = queries.said_at(request.institution, "proposal", view.proposal.pk)
    shown = said is not None and _reads_hidden(request, view, hiding, said)
    words = html_of(said.text) if shown and said is not None else None
    return {"hidden": Hidden(hiding, told, said if shown else None, words)}


def _reads_hidden(
    request: InstitutionRequest, view: ProposalView, hiding: Hiding, said: Said
) -> bool:
    member, charter, at = request.member, request.charter, request.at
    if member is None:
        return False
    # What the operator hid, by law, not even those read who vote on it.
    deciding = view.stage == "deciding" and bool(hiding.office)
    own = member.pk == said.author
    may = access.may_show_again(member, charter, said, hiding, at=at)
    return deciding or own or bool(may)
