"""What people read about a count: its methods, its steps, its ties, a bad file."""

from commonweal.rules.consensus.sentences import WEIGHED
from commonweal.rules.sentence import N_, NP_, Words
from commonweal.rules.voting.sentences_methods import METHODS
from commonweal.rules.voting.sentences_places import PLACES
from commonweal.rules.voting.sentences_steps import STEPS
from commonweal.rules.voting.sentences_units import UNITS

TIES: dict[str, Words] = {
    "tie_stands": N_("{tied} are level, and the tie is left to stand."),
    "motion_tie_stands": N_("{yes} yes and {no} no: nothing changes."),
    "tie_lot_first": N_(
        "{tied} are level. A lot drawn from the text “{seed}” puts {chosen} first."
    ),
    "tie_lot_last": N_(
        "{tied} are level. A lot drawn from the text “{seed}” puts {chosen} last."
    ),
    "tie_empty_lot_first": N_(
        "{tied} are level. A lot drawn from no text at all, because none was agreed, "
        "puts {chosen} first; agree on a text and draw again, with --tie-seed on the "
        "command line."
    ),
    "tie_empty_lot_last": N_(
        "{tied} are level. A lot drawn from no text at all, because none was agreed, "
        "puts {chosen} last; agree on a text and draw again, with --tie-seed on the "
        "command line."
    ),
    "put_out_by_lot": N_(
        "{tied} were level with {votes} each, and a lot decided: {name} dropped out."
    ),
    "tie_declared_first": N_(
        "{tied} are level. The order for ties in the file names {chosen} first."
    ),
    "tie_declared_last": N_(
        "{tied} are level. The order for ties in the file names {chosen} first, who "
        "drops out."
    ),
    "tie_most_first_preferences_first": N_(
        "{tied} are level. {chosen} had more first preferences."
    ),
    "tie_most_first_preferences_last": N_(
        "{tied} are level. {chosen} had fewer first preferences."
    ),
    "tie_last_round_that_differed_first": N_(
        "{tied} are level. {chosen} had more when they last differed."
    ),
    "tie_last_round_that_differed_last": N_(
        "{tied} are level. {chosen} had fewer when they last differed."
    ),
}

UNCOUNTABLE: dict[str, Words] = {
    "needs_answers": N_(
        "This method counts yes, no and abstain; these ballots say something else."
    ),
    "needs_positions": N_(
        "This method counts positions: agree, reservations, stand_aside, object, "
        "block. These ballots say something else."
    ),
    "limit_unreadable": N_(
        "The detail “{setting}” is “{value}”. Expected a number, a share, or both, "
        "such as “2”, “1/4” or “2 1/4”."
    ),
    "needs_approvals": N_(
        "This method counts marked options; these ballots say something else."
    ),
    "needs_scores": N_("This method counts points; these ballots give none."),
    "needs_rankings": N_("This method counts rankings; these ballots are none."),
    "pav_too_many_committees": N_(
        "Too many committees could be the best one to look at all of them. Count by "
        "pav-sequential or committee-shares, or take fewer candidates."
    ),
    "counting_detail_unknown": N_(
        "The detail “{setting}” is “{value}”. Expected one of: {known}."
    ),
    "status_quo_unknown": N_(
        "“{option}” is to stand for what there is now, and is no option here."
    ),
    "ranked_pairs_too_many_orders": N_(
        "So many wins are equally strong that not all their orders can be followed. "
        "Count by another method, such as schulze."
    ),
    "reserved_unreadable": N_(
        "“{found}” reserves no places. Expected how many, and for whom, as in “2 of "
        "Ada, Ben, Col”; several classes are parted by semicolons."
    ),
    "reserved_option_unknown": N_(
        "“{option}” stands among those places are reserved for, and is no candidate."
    ),
    "reserved_in_two_classes": N_(
        "Places are reserved for classes, and somebody is in two of them. Put "
        "everybody in one at most."
    ),
    "reserved_more_than_places": N_(
        "{reserved} places are reserved, and only {seats} are to be filled."
    ),
    "reserved_too_few_members": N_(
        "{reserved} places are reserved for a class of {members}. Find more of them, "
        "or reserve fewer places."
    ),
    "reserved_name_shared": N_(
        "“{option}” stands among those places are reserved for, and several candidates "
        "have that name. Write the number each has in the file instead."
    ),
    "needs_one_seat": N_("This method fills one place, and {seats} are to be filled."),
}

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

