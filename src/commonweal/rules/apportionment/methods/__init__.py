"""The ways of sharing out seats, by the ids that charters and commands use."""

from commonweal.rules.apportionment.method import Sharing
from commonweal.rules.apportionment.methods import bands, quota
from commonweal.rules.apportionment.methods.divisors import (
    ADAMS,
    D_HONDT,
    HUNTINGTON_HILL,
    SAINTE_LAGUE,
)
from commonweal.rules.sentence import Sentence

BY_DIVISOR = frozenset({"anonymity", "whole", "house_monotonicity", "population"})
FAIR = "Balinski & Young, Fair Representation (2nd edition 2001)"

METHODS: dict[str, Sharing] = {
    "d-hondt": Sharing(
        "d-hondt",
        Sentence("apportion_d_hondt_title"),
        Sentence("apportion_d_hondt_summary"),
        D_HONDT.share,
        f"D'Hondt, Système pratique (1882); {FAIR}",
        BY_DIVISOR | {"lower_quota"},
        settings=("cap",),
        also=("jefferson", "hagenbach-bischoff"),
    ),
    "sainte-lague": Sharing(
        "sainte-lague",
        Sentence("apportion_sainte_lague_title"),
        Sentence("apportion_sainte_lague_summary"),
        SAINTE_LAGUE.share,
        f"Sainte-Laguë, La représentation proportionnelle (1910); {FAIR}",
        BY_DIVISOR,
        settings=("cap",),
        also=("webster", "schepers"),
    ),
    "hare": Sharing(
        "hare",
        Sentence("apportion_hare_title"),
        Sentence("apportion_hare_summary"),
        quota.share,
        f"Hamilton (1792); {FAIR}",
        frozenset({"anonymity", "whole", "lower_quota", "upper_quota"}),
        settings=("cap",),
        also=("hamilton", "largest-remainder", "hare-niemeyer", "vinton", "lr-hare"),
    ),
    "huntington-hill": Sharing(
        "huntington-hill",
        Sentence("apportion_huntington_hill_title"),
        Sentence("apportion_huntington_hill_summary"),
        HUNTINGTON_HILL.share,
        f"Huntington, The Apportionment of Representatives (1928); {FAIR}",
        BY_DIVISOR,
        settings=("cap",),
        also=("hill", "equal-proportions"),
    ),
    "adams": Sharing(
        "adams",
        Sentence("apportion_adams_title"),
        Sentence("apportion_adams_summary"),
        ADAMS.share,
        f"J. Q. Adams (1832); {FAIR}",
        BY_DIVISOR | {"upper_quota"},
        settings=("cap",),
        also=("smallest-divisors",),
    ),
    "bands": Sharing(
        "bands",
        Sentence("apportion_bands_title"),
        Sentence("apportion_bands_summary"),
        bands.share_by_bands,
        "Statutes of the CNT (Spain), on congresses",
        frozenset({"anonymity"}),
        settings=("bands",),
        sizes_itself=True,
        also=("degressive", "degressive-bands"),
    ),
    "one-each": Sharing(
        "one-each",
        Sentence("apportion_one_each_title"),
        Sentence("apportion_one_each_summary"),
        bands.share_one_each,
        "The rule of most federations' councils",
        frozenset({"anonymity"}),
        sizes_itself=True,
        also=("one-body-one-vote", "equal"),
    ),
}


def sharing_named(name: str) -> Sharing | None:
    """Find a way of sharing by its id or another name it goes by.

    Case, spaces and hyphens do not matter: `Webster` and `DHondt` are found too.
    """
    wanted = _bare(name)
    for one in METHODS.values():
        if wanted in {_bare(known) for known in (one.id, *one.also)}:
            return one
    return None


def _bare(name: str) -> str:
    spelt = name.lower().replace("ë", "e")
    return "".join(letter for letter in spelt if letter.isalnum())
