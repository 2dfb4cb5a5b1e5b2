"""What people read about seats shared out among bodies, and why they cannot be."""

from commonweal.rules.sentence import N_, Words

METHODS: dict[str, Words] = {
    "apportion_d_hondt_title": N_("D'Hondt"),
    "apportion_d_hondt_summary": N_(
        "Each seat goes to whoever would have most members for each seat with it."
        " Larger bodies are favoured a little."
    ),
    "apportion_sainte_lague_title": N_("Sainte-Laguë"),
    "apportion_sainte_lague_summary": N_(
        "Like D'Hondt with steps of 1, 3, 5 … Neither large nor small bodies are"
        " favoured."
    ),
    "apportion_hare_title": N_("Hare's quota"),
    "apportion_hare_summary": N_(
        "A seat for each whole quota; the seats left go to the largest remainders."
    ),
    "apportion_huntington_hill_title": N_("Huntington-Hill"),
    "apportion_huntington_hill_summary": N_(
        "Seats go where they even out best, in parts, how many members share one seat."
        " Everybody has a seat at least."
    ),
    "apportion_adams_title": N_("Adams"),
    "apportion_adams_summary": N_(
        "Each seat goes to whoever has most members for each seat so far. Everybody"
        " has a seat at least; smaller bodies are favoured a little."
    ),
    "apportion_bands_title": N_("Bands"),
    "apportion_bands_summary": N_(
        "A table says how many seats a body of a size has; they grow more slowly than"
        " its members."
    ),
    "apportion_one_each_title": N_("One body, one vote"),
    "apportion_one_each_summary": N_("Everybody has one seat, large or small."),
}

STEPS: dict[str, Words] = {
    "apportion_opening_title": N_("What each one weighs"),
    "apportion_opening_d_hondt": N_(
        "{seats} seats for {bodies} bodies that weigh {total} together. For each next"
        " seat a body's weight is divided by its seats plus one; the highest gets it."
    ),
    "apportion_opening_sainte_lague": N_(
        "{seats} seats for {bodies} bodies that weigh {total} together. For each next"
        " seat a body's weight is divided by its seats plus a half; the highest gets"
        " it."
    ),
    "apportion_opening_huntington_hill": N_(
        "{seats} seats for {bodies} bodies that weigh {total} together. For each next"
        " seat a body's weight is divided by the root of its seats times its seats"
        " plus one; the highest gets it."
    ),
    "apportion_opening_adams": N_(
        "{seats} seats for {bodies} bodies that weigh {total} together. For each next"
        " seat a body's weight is divided by its seats; the highest gets it."
    ),
    "apportion_opening_hare": N_(
        "One of the {seats} seats stands for {quota}. Whole quotas give {whole} of"
        " them; {free} are left for the largest remainders."
    ),
    "apportion_opening_bands": N_("Up to how many members, how many seats: {bands}."),
    "apportion_opening_one_each": N_("Everybody has one seat."),
    "apportion_result_title": N_("The seats"),
    "apportion_result_next": N_("The next seat would go to {next}."),
    "apportion_result_hare": N_("One more for the largest remainders: {more}."),
    "apportion_result_even": N_("The quotas are whole, so nothing is left over."),
}

REFUSALS: dict[str, Words] = {
    "apportion_seats_missing": N_("Say how many seats there are, with --seats."),
    "apportion_no_seats": N_("{seats} seats cannot be shared out: expected 1 or more."),
    "apportion_no_weight": N_(
        "All bodies weigh 0, so nobody can have a seat. Expected one at least that"
        " weighs more."
    ),
    "apportion_bands_unreadable": N_(
        "“{found}” names no bands. Expected rising numbers of members, each with its"
        " seats, as in “50: 1, 100: 2, more: 3”."
    ),
    "apportion_above_bands": N_(
        "{body} has {members}, more than any band reaches to. Add a band, or “more”."
    ),
    "apportion_seats_follow": N_(
        "By this method the bodies make {made} seats, and {asked} were asked for. Leave"
        " the number out, or ask for {made}."
    ),
    "apportion_cap_too_low": N_(
        "If nobody has more than {most}, {bodies} bodies cannot fill {seats} seats."
        " Raise the cap."
    ),
    "apportion_cap_unreadable": N_(
        "“{found}” is no share of the seats. Expected more than 0 and at most all, as"
        " in “1/3” or “30 %”."
    ),
    "apportion_method_unknown": N_(
        "“{method}” is no way of sharing out seats. There are: {known}."
    ),
    "bodies_none": N_("There are no bodies in this table."),
    "bodies_no_weights": N_("No column says what a body weighs."),
    "bodies_no_header": N_(
        "The first row is to name the columns, and this one reads like a body."
    ),
    "bodies_columns_expected": N_(
        "Expected a column “body” and a column “members” (or “votes”, “population”,"
        " “weight”), and a row for each body."
    ),
    "bodies_column_twice": N_("Two columns are called “{column}”."),
    "bodies_twice": N_("“{body}” stands on line {first} already."),
    "bodies_no_name": N_("This body has no name."),
    "bodies_bad_weight": N_("“{body}” cannot weigh “{found}”."),
    "bodies_row_expected": N_(
        "Expected one body in each row: a name of its own, and a number of 0 or more, "
        "of thirty digits at most."
    ),
    "results_no_answers": N_("No column says how many members gave an answer."),
    "results_columns_expected": N_(
        "Expected a column “body”, one for each answer such as “yes” and “no”, and"
        " “votes” where bodies have several, and a row for each body."
    ),
    "results_bad_number": N_("“{body}” has “{found}” where a number should stand."),
    "results_row_expected": N_("Expected whole numbers of 0 or more."),
    "results_yes_and_no": N_(
        "A double majority is of yes against no, and this table has: {found}."
    ),
    "results_share_unreadable": N_(
        "“{found}” is no share. Expected at least 0 and less than all, as in “1/2” or"
        " “2/3”."
    ),
    "double_majority_title": N_("Double majority"),
    "double_majority_carried": N_(
        "Carried: {bodies_for} of {bodies} bodies and {yes} of {cast} members say yes."
    ),
    "votes_by_result_title": N_("Votes by each body's own result"),
    "double_majority_bodies": N_(
        "{yes} of {bodies} bodies say yes; more than {needed} of them have to."
    ),
    "double_majority_members": N_(
        "{yes} of {cast} members say yes; more than {needed} of them have to."
    ),
}

SENTENCES: dict[str, Words] = METHODS | STEPS | REFUSALS