ASKED: dict[str, Words] = {
    "file_not_named": N_("Name a file with ballots. `--help` shows how."),
    "file_not_opened": N_("This file cannot be opened: {reason}."),
    "file_there_already": N_(
        "{file} is there already, and nothing is written over. Name another file."
    ),
    "file_not_written": N_(
        "{file} cannot be written: {reason}. Nothing is left of it."
    ),
    "files_of_one_count": N_(
        "A table or a picture is written of one count, so not with --compare, "
        "--bundle or --check."
    ),
    "nothing_to_draw": N_("Nothing was counted, so there is no picture of it."),
    "file_of_no_kind": N_("{file} is no kind of file that is counted: {known}."),
    "method_must_be_named": N_(
        "Such a file can be counted in several ways. Say which with --method: {known}."
    ),
    "method_unknown": N_("“{method}” is no method for this file. There are: {known}."),
    "bundle_unreadable": N_(
        "This is no recount file: expected the one that a decision's page offers."
    ),
    "bundle_closed": N_(
        "This recount is closed: in a secret vote of fewer than {floor} ballots, or "
        "with fewer than {cell} that say the same, they would tell of single people. "
        "{turnout} of {electorate} voted. Two together may open the count, of those "
        "who held this office when the vote ended: {open_to}."
    ),
    "nobody_here": N_("nobody"),
    "compare_nothing": N_("Nothing that counts such ballots could count these."),
    "detail_without_value": N_(
        "“{found}” sets nothing. Expected a name and a value, as in “reserved=1 of "
        "Ada, Ben”."
    ),
    "detail_not_read": N_(
        "The method {method} has no detail “{detail}”. It has: {known}."
    ),
    "detail_not_whole": N_(
        "“{found}” is no whole number for “{detail}”. Expected one such as 0 or 5."
    ),
    "bounds_crossed": N_("“lowest” is {lowest}, above “highest”, which is {highest}."),
    "marks_below_nought": N_("“marks” is {found}. Expected 0 or more."),
    "no_processes": N_(
        "{number} processes count nothing. Expected a number from one up."
    ),
    "parts_lost": N_(
        "A process that counted a part was stopped, perhaps for want of memory. "
        "Nothing was counted. Try again with fewer: --processes 1."
    ),
    "dask_missing": N_(
        "Dask is not installed here. Install it with: pip install 'commonweal[dask]'. "
        "Without it, --processes counts in parts on this machine."
    ),
    "dask_not_there": N_(
        "No Dask scheduler answers at {address}. Expected an address such as "
        "tcp://10.0.0.1:8786."
    ),
    "dask_nobody_works": N_(
        "The Dask scheduler at {address} has no workers. Start one with: dask worker "
        "{address}."
    ),
    "condorcet_winner": N_("{name} beats every other in pairs."),
    "condorcet_none": N_("Nobody beats every other in pairs."),
    "budget_has_no_seats": N_("A budget has money to share out, not seats."),
    "seats_do_not_fit": N_(
        "{seats} seats cannot be filled from {candidates} candidates: expected at "
        "least one seat, and no more seats than candidates."
    ),
}

SENTENCES: dict[str, Words] = (
    METHODS
    | PLACES
    | STEPS
    | WEIGHED
    | UNITS
    | TIES
    | UNCOUNTABLE
    | FILES
    | MORE_FILES
    | ASKED
)
