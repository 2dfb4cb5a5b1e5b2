"""Words for where bodies and matters stand, for the pages of confederations."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from commonweal.capabilities.confederation.queries import Read
from commonweal.foundation.language import say
from commonweal.foundation.text import html_of
from commonweal.rules.confederation.answers import Counts
from commonweal.rules.confederation.standing import Standing
from commonweal.rules.sentence import Fact, Sentence

register = template.Library()


@register.simple_tag
def matter_stage(read: Read) -> str:
    """Say where a matter stands."""
    return say(Sentence(f"matter_stage_{read.now.stage}"))


@register.simple_tag
def body_standing(standing: Standing) -> str:
    """Say where a body stands."""
    facts: dict[str, Fact] = {"until": standing.until}
    return say(Sentence(f"body_now_{standing.place}", facts))


@register.simple_tag
def remedy_now(remedy: str) -> str:
    """Say what follows now from what is not kept."""
    return say(Sentence(f"remedy_now_{remedy}"))


@register.simple_tag
def votes_rest() -> str:
    """Say to a delegate that what they say is heard and not counted."""
    return say(Sentence("votes_rest"))


@register.simple_tag
def stands(where: str) -> str:
    """Say what a body said, in a word."""
    return say(Sentence(f"stands_{where}"))


@register.simple_tag
def words_shown(words: str) -> SafeString:
    """Show words that were put to a congress or sent back to it."""
    return html_of(words)


@register.inclusion_tag("confederation/_looked_after.html", takes_context=True)
def looked_after(
    context: Context, kind: str, place: UUID, author: UUID | None = None
) -> dict[str, Any]:
    """Say why words are hidden, or offer to report them to all but their author."""
    request = context["request"]
    me = request.member
    return {
        "request": request,
        "kind": kind,
        "place": place,
        "hidden": (context.get("hidden") or {}).get(place),
        "can_report": context.get("can_report") and not (me and me.pk == author),
    }


@register.simple_tag
def counted(counts: Counts) -> str:
    """Say how many of a base said what, out of how many."""
    return say(Sentence("base_counted", asdict(counts)))


@register.simple_tag
def stance_button(stance: str) -> str:
    """Say what a delegate does by pressing."""
    words = {
        "yes": gettext("Say yes for my body"),
        "no": gettext("Say no for my body"),
        "abstain": gettext("Abstain for my body"),
    }
    return words[stance]
