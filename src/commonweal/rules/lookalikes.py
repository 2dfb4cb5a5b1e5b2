"""Names that look alike, and names in letters of several scripts.

Somebody who calls themselves “Аsha” with a Cyrillic А is read as Asha. A name's
*skeleton* gives letters that look alike the same shape, so that two names with one
skeleton are one name to the eye.

Source: Unicode Technical Standard 39, Unicode Security Mechanisms, section 4
(confusable detection) and section 5 (mixed scripts). Its table of confusables has
thousands of rows; here are those of the letters in which members' names are written,
Latin, Cyrillic and Greek, and their digits. Unlike there, capitals count as small
letters, and `i` as `l`.
"""

import unicodedata

# Each row: what is drawn, and everything that is drawn like it.
ALIKE = {
    "a": "\u0430\u03b1\u0251",
    "b": "\u0432\u03b2\u044c",
    "c": "\u0441\u03f2",
    "d": "\u0501",
    "e": "\u0435\u03b5\u212e",
    "f": "\u0584",
    "g": "\u0261\u0581",
    "h": "\u043d\u04bb\u03b7",
    "j": "\u0458\u03f3",
    "k": "\u043a\u03ba",
    "l": "i1|\u0131\u0456\u04cf\u03b9\u01c0",
    "m": "\u043c\u03bc",
    "n": "\u0578\u043f\u03c0",
    "o": "0\u043e\u03bf\u0585\u03c3",
    "p": "\u0440\u03c1",
    "q": "\u051b",
    "r": "\u0433",
    "s": "\u0455",
    "t": "\u0442\u03c4",
    "u": "\u057d\u03c5",
    "v": "\u03bd\u0475",
    "w": "\u051d\u0461\u03c9",
    "x": "\u0445\u03c7",
    "y": "\u0443\u04af\u03b3",
    "z": "\u03b6",
}
_SHAPES = str.maketrans(
    {drawn: shape for shape, all_drawn in ALIKE.items() for drawn in all_drawn}
)
# What two letters together are drawn like.
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


def skeleton(name: str) -> str:
    """Give the shape of a name: two names with one shape are taken for each other.

    Spaces, capitals and the way in which accents are typed make no difference; accents
    do. The shape of a shape is itself.
    """
    shape = "".join(unicodedata.normalize("NFKC", name).casefold().split())
    shape = unicodedata.normalize("NFD", shape).translate(_SHAPES)
    for pair, drawn in _PAIRS:
        shape = shape.replace(pair, drawn)
    return unicodedata.normalize("NFD", shape)


def mixes_scripts(name: str) -> bool:
    """Say whether a name is written in letters of more than one script that look alike.

    Nobody's own name is; Latin beside Japanese or Arabic is nothing to wonder at.
    """
    told = {
        script
        for letter in name
        if letter.isalpha()
        for script in SCRIPTS
        if unicodedata.name(letter, "").startswith(script)
    }
    return len(told) > 1
