"""What people read about a count: its methods, its steps, its ties, a bad file."""

from commonweal.rules.consensus.sentences import WEIGHED
from commonweal.rules.sentence import N_, Words
from commonweal.rules.voting.sentences_files import FILES, MORE_FILES
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
