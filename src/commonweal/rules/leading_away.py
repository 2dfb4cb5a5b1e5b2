"""Names that hold a link, an address or a telephone number.

The name of an institution stands in letters that this server writes to people who never
asked for one. A mail program makes a link of whatever looks like one, and whoever reads
“Call 0151 2345678” in a letter they trust may call. So a name is no place for either.

Too much is refused rather than too little: whoever is called “St.Pauli” puts a space
after the dot, and is told so.
"""

import re
import unicodedata

# Dots and slashes of other scripts, which programs read as their own.
_SIGNS = str.maketrans({"\u3002": ".", "\uff61": ".", "\u2024": ".", "\u2044": "/"})
_OPENERS = ("://", "www.", "@", "mailto:", "tel:", "sms:", "localhost")
_NUMBERED = re.compile(r"(?<!\d)\d{1,3}(\.\d{1,3}){3}(?!\d)")
_DOTTED = re.compile(r"[^\W_]\.((?:xn--)?[^\W\d_]{2,})")
# A machine and the door of it that is knocked at.
_KNOCKED = re.compile(r"[^\W\d_]:\d{3,5}(?!\d)")
# Digits with what people put between those of a telephone number.
_DIGITS = re.compile(r"\d(?:[^\w,;:&]{0,3}\d)+")
_LISTED = re.compile(r"\d(?:[^\w]{0,3}\d)+")
_YEAR = re.compile(r"[12]\d{3}")
# From so many on, digits in a row are a number to call, if they are not all in pairs.
LEAST_DIGITS = 7
DIGITS_IN_PAIRS = 8
# Ends of addresses, one for each country (ISO 3166) and a few beside. A word of two
# letters that is none of them ends no address: ver.di is a union. Here stands the first
# letter of each, and beside it all second ones.
_COUNTRIES = frozenset(
    first + second
    for first, seconds in {
        "a": "cdefgilmoqrstuwxz",
        "b": "abdefghijmnorstvwyz",
        "c": "acdfghiklmnoruvwxyz",
        "d": "ejkmoz",
        "e": "cegrstu",
        "f": "ijkmor",
        "g": "abdefghilmnpqrstuwy",
        "h": "kmnrtu",
        "i": "delmnoqrst",
        "j": "emop",
        "k": "eghimnprwyz",
        "l": "abcikrstuvy",
        "m": "acdeghklmnopqrstuvwxyz",
        "n": "acefgilopruz",
        "o": "m",
        "p": "aefghklmnrstwy",
        "q": "a",
        "r": "eosuw",
        "s": "abcdeghijklmnorstuvxyz",
        "t": "cdfghjklmnortvwz",
        "u": "agksyz",
        "v": "aceginu",
        "w": "fs",
        "y": "et",
        "z": "amw",
    }.items()
    for second in seconds
)


def leads_away(name: str) -> bool:
    """Say whether a name holds something to follow, to write to or to call.

    Full-width, circled and other digits and letters are read as the plain ones, and
    what nobody sees is left out, as whoever reads them does.
    """
    plain = _plain(name)
    return (
        any(opener in plain for opener in _OPENERS)
        or _NUMBERED.search(plain) is not None
        or any(_ends_address(found[1]) for found in _DOTTED.finditer(plain))
        or _KNOCKED.search(plain) is not None
        or any(_is_to_call(found[0]) for found in _DIGITS.finditer(plain))
        or any(_is_listed_to_call(found[0]) for found in _LISTED.finditer(plain))
    )


def _plain(name: str) -> str:
    """Give the signs of a name as they are read, digits of every script as ours."""
    whole = unicodedata.normalize("NFKC", name).translate(_SIGNS).casefold()
    return "".join(
        str(unicodedata.decimal(sign, sign))
        for sign in whole
        if unicodedata.category(sign) not in {"Cf", "Mn", "Me"}
    )


def _ends_address(ending: str) -> bool:
    return len(ending) > 2 or not ending.isascii() or ending in _COUNTRIES


def _is_to_call(found: str) -> bool:
    groups = re.findall(r"\d+", found)
    count = sum(len(one) for one in groups)
    if all(_YEAR.fullmatch(one) for one in groups) and len(groups) == 2:
        return False
    in_pairs = all(len(one) <= 2 for one in groups)
    return count >= (DIGITS_IN_PAIRS if in_pairs else LEAST_DIGITS)


def _is_listed_to_call(found: str) -> bool:
    """Say whether digits between commas or colons are a number, no houses or hours.

    Those of a list are equally long or short, and none begins with a nought.
    """
    groups = re.findall(r"\d+", found)
    count = sum(len(one) for one in groups)
    if all(len(one) <= 2 for one in groups):
        return count > DIGITS_IN_PAIRS and _has_nought(groups)
    is_mixed = len({len(one) for one in groups}) > 1 and max(map(len, groups)) > 3
    return count >= LEAST_DIGITS and (is_mixed or _has_nought(groups))


def _has_nought(groups: list[str]) -> bool:
    return any(one.startswith("0") and len(one) > 1 for one in groups)
