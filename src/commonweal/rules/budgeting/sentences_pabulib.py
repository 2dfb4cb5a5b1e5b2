"""What people read about a Pabulib file that is not as it should be."""

from commonweal.rules.sentence import N_, NP_, Words

OF_PABULIB: dict[str, Words] = {
    "odd_beyond": NP_(
        "{count} ballot goes beyond what the file says a ballot may be ({key}: "
        "{limit}). It was counted as it stands.",
        "{count} ballots go beyond what the file says a ballot may be ({key}: "
        "{limit}). They were counted as they stand.",
        "count",
    ),
    "odd_project_twice": NP_(
        "{count} ballot names a project twice. Its first mark counts.",
        "{count} ballots name a project twice. The first mark of each counts.",
        "count",
    ),
    "pb_cell_unreadable": N_("A cell cannot be read; a quotation mark is not closed."),
    "budget_expected_pb_cell_unreadable": N_(
        "Expected: each opening quotation mark has a closing one."
    ),
    "pb_cells": NP_(
        "This row has {found} cell.", "This row has {found} cells.", "found"
    ),
    "budget_expected_pb_cells": N_(
        "Expected: as many cells as the section's first row has: {header}."
    ),
    "pb_section_missing": N_("The file ends without a section {section}."),
    "budget_expected_pb_section_missing": N_(
        "Expected: the sections META, PROJECTS and VOTES."
    ),
    "pb_section_order": N_("The section {found} begins here."),
    "budget_expected_pb_section_order": N_(
        "Expected: the section {next}, as META, PROJECTS, VOTES."
    ),
    "pb_no_section": N_("“{found}” stands before any section."),
    "budget_expected_pb_no_section": N_(
        "Expected: the word META alone on the first line."
    ),
    "pb_key_twice": N_("“{key}” is set a second time."),
    "budget_expected_pb_key_twice": N_(
        "Expected: each key once; line {first} has set this one."
    ),
    "pb_key_missing": N_("META does not say the {key}."),
    "budget_expected_pb_key_missing": N_(
        "Expected: a row of META that begins with “{key}”."
    ),
    "pb_budget": N_("The budget is “{found}”."),
    "budget_expected_pb_budget": N_(
        "Expected: a number above 0, of thirty digits at most, such as 150000 or "
        "150000.50."
    ),
    "pb_vote_type": N_("The vote type is “{found}”."),
    "budget_expected_pb_vote_type": N_("Expected: one of {known}."),
    "pb_projects_missing": N_(
        "META says num_projects is {said}; the file has {found}."
    ),
    "budget_expected_pb_projects_missing": N_(
        "Expected: as many projects as META says."
    ),
    "pb_votes_missing": N_("META says num_votes is {said}; the file has {found}."),
    "budget_expected_pb_votes_missing": N_("Expected: as many votes as META says."),
    "pb_setting": N_("“{key}” is “{found}”."),
    "budget_expected_pb_setting": N_("Expected: a number of at least 0."),
    "pb_default_score": N_("Projects a voter did not score are to get a score."),
    "budget_expected_pb_default_score": N_(
        "Expected: a default_score of 0; no other can be counted."
    ),
    "pb_project_id": N_("“{found}” cannot be a project's id."),
    "budget_expected_pb_project_id": N_(
        "Expected: an id that is not blank and has no comma."
    ),
    "pb_project_twice": N_("The project {project} is listed a second time."),
    "budget_expected_pb_project_twice": N_(
        "Expected: each project once; line {first} has this one."
    ),
    "pb_cost": N_("The project {project} costs “{found}”."),
    "budget_expected_pb_cost": N_(
        "Expected: a number above 0, of thirty digits at most, such as 150000 or "
        "150000.50."
    ),
    "pb_no_projects": N_("The section PROJECTS has no projects."),
    "budget_expected_pb_no_projects": N_(
        "Expected: at least one project to spend the budget on."
    ),
    "pb_column": N_("The first row of {section} does not name {missing}."),
    "budget_expected_pb_column": N_(
        "Expected: a first row that names the columns, {missing} too."
    ),
    "pb_voter_twice": N_("The voter {voter} votes a second time."),
    "budget_expected_pb_voter_twice": N_(
        "Expected: each voter once; line {first} has this one."
    ),
    "pb_unknown_project": N_("The vote names “{found}”."),
    "budget_expected_pb_unknown_project": N_(
        "Expected: ids of projects from PROJECTS, with commas."
    ),
    "pb_points_number": N_("Projects named: {projects}. Numbers of points: {points}."),
    "budget_expected_pb_points_number": N_(
        "Expected: one number of points for each project named."
    ),
    "pb_points": N_("The points for the project {project} are “{found}”."),
    "budget_expected_pb_points": N_("Expected: a whole number of at most 18 digits."),
    "pb_caps_number": N_("{names} names {groups} and {key} has amounts for {found}."),
    "budget_expected_pb_caps_number": N_(
        "Expected: one amount for each of them, with commas between."
    ),
    "pb_caps_amount": N_("{key} has the amount “{found}”."),
    "budget_expected_pb_caps_amount": N_(
        "Expected: a number of at least 0, such as 150000 or 150000.50."
    ),
}
