"""What people read about the numbers of a count: what they count, and out of what."""

from commonweal.rules.sentence import N_, Words

# Of each unit: what a picture of it shows, the head of its column, one option's count.
UNITS: dict[str, Words] = {
    "unit_above_title": N_("How many of the others each option stands above"),
    "unit_above_head": N_("Others below it"),
    "unit_above_each": N_("{option}: {n} of {base} others"),
    "unit_against_title": N_("How many ballots tick against each option"),
    "unit_against_head": N_("Ticks against it"),
    "unit_against_each": N_("{option}: {n} of {base} ballots"),
    "unit_backers_title": N_("How many back each project"),
    "unit_backers_head": N_("Voters who back it"),
    "unit_backers_each": N_("{option}: {n} of {base} voters"),
    "unit_ballots_title": N_("Ballots for each option"),
    "unit_ballots_head": N_("Ballots"),
    "unit_ballots_each": N_("{option}: {n} of {base} ballots"),
    "unit_full_title": N_("As if so many backed the project with all it takes"),
    "unit_full_head": N_("Voters in full"),
    "unit_full_each": N_("{option}: {n} of {base} voters"),
    "unit_grade_title": N_("The grade in the middle for each option"),
    "unit_grade_head": N_("Grade in the middle"),
    "unit_grade_each": N_("{option}: grade {n}"),
    "unit_load_title": N_(
        "What each voter would bear with each option in; the smallest comes first"
    ),
    "unit_load_head": N_("Load, as part of a place"),
    "unit_load_each": N_("{option}: {n} of a place"),
    "unit_marks_title": N_("Ballots for each option"),
    "unit_marks_head": N_("Ballots that mark it"),
    "unit_marks_each": N_("{option}: {n} of {base} ballots"),
    "unit_money_title": N_("What everybody who backs the project bears by now"),
    "unit_money_head": N_("Money"),
    "unit_money_each": N_("{option}: {n} for each who backs it"),
    "unit_part_title": N_(
        "The most anybody would pay for each option; the smallest comes first"
    ),
    "unit_part_head": N_("Share, as part of a place"),
    "unit_part_each": N_("{option}: {n} of a place"),
    "unit_points_title": N_("Points for each option"),
    "unit_points_head": N_("Points"),
    "unit_points_each": N_("{option}: {n} points from {base} ballots"),
    "unit_ticks_title": N_("How many ballots tick each option"),
    "unit_ticks_head": N_("Ballots that tick it"),
    "unit_ticks_each": N_("{option}: {n} of {base} ballots"),
    "unit_unbeaten_title": N_("How many of the others each option does not lose to"),
    "unit_unbeaten_head": N_("Others that do not beat it"),
    "unit_unbeaten_each": N_("{option}: {n} of {base} others"),
    "unit_voters_title": N_("How many put each option first of the two"),
    "unit_voters_head": N_("Voters"),
    "unit_voters_each": N_("{option}: {n} of {base} voters"),
    "unit_votes_title": N_("Votes for each option"),
    "unit_votes_head": N_("Votes"),
    "unit_votes_each": N_("{option}: {n} of {base} votes"),
    "unit_worst_title": N_(
        "How many voters are behind the worst defeat of each option; the fewest win"
    ),
    "unit_worst_head": N_("Voters behind its worst defeat"),
    "unit_worst_each": N_("{option}: {n} of {base} voters"),
    "unit_worth_title": N_("What the ballots for each option are worth together"),
    "unit_worth_head": N_("Worth, in ballots"),
    "unit_worth_each": N_("{option}: worth {n} of {base} ballots"),
}
