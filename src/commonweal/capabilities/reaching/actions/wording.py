"""What a letter says that reminds somebody: all that waits, or that something does.

A link in it opens a page, on which its reader signs in and decides. None does anything
by being opened, but the one that stops such letters, and that one asks first.
"""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from commonweal.capabilities.reaching.queries import Waiting
from commonweal.capabilities.reaching.queries.choices import Fullness, stop_code
from commonweal.foundation.institutions.charters import name_in_letters
from commonweal.foundation.language import say
from commonweal.foundation.people.actions import Letter
from commonweal.foundation.people.models import Person
from commonweal.rules.leading_away import leads_away
from commonweal.rules.sentence import Fact, Sentence

# Of what other things are about nothing is told: words that were reported, who lost
# every way in.
TITLED = frozenset(
    {"assembly", "vote", "come_back", "support", "confirm", "review", "draft", "box"}
    | {"send_minutes", "read_minutes", "take_task", "do_task", "say_later"}
    | {"check_laptop", "look_again"}
)
# A letter is no scroll; the page has them all.
MOST_LINES = 20


def letter_of(
    person: Person, things: Sequence[Waiting], fullness: Fullness, *, at: datetime
) -> Letter:
    """Write the letter that reminds somebody of these things."""
    language = person.language
    stops = _address("reaching:stop", [stop_code(person, fullness)])
    facts: dict[str, Fact] = {
        "home": settings.ADDRESS.rstrip("/") + "/",
        "choose": _address("reaching:letters"),
        "stop": stops,
    }
    if fullness == "full":
        facts |= {"count": len(things), "things": _listed(things, language, at)}
    subject = say(Sentence(f"letter_reminder_{fullness}_subject", facts), language)
    body = say(Sentence(f"letter_reminder_{fullness}_body", facts), language)
    return Letter(person.email, subject, body, stops_at=stops)


def _listed(things: Sequence[Waiting], language: str, at: datetime) -> str:
    lines = [_line(one, language, at) for one in things[:MOST_LINES]]
    left = len(things) - MOST_LINES
    if left > 0:
        lines.append(say(Sentence("letter_reminder_more", {"count": left}), language))
    return "\n\n".join(lines)


def _line(one: Waiting, language: str, at: datetime) -> str:
    charter = one.membership.charter
    facts: dict[str, Fact] = {
        "act": one.act,
        "where": name_in_letters(charter, language),
        "title": _title(one, language, charter.language),
        "until": one.due_at,
        "then": _unless_it_leads(one.if_nothing),
    }
    form = "titled" if facts["title"] else "untitled"
    if one.due_at is not None and not one.goes_on and not one.can_wait:
        form += "_over" if one.due_at < at else "_until"
    with timezone.override(one.zone):
        words = say(Sentence(f"letter_reminder_{form}", facts), language)
    lines = [f"* {words}", _address(one.page.name, one.args)]
    if one.to_all:
        lines.insert(1, say(Sentence("letter_reminder_to_all"), language))
    return "\n  ".join(lines)


def _unless_it_leads(said: Sentence) -> Sentence:
    """Give what happens, unless words of a member's in it, as a place, lead away."""
    words = [fact for fact in said.facts.values() if isinstance(fact, str)]
    if any(leads_away(one) for one in words):
        return Sentence("letter_reminder_page")
    return said


def _title(one: Waiting, language: str, fallback: str) -> str:
    """Give the title as a letter may carry it: none that leads away from here."""
    if one.kind not in TITLED:
        return ""
    words = (
        say(one.title, language)
        if isinstance(one.title, Sentence | str)
        else one.title.said(language, fallback)
    )
    return "" if leads_away(words) else " ".join(words.split())


def _address(page: str, parts: Sequence[object] = ()) -> str:
    return settings.ADDRESS.rstrip("/") + reverse(page, args=list(parts))
