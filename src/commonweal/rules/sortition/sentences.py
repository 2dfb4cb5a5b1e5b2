"""What people read about a draw, and why it cannot be done."""

from commonweal.rules.sentence import N_, Words

FILES: dict[str, Words] = {
    "table_empty": N_("This table is empty."),
    "quotas_no_columns": N_("The first row does not name the columns of quotas."),
    "quotas_columns_expected": N_(
        "Expected the columns “feature”, “value”, “min” and “max” (or “category”,"
        " “feature”, “min”, “max”), and a row for each value."
    ),
    "quotas_none": N_("There are no quotas in this table."),
    "quotas_twice": N_("“{value}” of “{category}” stands on line {first} already."),
    "quotas_no_name": N_("A feature or its value has no name."),
    "quotas_no_number": N_("“{found}” is no number of people."),
    "quotas_crossed": N_(
        "“{value}” of “{category}” asks for at least {least} and at most {most}."
    ),
    "quotas_row_expected": N_(
        "Expected one value in each row, with a least and a most number of people, of "
        "twelve digits at most."
    ),
    "pool_no_columns": N_("There is no column for {missing}, which the quotas name."),
    "pool_columns_expected": N_("Expected a column for each feature of the quotas."),
    "pool_no_header": N_("No column says what people are called."),
    "pool_names_expected": N_(
        "Expected a first row that names the columns, one of them “id” (or “name”,"
        " “person”, or what ends in “_id”), and a row for each person."
    ),
    "pool_no_name": N_("This person has no id."),
    "pool_twice": N_("“{person}” stands on line {first} already."),
    "pool_row_expected": N_("Expected one person in each row, a cell for each column."),
    "pool_value_unknown": N_("No quota names the value “{found}” of “{category}”."),
    "pool_value_expected": N_(
        "Expected a value that stands in the quotas; a row there with 0 and the size"
        " of the panel leaves it free."
    ),
}

REFUSALS: dict[str, Words] = {
    "draw_method_unknown": N_("“{method}” is no way to draw. There are: {known}."),
    "draw_size_missing": N_("Say how many are to be drawn, with --size."),
    "draw_no_size": N_("A panel of {size} cannot be drawn: expected 1 or more."),
    "draw_pool_too_small": N_(
        "The pool has {pool} people, too few for a panel of {size}. Find more people,"
        " or draw fewer."
    ),
    "draw_minima_above": N_(
        "The least numbers of “{category}” add up to {sum}, more than the panel of"
        " {size}. Lower one of them."
    ),
    "draw_maxima_below": N_(
        "The most numbers of “{category}” add up to {sum}, fewer than the panel of"
        " {size}. Raise one of them."
    ),
    "draw_infeasible": N_(
        "No panel from this pool keeps all quotas. The smallest change that would do:"
        " {changes}."
    ),
    "draw_lower_least": N_(
        "at least {after} instead of {before} of “{value}” ({category})"
    ),
    "draw_raise_most": N_(
        "at most {after} instead of {before} of “{value}” ({category})"
    ),
    "draw_shut_out": N_(
        "People who can be on no panel: {number}, such as {people}. Widen a quota that"
        " names them if they are to have a chance."
    ),
    "draw_quotas_missing": N_("Name the file of quotas, with --quotas."),
    "draw_no_seed": N_(
        "Name a seed with --seed: a public text that nobody could foretell when the"
        " pool closed."
    ),
    "draw_stranger": N_("Panel {number} has “{person}”, who is not in the pool."),
    "draw_wrong_size": N_("Panel {number} has {found} people instead of {size}."),
    "draw_quota_missed": N_(
        "Panel {number} misses the quota for “{value}” of “{category}”."
    ),
    "draw_wrong_chances": N_("The chances told are not those of the lottery."),
    "draw_unreadable": N_("This is no draw. Expected what “draw --json” prints."),
    "draw_not_as_named": N_(
        "The draw says “{found}” where you named “{named}” with {option}."
    ),
    "draw_wrong_weight": N_(
        "The weight of panel {number} is not a whole number above 0."
    ),
    "draw_wrong_order": N_("The panels are not those that this seed gives everybody."),
    "draw_wrong_number": N_(
        "“{part}” is {found} in this draw, and {right} by its lottery."
    ),
    "draw_wrong_shut_out": N_("Those told as shut out are not those with no chance."),
    "draw_wrong_replacements": N_(
        "The replacements told are not those that the seed gives with these files."
    ),
    "draw_replacements_unknown": N_(
        "The replacements told are not those that the seed gives without quotas. If the"
        " draw named quotas, name them with --quotas."
    ),
    "draw_quotas_not_held": N_(
        "It is uniform: everybody has the same chance, and nothing is held against the"
        " quotas."
    ),
    "draw_fairness_not_held": N_(
        "Not checked is whether these are the panels that {method} finds. To see that,"
        " draw again from the same files."
    ),
    "draw_wrong_pick": N_("By this seed panel {picked} is drawn, and not this one."),
}

SENTENCES: dict[str, Words] = FILES | REFUSALS
