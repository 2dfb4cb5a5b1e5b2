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
    "recovery_was_stopped": N_(
        "Whoever it is about stopped this. It can be begun anew from {again}, by "
        "others. Ask them face to face first."
    ),
    "voucher_was_stopped": N_(
        "You vouched for this member when they stopped it. Until {again} others have "
        "to vouch."
    ),
    "voucher_depends": N_(
        "Your word adds nothing here yet: you and somebody who vouched came by the "
        "same link or sheet, or one of you invited the other. It does once somebody "
        "else has said on these pages that they know you both; or others vouch."
    ),
    "voucher_is_new": NP_(
        "Who vouches must have belonged for {days} day at least. Ask a longer member.",
        "Who vouches must have belonged for {days} days at least. Ask a longer member.",
        by="days",
    ),
}
