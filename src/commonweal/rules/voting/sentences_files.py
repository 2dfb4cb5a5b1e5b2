"""What people read about a file of ballots: what is wrong, and what may be a slip."""

from commonweal.rules.sentence import N_, NP_, Words

FILES: dict[str, Words] = {
    "file_unreadable": N_("{problem} {expected}"),
    "file_unreadable_at": N_("Line {line}: {problem} {expected}"),
    "too_many_options": N_("There are {candidates} candidates, more than {most}."),
    "no_seats": N_("No place is to be filled."),
    "more_seats_than_options": N_(
        "There are {seats} places for {candidates} candidates."
    ),
    "seats_expected": N_(
        "Expected at least one place, and no more places than candidates."
    ),
    "blt_not_two_numbers": N_("“{found}” is not two whole numbers."),
    "blt_two_numbers_expected": N_(
        "Expected the number of candidates and the number of places, as in “6 3”."
    ),
    "blt_no_such_candidate": N_("There is no candidate “{word}”."),
    "blt_candidate_expected": N_(
        "Expected a candidate's number from 1 to {candidates}."
    ),
    "blt_bad_nicks": N_("There are {found} short names for {candidates} candidates."),
    "blt_nicks_expected": N_("Expected one short name, different for each candidate."),
    "blt_ends_early": N_("The file ends among the ballots."),
    "blt_end_expected": N_(
        "Expected more ballots, or a line with a lone 0 after the last one."
    ),
    "blt_ballot_without_end": N_("The ballot “{found}” does not end with 0."),
    "blt_ballot_expected": N_(
        "Expected how many cast the ballot, candidates' numbers in order, and 0 at the "
        "end, as in “12 3 1 0”."
    ),
    "blt_bad_times": N_("{found} voters cannot have cast a ballot."),
    "blt_times_expected": N_(
        "Expected a whole number above 0, of fifteen digits at most."
    ),
    "blt_not_a_ballot": N_("“{found}” is no ballot."),
    "blt_no_ballots": N_("There are no ballots."),
    "blt_names_missing": N_("There are {found} names for {candidates} candidates."),
    "blt_names_expected": N_("Expected a line with a name for each candidate."),
    "file_no_text": N_("This is no text."),
    "file_torn_letter": N_("A letter cannot be read; others in the file can."),
    "file_utf8_expected": N_(
        "Expected text in UTF-8. Save or copy the file again, as UTF-8 and whole."
    ),
    "odd_alphabet_marked": N_(
        "This file is not in UTF-8. It was read as {alphabet}, as the mark at its "
        "beginning says."
    ),
    "odd_alphabet_guessed": N_(
        "This file is not in UTF-8. It has no mark that says so, but it was read as "
        "{alphabet}. See if the names are right."
    ),
    "odd_alphabet_old": N_(
        "This file is not in UTF-8: line {line} cannot be read as such. It was read in "
        "an older alphabet, {alphabet}. See if the names are right."
    ),
    "odd_after_title": NP_(
        "{lines} line after the title was passed over: line {line} says “{found}”.",
        "{lines} lines after the title were passed over, from line {line} on, which "
        "says “{found}”.",
        by="lines",
    ),
    "odd_spelt_alike": NP_(
        "“{name}” on {ballots} ballot, first in line {line}, is spelt almost like "
        "“{other}”. They were counted as two options. Name those there are with "
        "--options to have all other names refused.",
        "“{name}” on {ballots} ballots, first in line {line}, is spelt almost like "
        "“{other}”. They were counted as two options. Name those there are with "
        "--options to have all other names refused.",
        by="ballots",
    ),
    "odd_seldom_named": NP_(
        "Of {cast} ballots, this name is on one or two (after it, the line): {names}. "
        "It was counted as an option. Name those there are with --options to have all "
        "other names refused.",
        "Of {cast} ballots, each of these names is on one or two (after it, the line): "
        "{names}. They were counted as options. Name those there are with --options to "
        "have all other names refused.",
        by="number",
    ),
    "csv_no_such_option": N_("“{found}” is none of the options."),
    "csv_other_columns": N_("The columns are {found}."),
    "csv_option_expected": N_("Expected these options and no other: {options}."),
    "csv_options_not_asked": N_(
        "The answers are fixed here, and no options can be named."
    ),
    "options_without_table": N_(
        "This file names its options itself. --options is for tables (.csv)."
    ),
    "count_withdrawn": NP_(
        "Withdrawn, so that ballots pass over that name: {names}.",
        "Withdrawn, so that ballots pass over these names: {names}.",
        by="number",
    ),
    "count_places_empty": N_(
        "Places: {seats}. Candidates who stand: {standing}. So {empty} of the places "
        "stay empty, whatever the ballots say."
    ),
    "odd_no_title": N_(
        "No title comes after the {candidates} names. If a name was left out, “{last}” "
        "is the title and not a candidate."
    ),
    "odd_alike": NP_(
        "{count} ballot ranks two or more the same. Whether such a mark counts is for "
        "the method to say; many count the ballot as blank from there on.",
        "{count} ballots rank two or more the same. Whether such a mark counts is for "
        "the method to say; many count the ballot as blank from there on.",
        by="count",
    ),
    "odd_twice": NP_(
        "{count} ballot names somebody twice. What the second mark says is for the "
        "method to say.",
        "{count} ballots name somebody twice. What the second mark says is for the "
        "method to say.",
        by="count",
    ),
}

MORE_FILES: dict[str, Words] = {
    "preflib_not_a_ballot": N_("“{found}” is no ballot."),
    "preflib_ballot_expected": N_(
        "Expected how many voters, a colon, and alternatives' numbers in order, as in "
        "“12: 3,1,2”."
    ),
    "preflib_no_ballots": N_("There are no ballots."),
    "preflib_names_expected": N_("Expected a line with a name for each alternative."),
    "preflib_ballots_missing": N_(
        "The file announces {announced} voters and has the ballots of {found}."
    ),
    "preflib_all_expected": N_("Expected as many as announced; the file may be cut."),
    "csv_no_ballots": N_("There are no ballots."),
    "csv_torn": N_("This row cannot be read: {found}."),
    "csv_unclosed": N_("A quotation mark opens a cell here, and none closes it."),
    "csv_bad_columns": N_("The first row leaves a column without a name of its own."),
    "csv_columns_expected": N_(
        "Expected a different name in each cell of the first row: an option, or "
        "“choice 1”, “choice 2” and so on."
    ),
    "csv_bad_width": NP_(
        "This row has {found} cell for {columns} columns.",
        "This row has {found} cells for {columns} columns.",
        by="found",
    ),
    "csv_row_expected": N_("Expected one ballot in each row, a cell for each column."),
    "csv_no_answer_column": N_("There is no column “answer”."),
    "csv_bad_cell": N_("In the column “{column}” stands “{found}”."),
    "csv_answers_expected": N_("Expected one column “answer” with yes, no or abstain."),
    "csv_no_position_column": N_("There is no column “position”."),
    "csv_positions_expected": N_(
        "Expected one column “position” with agree, reservations, stand aside, object "
        "or block."
    ),
    "csv_mark_expected": N_("Expected x where the option is marked, or nothing."),
    "csv_rank_expected": N_("Expected a rank such as 1, 2 or 3, or nothing."),
    "csv_score_expected": N_("Expected points as a whole number, or nothing."),
    "csv_times_expected": N_("Expected how many voters, as a whole number above 0."),
}
