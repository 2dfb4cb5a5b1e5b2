"""Names that look alike, and names in letters of several scripts.

Somebody who calls themselves “Аsha” with a Cyrillic А is read as Asha. A name's
*skeleton* gives letters that look alike the same shape, so that two names with one
skeleton are one name to the eye.

Source: Unicode Technical Standard 39, Unicode Security Mechanisms, section 4
(confusable detection) and section 5 (mixed scripts). Its table of confusables has
thousands of rows; here are those of the letters in which members' names are written,
Latin, Cyrillic and Greek, and their digits. Unlike there, capitals and small capitals
count as small letters, and what stands between and around letters as nothing, stars and
raised dots among it. Left out
on purpose is what would keep Maria and Marla, or Clara and Dara, out of one house: that
a capital `I` is drawn like `l`, and `rn`, `vv` and `cl` like `m`, `w` and `d`.
"""

import unicodedata

# Each row: what is drawn, and everything that is drawn like it.
ALIKE = {
    "a": "\u0430\u03b1\u0251\u1d00",
    "b": "\u0432\u03b2\u044c\u0299",
    "c": "\u0441\u03f2\u1d04",
    "d": "\u0501\u1d05",
    "e": "\u0435\u03b5\u212e\u1d07",
    "f": "\u0584\ua730",
    "g": "\u0261\u0581\u0262\u050d",
    "h": "\u043d\u04bb\u03b7\u029c",
    "i": "\u0131\u0456\u03b9\u026a",
    "j": "\u0458\u03f3\u1d0a",
    "k": "\u043a\u03ba\u1d0b",
    "l": "1|\u04cf\u01c0\u029f",
    "m": "\u043c\u03bc\u1d0d",
    "n": "\u0578\u043f\u03c0\u0274",
    "o": "0\u043e\u03bf\u0585\u03c3\u1d0f",
    "p": "\u0440\u03c1\u1d18",
    "q": "\u051b\ua7af",
    "r": "\u0433\u0280",
    "s": "\u0455\ua731",
    "t": "\u0442\u03c4\u1d1b",
    "u": "\u057d\u03c5\u1d1c",
    "v": "\u03bd\u0475\u1d20",
    "w": "\u051d\u0461\u03c9\u1d21",
    "x": "\u0445\u03c7",
    "y": "\u0443\u04af\u03b3\u028f",
    "z": "\u03b6\u1d22",
}
_SHAPES = str.maketrans(
    {drawn: shape for shape, all_drawn in ALIKE.items() for drawn in all_drawn}
)
# Sigmas that are drawn like a c, which NFKC takes for those that are not.
_LUNATE = str.maketrans("\u03f2\u03f9", "cc")
# Capitals that are drawn like another letter than their small ones.
_CAPITALS = str.maketrans("\u039d\u03a5", "ny")
# Drawn like letters among letters; in a number they are what they are.
_DIGITS = str.maketrans("258", "zsb")
# Apostrophes that Unicode counts as letters or as marks beside letters.
_APOSTROPHES = frozenset("`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\ua78c")
# What draws an Arabic word out.
_TATWEEL = "\u0640"
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


def shapes(name: str) -> frozenset[str]:
    """Give every shape a name can be read by: two that share one are one to the eye.

    A capital Nu is drawn like an N, its small letter like a v, and no name says by
    which it is known; small raised letters are read, or overlooked.
    """
    if name.isascii():
        return frozenset({skeleton(name)})
    read = {name, _without_raised(name)}
    read |= {_plain(one).translate(_CAPITALS) for one in read}
    return frozenset(skeleton(one) for one in read)


def skeleton(name: str) -> str:
    """Give the shape of a name: two names with one shape are taken for each other.

    Spaces, capitals, punctuation and the way in which accents are typed make no
    difference; accents do. The shape of a shape is itself.
    """
    bare = "".join(one for one in name if not _says_nothing(one)) or name
    shape = "".join(_plain(bare).casefold().split())
    shape = unicodedata.normalize("NFD", shape).translate(_SHAPES)
    shape = _without_punctuation(shape)
    if _is_of_letters(shape):
        shape = shape.translate(_DIGITS)
    return unicodedata.normalize("NFD", shape)


def _plain(name: str) -> str:
    """Give letters in a circle, of full width or the like as the plain ones."""
    return unicodedata.normalize("NFKC", name.translate(_LUNATE))


def _says_nothing(sign: str) -> bool:
    """Say whether a sign is overlooked beside letters: a dot, a star, a small hook."""
    if sign in _APOSTROPHES:
        return True
    return _is_beside_letters(sign) and not any(map(str.isalnum, _read_as(sign)))


def _is_beside_letters(sign: str) -> bool:
    category = unicodedata.category(sign)
    # Other signs of this category are letters of names, as in Sasaki.
    is_raised = category == "Lm" and (
        sign == _TATWEEL or "MODIFIER LETTER" in unicodedata.name(sign, "")
    )
    return is_raised or category in {"Sk", "So"}


def _read_as(sign: str) -> str:
    read = _plain(sign)
    return "" if unicodedata.category(read[-1]) == "Lm" else read


def _without_raised(name: str) -> str:
    return "".join(one for one in name if not _is_beside_letters(one)) or name


def _without_punctuation(shape: str) -> str:
    """Leave out points, dashes and brackets, unless a name has nothing else."""
    kept = (
        one
        for one in shape
        if not unicodedata.category(one).startswith("P") and not _says_nothing(one)
    )
    return "".join(kept) or shape


def _is_of_letters(shape: str) -> bool:
    """Say whether a name is letters, but for digits that are drawn like some."""
    rest = [one for one in shape if one not in "258"]
    letters = any(one.isalpha() for one in rest)
    return letters and not any(one.isdigit() for one in rest)


def mixes_scripts(name: str) -> bool:
    """Say whether a name is written in letters of more than one script that look alike.

    Nobody's own name is; Latin beside Japanese or Arabic is nothing to wonder at.
    """
    told = {
        script
        for letter in ("" if name.isascii() else name)
        if letter.isalpha()
        for script in SCRIPTS
        if unicodedata.name(letter, "").startswith(script)
    }
    return len(told) > 1
