"""What people type: names and texts made safe to keep, Markdown made safe to show."""

import re
import unicodedata
from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from commonweal.rules.verdict import Refused, refused

# Letters that show nothing and so could be a name that nobody sees.
BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"
# What Unicode lets a page leave out (Default_Ignorable_Code_Point), first and last.
IGNORABLE = (
    *((0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x17B4, 0x17B5)),
    *((0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F)),
    *((0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3)),
    *((0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
# What a text in several scripts needs: joiners, and marks that turn no sentence round.
KEPT_IN_TEXT = "\n\t\u200c\u200d\u200e\u200f"
MOST_MARKS_ON_A_LETTER = 4

MAIL_ADDRESS = re.compile(
    r"[^@\s\x00-\x1f]{1,64}@[^@\s\x00-\x1f]{1,120}\.[^@\s.]{2,63}"
)

MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable(
    ["image", "html_block", "html_inline"]
)
# Each bracket is tried as the beginning of a link; thousands of them take a second.
MOST_BRACKETS = 500
WITHOUT_LINKS = MarkdownIt("commonmark", MARKDOWN.options).disable(
    ["image", "html_block", "html_inline", "link", "reference", "autolink"]
)
REMEMBERED = 128
TAGS = {
    *("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li"),
    *("h3", "h4", "h5", "h6", "a"),
}
HEADING = re.compile(r"(</?h)([1-6])")


@lru_cache(maxsize=REMEMBERED)
def html_of(markdown: str, *, links: bool = True) -> SafeString:
    """Show a member's text: paragraphs, lists, emphasis, links; no images, no HTML.

    Without `links` their addresses stand there as text, to be read and not followed.
    What was shown last is remembered, so that a text made to be slow is slow once.
    """
    calm = links and markdown.count("[") <= MOST_BRACKETS
    html = (MARKDOWN if calm else WITHOUT_LINKS).render(markdown)
    # The page has its own first two headings; a text's headings stand below them.
    lowered = HEADING.sub(lambda m: f"{m[1]}{min(int(m[2]) + 2, 6)}", html)
    safe = nh3.clean(
        lowered,
        tags=TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener",
    )
    return mark_safe(safe)


def clean_line(text: str, limit: int) -> str:
    """Give what somebody wrote as one line, or nothing: no words look like a second.

    Raises `Refused` as `clean_text` does.
    """
    return " ".join(clean_text(text, limit).split())


def clean_name(text: str, limit: int) -> str:
    """Give a name as it will be kept: one line, nothing invisible, nothing reversed.

    It has a letter or a number in it, of whatever script. Raises `Refused` with
    `name_empty` or `name_too_long`.
    """
    visible = "".join(_visible(letter) for letter in _start_of(text, limit))
    name = _calmed(" ".join(unicodedata.normalize("NFC", visible).split()))
    if not any(unicodedata.category(letter)[0] in "LN" for letter in name):
        raise Refused(refused("name_empty"))
    if len(name) > limit or len(text) > _reading_limit(limit):
        raise Refused(refused("name_too_long", limit=limit))
    return name


def clean_text(text: str, limit: int) -> str:
    """Give a longer text as it will be kept, with its lines.

    Raises `Refused` with `text_too_long`. A text may be empty.
    """
    if len(text) > _reading_limit(limit):
        raise Refused(refused("text_too_long", limit=limit, length=len(text)))
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = _calmed("".join(letter for letter in lines if _belongs_in_text(letter)))
    cleaned = kept.strip()
    if len(cleaned) > limit:
        raise Refused(refused("text_too_long", limit=limit, length=len(cleaned)))
    return cleaned


def is_mail_address(text: object) -> bool:
    """Say whether something looks like an address that mail can be sent to."""
    return isinstance(text, str) and MAIL_ADDRESS.fullmatch(text) is not None


def _start_of(text: str, limit: int) -> str:
    # What is far too long is refused anyway, and need not be read to its end first.
    return text[: _reading_limit(limit)]


def _reading_limit(limit: int) -> int:
    return 4 * limit + 100


def _visible(letter: str) -> str:
    category = unicodedata.category(letter)
    if letter in BLANK_LETTERS or category in {"Zl", "Zp", "Cc"}:
        return " "
    return "" if category in {"Cf", "Cs"} or _is_ignorable(letter) else letter


def _is_ignorable(letter: str) -> bool:
    return any(first <= ord(letter) <= last for first, last in IGNORABLE)


def _belongs_in_text(letter: str) -> bool:
    return letter in KEPT_IN_TEXT or unicodedata.category(letter) not in {
        *("Cc", "Cf", "Cs"),
    }


def _calmed(text: str) -> str:
    """Leave a few accents on each letter; a tower of them covers what others wrote."""
    kept, marks = [], 0
    for letter in text:
        is_mark = not letter.isascii() and unicodedata.category(letter) in {"Mn", "Me"}
        marks = marks + 1 if is_mark else 0
        if marks <= MOST_MARKS_ON_A_LETTER:
            kept.append(letter)
    return "".join(kept)
