"""The components of every page, a template each but for rows. Used without `load`.

`{% say sentence %}`, `{% moment at %}`, `{% refused verdict %}`, `{% chart figure %}`,
`{% notice %}…{% endnotice %}` and the rest; all are shown together on `/style/`.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo
from secrets import token_hex
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.forms import BoundField, RadioSelect
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from commonweal.foundation import language
from commonweal.interfaces.web.charts import Chart, Table
from commonweal.interfaces.web.markup import filled, joined
from commonweal.interfaces.web.navigation import Language
from commonweal.interfaces.web.refusals import TYPED_BY
from commonweal.rules import lookalikes
from commonweal.rules.sentence import LocalText, Sentence
from commonweal.rules.verdict import Verdict

register = template.Library()
type Said = Sentence | LocalText | str
CARD = (
    '<li><article class="card"><h3><a href="{}"><bdi>{}</bdi></a></h3>{}{}</article>'
    "</li>"
)
LINE = (
    '<li class="card" value="{0}" id="line-{0}"><p>{1}</p>'
    '<p class="eyebrow">{0} · {2}</p></li>'
)
HIDDEN = '<input type="hidden" name="{}" value="{}">'


class Card(NamedTuple):
    """What a list shows of a proposal: where it stands, and the reader's part in it."""

    title: Said
    url: str
    standing: str
    mine: str


class NeedsRow(NamedTuple):
    """One act that waits for me, until when by whose clock, and if I do nothing."""

    url: str
    title: Said
    act: Said
    where: Said = ""
    until: datetime | None = None
    zone: tzinfo = UTC
    if_nothing: Said = ""


@register.simple_tag(takes_context=True)
def say(context: template.Context, said: Said) -> SafeString | str:
    """Say a sentence, or an institution's own words, marked if in another tongue."""
    if not isinstance(said, LocalText):
        return language.say(said)
    charter = getattr(context.get("request"), "charter", None)
    fallback = charter.language if charter else "en"
    tag, words = said.chosen(get_language() or "en", fallback)
    if tag in {"", get_language()}:
        return words
    return filled('<span lang="{}">{}</span>', tag, words)


@register.simple_tag(takes_context=True, name="csrf_token")
def form_marks(context: template.Context) -> SafeString:
    """Mark a form as ours and, for who is signed in, as theirs.

    Words typed by one person in a browser that another uses by then are never sent.
    """
    token, request = context.get("csrf_token"), context.get("request")
    if not token or token == "NOTPROVIDED":
        return SafeString("")
    mark = filled(HIDDEN, "csrfmiddlewaretoken", token)
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return mark
    return mark + filled(HIDDEN, TYPED_BY, person.pk)


@register.simple_tag
def once() -> SafeString:
    """Mark a form whose answer is shown once, so that a reload does nothing twice."""
    return filled(HIDDEN, "once", token_hex(16))


@register.simple_tag
def carries(url: str) -> SafeString:
    """Let a button send all that was typed on the page, to where it leads."""
    return filled(' form="all" formaction="{}"', url)


@register.filter
def said(words: Said) -> str:
    """Say a sentence inside another tag: `{{ sentence|said }}`."""
    return language.say(words)


@register.filter
def mixes_scripts(name: str) -> bool:
    """Say whether a name is written in letters of two scripts that look alike."""
    return lookalikes.mixes_scripts(name)


@register.filter
def amount_of(value: object) -> str:
    """Write a number, a fraction or a list as the reader's language does."""
    return language.say_fact(value)  # type: ignore[arg-type]


@register.simple_tag(takes_context=True)
def moment(context: template.Context, value: datetime, form: str = "") -> SafeString:
    """Tell a moment with its weekday: form "zoned" names the place, "far" adds how far.

    "day" leaves the time of day out.
    """
    at = getattr(context.get("request"), "at", None)
    match form:
        case "day":
            words = language.day(value)
        case "zoned":
            words = language.moment(value, near=at)
        case _:
            words = language.clock_words(value, near=at)
    if form == "far" and at is not None:
        words = f"{words}, {language.how_far(value, at=at)}"
    iso = timezone.localtime(value).isoformat(timespec="minutes")
    return filled('<time datetime="{}">{}</time>', iso, words)


@register.simple_tag
def on_day(value: date) -> SafeString:
    """Tell a day of the calendar with its weekday."""
    words = language.calendar_day(value)
    return filled('<time datetime="{}">{}</time>', value.isoformat(), words)


@register.simple_tag
def clock_place() -> str:
    """Name the place whose clock this page goes by."""
    return language.place_of(timezone.get_current_timezone())


@register.inclusion_tag("components/page_head.html")
def page_head(title: Said, eyebrow: Said = "", lead: Said = "") -> dict[str, Any]:
    """Show what this page is, in one heading."""
    return {"title": title, "eyebrow": eyebrow, "lead": lead}


