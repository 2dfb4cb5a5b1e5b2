"""What people read about rules and rolls: conditions, refusals, stages."""

from commonweal.rules.sentence import N_, NP_, Words
from commonweal.rules.voting.sentences_franchises import FRANCHISES

SENTENCES: dict[str, Words] = {
    # ---- a rule in one breath
    "word_members": N_("members"),
    "rule_carried_if": N_("Carried if {quorum}, and {agreement}."),
    "rule_carried_by_any": N_("Carried if {agreement}, however many vote."),
    "rule_decided_if": N_("Decided if {quorum}."),
    "rule_decided_by_any": N_("Decided by those who vote, however many they are."),
    "rule_consensus_if": N_("If {quorum}: {limits}"),
    "consensus_limits": N_(
        "Adopted if nothing stands against it. {stop} An objection weighs as much as "
        "a block, and is talked over first; too few to stop it count as standing "
        "aside. At most {aside} may stand aside, and at most {reserved} may have "
        "reservations."
    ),
    "blocks_stop": NP_(
        "{heads} block stops it.", "{heads} blocks stop it.", by="heads"
    ),
    "blocks_share_stops": N_("Blocks by {share} of those who speak stop it."),
    "blocks_either_stop": N_(
        "{heads} blocks stop it, or {share} of those who speak if that is more."
    ),
    "limit_share": N_("{share} of those who speak"),
    "limit_either": N_("{heads} (or {share} of those who speak, if that is more)"),
    "rule_counted_by": N_("Counted by this method: {method}."),
    "rule_secret_floor": NP_(
        "The vote is secret. The count is told if at least {floor} votes, not all say "
        "the same and no answer was given by one or two alone; otherwise only how many "
        "voted and what was decided.",
        "The vote is secret. The count is told if at least {floor} vote, not all say "
        "the same and no answer was given by one or two alone; otherwise only how many "
        "voted and what was decided.",
        by="floor",
    ),
    "rule_second_call": NP_(
        "If too few vote, there is a second call {days} day later, and then it is "
        "enough if {quorum}.",
        "If too few vote, there is a second call {days} days later, and then it is "
        "enough if {quorum}.",
        by="days",
    ),
    "rule_second_call_any": NP_(
        "If too few vote, there is a second call {days} day later, which decides "
        "however many vote.",
        "If too few vote, there is a second call {days} days later, which decides "
        "however many vote.",
        by="days",
    ),
    "quorum_vote": NP_(
        "at least {needed} of {electorate} {members} votes",
        "at least {needed} of {electorate} {members} vote",
        by="needed",
    ),
    "quorum_active": NP_(
        "at least {needed} of {electorate} {members} votes, counted as {share} of the "
        "{active} who are active",
        "at least {needed} of {electorate} {members} vote, counted as {share} of the "
        "{active} who are active",
        by="needed",
    ),
    "quorum_yes": NP_(
        "at least {needed} of {electorate} {members} says yes",
        "at least {needed} of {electorate} {members} say yes",
        by="needed",
    ),
    "quorum_share_of_roll": N_("at least {share} of the {members} who may vote do"),
    "quorum_share_of_active_roll": N_(
        "as many vote as {share} of the {members} who may and are active"
    ),
    "quorum_vote_beyond": N_(
        "at least {needed} {members} vote, more than the {electorate} who may now"
    ),
    "quorum_yes_beyond": N_(
        "at least {needed} {members} say yes, more than the {electorate} who may vote "
        "now"
    ),
    "agreement_more_yes_than_no": N_("more ballots say yes than no"),
    "agreement_yes_and_no_above": N_(
        "more than {share} of the ballots that say yes or no say yes"
    ),
    "agreement_yes_and_no_reached": N_(
        "at least {share} of the ballots that say yes or no say yes"
    ),
    "agreement_cast_above": N_(
        "more than {share} of all ballots say yes, those that abstain included"
    ),
    "agreement_cast_reached": N_(
        "at least {share} of all ballots say yes, those that abstain included"
    ),
    "agreement_roll_above": N_(
        "more than {share} of all {electorate} {members} say yes"
    ),
    "agreement_roll_reached": N_(
        "at least {share} of all {electorate} {members} say yes"
    ),
    "agreement_active_roll_above": N_(
        "more than {share} of the {active} active {members} say yes"
    ),
    "agreement_active_roll_reached": N_(
        "at least {share} of the {active} active {members} say yes"
    ),
    "agreement_any_roll_above": N_("more than {share} of all who may vote say yes"),
    "agreement_any_roll_reached": N_("at least {share} of all who may vote say yes"),
    "agreement_any_active_roll_above": N_(
        "more than {share} of those who may vote and are active say yes"
    ),
    "agreement_any_active_roll_reached": N_(
        "at least {share} of those who may vote and are active say yes"
    ),
    "agreement_and_number": N_("{agreement}, and at least {number} say yes"),
    "share_half": N_("half"),
    "share_third": N_("a third"),
    "share_two_thirds": N_("two thirds"),
    "share_quarter": N_("a quarter"),
    "share_three_quarters": N_("three quarters"),
    "share_fifth": N_("a fifth"),
    "share_four_fifths": N_("four fifths"),
    "share_tenth": N_("a tenth"),
    "share_nine_tenths": N_("nine tenths"),
    "share_none": N_("none"),
    "share_all": N_("the whole"),
    "share_in_every": N_("{part} in every {whole}"),
    # ---- why a vote did not carry
    "quorum_missed": NP_(
        "Too few took part: {turnout} of {electorate} voted, and {needed} was needed.",
        "Too few took part: {turnout} of {electorate} voted, and {needed} were needed.",
        by="needed",
    ),
    "support_missed": NP_(
        "Too few said yes: {yes} of {electorate} did, and {needed} was needed.",
        "Too few said yes: {yes} of {electorate} did, and {needed} were needed.",
        by="needed",
    ),
    "nobody_took_sides": N_(
        "Nobody said yes or no; {abstained} abstained. Things stay as they are."
    ),
    "tied": N_("A tie: {yes} said yes and {no} said no. Things stay as they are."),
    "threshold_missed_above": NP_(
        "Too few agreed: {yes} of {base} {out_of} said yes. {needed} was needed, "
        "because it takes more than {share}.",
        "Too few agreed: {yes} of {base} {out_of} said yes. {needed} were needed, "
        "because it takes more than {share}.",
        by="needed",
    ),
    "threshold_missed_reached": NP_(
        "Too few agreed: {yes} of {base} {out_of} said yes. {needed} was needed, "
        "because it takes at least {share}.",
        "Too few agreed: {yes} of {base} {out_of} said yes. {needed} were needed, "
        "because it takes at least {share}.",
        by="needed",
    ),
    "threshold_missed_number": N_(
        "Too few agreed: {yes} of {base} {out_of} said yes. It takes at least "
        "{needed}, however many vote."
    ),
    "base_yes_and_no": N_("who said yes or no"),
    "base_cast": N_("who voted"),
    "base_roll": N_("who could vote"),
    "base_active_roll": N_("who are active"),
    "tied_options": NP_(
        "A tie between {tied} for {places} place. Things stay as they are.",
        "A tie between {tied} for {places} places. Things stay as they are.",
        by="places",
    ),
    "box_key_mislaid": N_(
        "Counts of paper would be lost: their keys are not in the folder of keys, or "
        "are others ({keys}). Put them back. Gone for good? Then set {setting} to "
        "“yes”."
    ),
    "paper_noted_too_late": N_(
        "Tellers note who votes on paper or at a table until a day before the vote "
        "opens, {until}, so that whoever was noted can take it back. Voters can still "
        "choose themselves."
    ),
    "paper_too_many_issued": N_(
        "{issued} ballots were handed out, but only {most} members vote on paper. "
        "Count those that are left over."
    ),
    "table_too_many_issued": N_(
        "{issued} ballots were handed out at the table, but only {most} members vote "
        "there. Count those that are left over."
    ),
    "table_too_many_returned": N_(
        "{returned} ballots came back from the table, but {issued} were handed out "
        "there. Count again."
    ),
    "paper_needs_tellers": N_(
        "Paper and a table need {needed} tellers who count them. Tellers in office "
        "now: {tellers}. As things are, everybody votes here."
    ),
    "votes_here_already": N_("You vote here: nobody noted that you vote elsewhere."),
    "paper_is_counted": N_(
        "Two tellers have counted the box already, and it will be counted with the "
        "others. To vote here too would be to vote twice."
    ),
    "tellers_are_there": N_(
        "There are tellers who hand out the ballots and count them: ask one of them."
    ),
    "paper_was_entered": N_(
        "A teller has begun to count the box. Until the end of the vote it stays as "
        "you chose."
    ),
    "too_few_would_stay": N_(
        "Fewer than {least} would be left on paper or at the table, and whoever counts "
        "would know what they said. It stays as you chose; ask a teller for a ballot."
    ),
    "table_is_full": N_(
        "The {most} places at the table are taken. Vote on paper or here."
    ),
    "noted_for_paper": N_(
        "It is noted that this member votes on paper. They can change "
        "that themselves, or a teller takes the note away first."
    ),
    "noted_for_table": N_(
        "It is noted that this member votes at the table. They can change "
        "that themselves, or a teller takes the note away first."
    ),
    "paper_too_many_returned": N_(
        "{returned} ballots came back, but {issued} were handed out. Count again."
    ),
    "paper_does_not_add_up": N_(
        "{counted} ballots counted and {spoiled} spoiled do not make the {returned} "
        "that came back. Count again."
    ),
    "too_few_tellers_of_then": NP_(
        "It takes {needed} of those who were tellers when the vote ended, and "
        "{tellers} of them is still a member. This count stays closed.",
        "It takes {needed} of those who were tellers when the vote ended, and "
        "{tellers} of them are still members. This count stays closed.",
        by="tellers",
    ),
    "second_has_to_ask": NP_(
        "A closed count is opened by {needed} of the tellers of then, who ask within "
        "{days} days. So far {asked} has asked.",
        "A closed count is opened by {needed} of the tellers of then, who ask within "
        "{days} days. So far {asked} have asked.",
        by="asked",
    ),
    "not_carried_in_short": N_("It was not carried."),
    "nothing_chosen_in_short": N_("Nothing was chosen. Things stay as they are."),
    "nobody_won": N_("No option was chosen. Things stay as they are."),
    **FRANCHISES,
    # ---- where a proposal stands
    "stage_draft": N_("Draft"),
    "stage_seeking_support": N_("Seeking support"),
    "stage_deliberating": N_("Being discussed"),
    "stage_amending": N_("Changed, support to be confirmed"),
    "stage_frozen": N_("Text fixed, vote to come"),
    "stage_deciding": N_("Being voted on"),
    "stage_closed": N_("Vote over, being counted"),
    "stage_adopted": N_("Adopted"),
    "stage_not_adopted": N_("Not adopted"),
    "stage_no_quorum": N_("Too few took part"),
    "stage_withdrawn": N_("Withdrawn"),
    "stage_lapsed": N_("Over for want of support"),
    "stage_in_force": N_("In force"),
    "stage_review_due": N_("In force, review due"),
    "step_put": N_("the author proposes it"),
    "step_admitted": N_("enough members support it"),
    "step_support_ran_out": N_("the time for support ends"),
    "step_words_changed": N_("the words change, support must be confirmed"),
    "step_confirmed": N_("enough supporters confirm"),
    "step_frozen": N_("the discussion ends with enough support"),
    "step_support_fell": N_("the discussion ends, support has fallen"),
    "step_not_confirmed": N_("the discussion ends, too few have confirmed"),
    "step_lapsed_at_freeze": N_(
        "the discussion ends, the time for support is over too"
    ),
    "step_opened": N_("the time to read the fixed text ends"),
    "step_closed": N_("the time to vote ends"),
    "step_carried": N_("carried"),
    "step_not_carried": N_("not carried"),
    "step_too_few": N_("too few took part"),
    "step_second_call": N_("the second call opens, if the rule has one"),
    "step_in_force": N_("its day comes"),
    "step_review_due": N_("the day of review comes"),
    "step_withdrawn": N_("the author takes it back"),
}
