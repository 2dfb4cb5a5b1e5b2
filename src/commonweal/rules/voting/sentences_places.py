"""What people read about places kept for a class of members."""

from commonweal.rules.sentence import N_, NP_, Words

PLACES: dict[str, Words] = {
    "places_kept": NP_(
        "At least {number} of the places goes to: {class}.",
        "At least {number} of the places go to: {class}.",
        by="number",
    ),
    "places_kept_who": N_("Of those who stand, these are of that class: {names}."),
    "places_kept_nobody": N_("Nobody of that class stands."),
    "places_left_open": NP_(
        "Places kept for {class}: {kept}. Of that class stood: {stood}. So {number} "
        "place stays open.",
        "Places kept for {class}: {kept}. Of that class stood: {stood}. So {number} "
        "places stay open.",
        by="number",
    ),
    "places_left_to_all": NP_(
        "Places kept for {class}: {kept}. Of that class stood: {stood}. So {number} "
        "place went to others, as our charter says.",
        "Places kept for {class}: {kept}. Of that class stood: {stood}. So {number} "
        "places went to others, as our charter says.",
        by="number",
    ),
    "place_held": NP_(
        "{names} has a place that is kept for {class}. Without it, the same ballots "
        "would have elected {others}.",
        "{names} have places that are kept for {class}. Without them, the same ballots "
        "would have elected {others}.",
        by="number",
    ),
    "place_not_needed": N_(
        "Places were kept for {class}; the same ballots would have elected the same "
        "without that."
    ),
}