@register.simple_tag(takes_context=True)
def decision_cards(context: template.Context, cards: Sequence[Card]) -> SafeString:
    """Show decisions in a list: where each stands, and what I have done in it."""
    rows = (
        filled(
            CARD,
            one.url,
            say(context, one.title),
            filled("<p>{}</p>", one.standing) if one.standing else "",
            filled('<p class="eyebrow">{}</p>', one.mine) if one.mine else "",
        )
        for one in cards
    )
    return filled('<ul class="cards">{}</ul>', joined(rows))


@register.simple_tag(takes_context=True)
def journal_lines(
    context: template.Context, told: Sequence[tuple[int, Sentence, datetime]]
) -> SafeString:
    """Show lines of the journal: what was done, the number of the line, and when."""
    return joined(
        filled(LINE, number, language.say(sentence), moment(context, at))
        for number, sentence, at in told
    )


@register.inclusion_tag("components/rule_sentence.html")
def rule_sentence(rule: Said | Sequence[Said]) -> dict[str, Any]:
    """Show the rule, as a sentence or several."""
    lines = rule if isinstance(rule, list | tuple) else [rule]
    return {"lines": lines}


@register.inclusion_tag("components/chart.html")
def chart(figure: Chart) -> dict[str, Any]:
    """Show a figure: labels, picture, caption, and the table under a fold."""
    return {"chart": figure}


@register.inclusion_tag("components/table.html")
def figures(table: Table) -> dict[str, Any]:
    """Show figures as a table that scrolls by itself where it must."""
    return {"table": table}


@register.inclusion_tag("components/queue.html")
def queue(people: Sequence[tuple[str, Said]]) -> dict[str, Any]:
    """Show who is next, and why."""
    return {"people": people}


@register.inclusion_tag("components/needs_row.html", takes_context=True)
def needs_row(context: template.Context, row: NeedsRow) -> dict[str, Any]:
    """Show one thing that needs me: the act, and what happens if I do nothing."""
    at = getattr(context.get("request"), "at", None)
    when = ""
    if row.until is not None:
        # A list over several institutions: each deadline is told by its own clock.
        with timezone.override(row.zone):
            when = language.moment(row.until, near=at)
            when += f", {language.how_far(row.until, at=at)}" if at else ""
    is_over = row.until is not None and at is not None and row.until <= at
    return {"row": row, "when": when, "is_over": is_over}


@register.inclusion_tag("components/amount.html")
def amount(value: int, unit: Said = "") -> dict[str, Any]:
    """Show an amount with what it counts."""
    return {"value": language.number(value), "unit": unit}


@register.inclusion_tag("components/person.html")
def person(name: str, what: Said = "") -> dict[str, Any]:
    """Show somebody by the name they chose here, and what they do."""
    return {"name": name, "what": what}


@register.inclusion_tag("components/timeline.html", takes_context=True)
def timeline(
    context: template.Context, steps: Sequence[tuple[Said, datetime | None, str]]
) -> dict[str, Any]:
    """Show what happens when: (words, moment or None, "past" | "now" | "future")."""
    return {"steps": steps, "request": context.get("request")}


@register.simple_block_tag
def notice(content: str, tone: str = "note") -> SafeString:
    """Set a paragraph apart: tone "note", "warning" or "good"."""
    return filled('<div class="{}" role="note">{}</div>', tone, content)


@register.inclusion_tag("components/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """Show one field of a form with its label, its help and what is wrong with it."""
    widget = bound.field.widget
    kind = getattr(widget, "input_type", "textarea")
    return {"field": bound, "is_group": isinstance(widget, RadioSelect), "kind": kind}


@register.inclusion_tag("components/refused.html")
def refused(verdict: Verdict, change: Said = "") -> dict[str, Any]:
    """Show why something may not be done, in the place where its button would be."""
    return {"verdict": verdict, "change": change}


@register.inclusion_tag("components/empty.html")
def empty(words: Said, next_step: Said = "", url: str = "") -> dict[str, Any]:
    """Show that there is nothing here, and what one can do about it."""
    return {"words": words, "next_step": next_step, "url": url}


@register.inclusion_tag("components/progress.html")
def progress(done: int, whole: int, words: Said = "") -> dict[str, Any]:
    """Show how far long work is, and that one may leave meanwhile."""
    return {"done": done, "whole": whole, "words": words}


@register.inclusion_tag("components/leave_at_once.html")
def leave_at_once() -> dict[str, Any]:
    """Offer a way off a page that nobody should be seen with, without JavaScript."""
    return {"elsewhere": urlsplit(settings.ELSEWHERE).hostname}


@register.inclusion_tag("components/languages.html", takes_context=True)
def language_switch(context: template.Context) -> dict[str, Any]:
    """Offer the languages, each under its own name, without JavaScript."""
    languages: Sequence[Language] | None = context.get("languages")
    return {
        "languages": languages or (),
        "here": context.get("page", "/"),
        "csrf_token": context.get("csrf_token"),
        "kept_form": context.get("language_form"),
    }
