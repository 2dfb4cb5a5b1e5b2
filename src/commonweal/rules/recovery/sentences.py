"""Why somebody may not vouch for another."""

from commonweal.rules.sentence import N_, NP_, Words

SENTENCES: dict[str, Words] = {
    "recovery_by_nobody": N_(
        "The charter lets nobody be vouched for. Whoever lost every way in needs a new "
        "invitation; the members can change the charter."
    ),
    "vouching_for_oneself": N_(
        "Nobody vouches for themselves. Ask others who know you."
    ),
    "voucher_is_new": NP_(
        "Who vouches must have belonged for {days} day at least. Ask a longer member.",
        "Who vouches must have belonged for {days} days at least. Ask a longer member.",
        by="days",
    ),
}
