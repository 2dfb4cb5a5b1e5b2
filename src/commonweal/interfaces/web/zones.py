"""Whose clock a place goes by: guessed from what a browser says it reads.

A browser says which languages its owner reads, often with a country. Of a country with
one clock that is enough; of one with several the clock of most people there is taken.
It is a guess, shown in a field that anybody can write over. The countries are those of
the Unicode CLDR, as Babel carries them.
"""

from collections import defaultdict
from functools import cache

from babel.core import get_global
from django.http import HttpRequest

from commonweal.rules.days import is_time_zone

# Of countries with several clocks, the one by which most people there live.
MOST_PEOPLE = {
    "AR": "America/Argentina/Buenos_Aires",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "ID": "Asia/Jakarta",
    "KZ": "Asia/Almaty",
    "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
}
LONGEST_HEADER = 500


def guessed_zone(request: HttpRequest) -> str:
    """Guess by whose clock a reader lives; empty where the browser names no country."""
    said = request.headers.get("Accept-Language", "")[:LONGEST_HEADER]
    for tag in said.split(","):
        for part in tag.partition(";")[0].strip().split("-")[1:]:
            if zone := _zone_of(part.upper()):
                return zone
    return ""


def zone_meant(typed: str) -> str:
    """Give the zone that somebody meant: by its name, or by its city alone."""
    if is_time_zone(typed):
        return typed
    plain = _plain(typed)
    meant = [
        name
        for name in zones()
        if plain and plain in {_plain(name), _plain(name.rpartition("/")[2])}
    ]
    return meant[0] if len(meant) == 1 else typed


@cache
def zones() -> tuple[str, ...]:
    """List the zones that somebody could live by."""
    return tuple(
        sorted(name for name in get_global("zone_territories") if is_time_zone(name))
    )


def _zone_of(country: str) -> str:
    known = _by_country().get(country, ())
    found = MOST_PEOPLE.get(country) or (known[0] if len(known) == 1 else "")
    return found if found and is_time_zone(found) else ""


@cache
def _by_country() -> dict[str, list[str]]:
    gathered: dict[str, list[str]] = defaultdict(list)
    for name, country in get_global("zone_territories").items():
        gathered[str(country)].append(str(name))
    return gathered


def _plain(name: str) -> str:
    return name.strip().casefold().replace("_", " ")
