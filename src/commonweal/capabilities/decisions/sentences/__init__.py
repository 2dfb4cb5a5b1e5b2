"""What decisions say when they refuse, and how their deeds read in the journal."""

from commonweal.capabilities.decisions.sentences.of_needs import NEEDS
from commonweal.capabilities.decisions.sentences.of_reviews import LOOKING_AGAIN
from commonweal.rules.sentence import N_, NP_, Words

SENTENCES: dict[str, Words] = {
    # ---- refusals
    "review_of_last_resort": N_(
        "Shall what the operator of this server did (number {number}) stand?"
    ),
    "waits_for_sponsor": N_(
        "This waits until a sponsor lets it through. Nothing is lost meanwhile."
    ),
    "already_put": N_("This has been proposed already."),
    "answer_one": N_("Choose yes, no or abstain."),
    "position_one": N_("Choose one position: from “I agree” to “I block it”."),
    "ballot_is_in": N_(
        "Your ballot is in. In a secret vote it cannot be changed, because nobody can "
        "tell which one is yours."
    ),
    "budget_not_said": N_("Say how much money there is to share out."),
    "candidates_missing": N_("Name at least one member who stands."),
    "words_written_meanwhile": N_(
        "These words were changed meanwhile, in another window or on another device. "
        "What you wrote is still in the fields, and below them stands what was saved. "
        "Put together what you want to keep, and save it."
    ),
    "charter_words_are_its_changes": N_(
        "The words of this proposal are the changes it makes to the charter. To ask "
        "for other changes, withdraw it and write a new one."
    ),
    "cost_missing": N_("Write what “{option}” costs, as a whole number."),
    "term_unknown": N_(
        "What this sets in motion has nothing to do with “{term}”. Leave it out."
    ),
    "effect_unknown": N_("This node does not know how to carry out “{effect}”."),
    **LOOKING_AGAIN,
    "not_a_correction": N_("This version does not call itself a correction."),
    "not_on_the_roll": N_(
        "You are not on the list of who may vote here. It was fixed on "
        "{frozen}; whoever "
        "joined later, or has no vote under the charter, can speak but not vote."
    ),
    "paper_in_secret_votes_only": N_(
        "Paper and tables are for secret votes. In an open vote everybody votes here."
    ),
    "paper_until_it_opens": N_(
        "Who votes on paper or at a table is fixed when the vote opens, so that nobody "
        "votes twice."
    ),
    "paper_chosen_by_voter": N_(
        "This voter chose themselves not to vote here. Only they can change that."
    ),
    "votes_on_paper": N_(
        "You vote on paper: that was noted before the vote opened, so you cannot vote "
        "here. Ask a teller for your ballot."
    ),
    "votes_on_paper_instead": N_(
        "Too few chose the table for it to be held, so you vote on paper and cannot "
        "vote here. Ask a teller for your ballot."
    ),
    "votes_on_table": N_(
        "You vote at the table: that was noted before the vote opened, so you cannot "
        "vote here. Ask a teller where and when it meets."
    ),
    "place_taken_up_later": N_(
        "You took up your place here after the list of voters was fixed on "
        "{frozen}. You have a vote in every vote that opens from now on."
    ),
    "paper_was_given_up": N_(
        "Paper was given up in this vote, because no two tellers were left: everybody "
        "votes here. What lies in the box is not counted."
    ),
    "did_not_ask_back": N_("You have not asked to vote here."),
    "voter_did_not_ask_back": N_(
        "This member has not asked to vote here. Nobody is sent from paper to this "
        "page who did not ask."
    ),
    "teller_of_oneself": N_("About yourself two other tellers say this."),
    "another_teller_says_so": N_(
        "You have said so already. Another teller has to say so too."
    ),
    "no_tellers": N_(
        "The charter names no tellers, so nobody may do this. A change of the charter "
        "can name an office for it."
    ),
    "only_tellers": N_(
        "Only the tellers may do this: those who hold the office “{office}”."
    ),
    "only_tellers_of_then": N_(
        "Only those who were tellers when this vote ended, and are still members, may "
        "do this: they held the office “{office}”."
    ),
    "no_tellers_then": N_(
        "There were no tellers when this vote ended, so this count stays closed."
    ),
    "asked_to_open_already": N_(
        "You have asked. It is opened once another teller of then asks too."
    ),
    "ask_to_open_first": N_("Ask for it first, so that all read that you open it too."),
    "count_not_closed": N_(
        "This count is open: the file that everybody can fetch holds all of it."
    ),
    "nothing_marked": N_("Mark at least one option, or do not send the ballot."),
    "only_supporters_contest": N_(
        "Only those who support this proposal can contest a correction."
    ),
    "only_the_author": N_("Only whoever made this proposal can do this."),
    "option_twice": N_("An option can be ticked once. Tick each at most once."),
    "option_unknown": N_("“{option}” is not one of the options of this question."),
    "options_missing": N_("Write at least two options, one on each line."),
    "options_repeat": N_("“{option}” stands there twice."),
    "words_changed_meanwhile": N_(
        "You read version {seen}. The words have changed since: read version {newest}, "
        "and support it if you still do."
    ),
    "put_it_first": N_(
        "This is a draft. It can be supported once it has been proposed."
    ),
    "rank_is_a_number": N_("Ranks are whole numbers from 1 to {most}."),
    "rank_twice": N_("Rank {rank} is there twice. Give each rank to one project."),
    "points_beyond": NP_(
        "You handed out {given} points, {over} more than the {points} there is. Take "
        "some back.",
        "You handed out {given} points, {over} more than the {points} there are. Take "
        "some back.",
        by="points",
    ),
    "cost_beyond": N_(
        "What you ticked costs {cost} together, {over} more than the {budget} there "
        "are. Leave something out."
    ),
    "rule_is_another": N_(
        "What this sets in motion is decided by the rule “{rule}” and by no other."
    ),
    "rule_unknown": N_("The charter has no rule of that name."),
    "score_is_a_number": N_("Scores are whole numbers from 0 to {most}."),
    "sign_in_to_vote": N_("Sign in as a member to vote."),
    "support_is_over": N_(
        "Support can be given or taken back until the text is fixed."
    ),
    "answer_without_words": N_(
        "The operator of this server stopped new words here until {until}. What our "
        "base is asked can be answered all the same: leave the text empty."
    ),
    "title_missing": N_("Write in one sentence what is to be decided."),
    "too_late_to_withdraw": N_("A proposal can be withdrawn until its vote opens."),
    "vote_is_over": N_("The vote ended on {closed}. No ballot is taken after that."),
    "vote_not_over": N_("The vote ends on {closes}. Nothing is counted before that."),
    "vote_not_open": N_("You can vote from {opens}."),
    "words_are_fixed": N_(
        "The text is fixed, so that everybody votes on the same words."
    ),
    "words_unchanged": N_("The words are the same as before."),
    "you_do_not_support_it": N_("You do not support this proposal now."),
    # ---- who stood
    "option_hidden": N_("Option {place}, its words hidden"),
    "candidate_left": N_("Candidate {place}, who has left"),
    # ---- the journal
    "journal.hold_proposal": N_(
        "{by} wrote proposal {number}; it waits for a sponsor."
    ),
    "journal.draft_proposal": N_("{by} drafted proposal {number}."),
    "journal.revise_draft": N_("{by} changed a draft, proposal {number}."),
    "journal.discard_draft": N_("{by} threw away a draft, proposal {number}."),
    "journal.put_proposal": N_("{by} made proposal {number}: {title}"),
    "journal.revise_proposal": N_("{by} changed the words of proposal {number}."),
    "journal.correct_proposal": N_("{by} corrected the words of proposal {number}."),
    "journal.contest_correction": N_(
        "{by} contested the correction of proposal {number}: support is to be "
        "confirmed."
    ),
    "journal.support_proposal": N_("{by} supported proposal {number}."),
    "journal.take_back_support": N_("{by} took back support for proposal {number}."),
    "journal.paused_vote": NP_(
        "{by} put off the vote on proposal {number} by {days} day.",
        "{by} put off the vote on proposal {number} by {days} days.",
        by="days",
    ),
    "journal.withdraw_proposal": N_("{by} withdrew proposal {number}."),
    "journal.open_question": NP_(
        "The vote on proposal {number} opened: {roll} member may vote.",
        "The vote on proposal {number} opened: {roll} members may vote.",
        by="roll",
    ),
    "journal.cast_ballot": N_("{by} voted on proposal {number}."),
    "journal.close_question": N_(
        "The vote on proposal {number} ended: {turnout} of the {roll} who could vote "
        "did."
    ),
    "journal.check_out_to_paper": NP_(
        "{by} noted that somebody votes on paper or at a table on proposal {number}; "
        "{out} member does.",
        "{by} noted that somebody votes on paper or at a table on proposal {number}; "
        "{out} members do.",
        by="out",
    ),
    "journal.choose_paper": NP_(
        "Somebody chose to vote on paper or at a table on proposal {number}; {out} "
        "member does.",
        "Somebody chose to vote on paper or at a table on proposal {number}; {out} "
        "members do.",
        by="out",
    ),
    "journal.check_in_from_paper": NP_(
        "{by} noted that somebody votes here after all on proposal {number}; {out} "
        "member votes on paper or at a table.",
        "{by} noted that somebody votes here after all on proposal {number}; {out} "
        "members vote on paper or at a table.",
        by="out",
    ),
    "journal.leave_paper": NP_(
        "Somebody chose to vote here after all on proposal {number}; {out} member "
        "votes on paper or at a table.",
        "Somebody chose to vote here after all on proposal {number}; {out} members "
        "vote on paper or at a table.",
        by="out",
    ),
    "journal.give_up_paper": NP_(
        "Paper was given up in the vote on proposal {number}, since no two tellers "
        "were left: {out} member who was to vote elsewhere votes here.",
        "Paper was given up in the vote on proposal {number}, since no two tellers "
        "were left: {out} members who were to vote elsewhere vote here.",
        by="out",
    ),
    "journal.ask_to_vote_here": N_(
        "Somebody who was to vote on paper or at a table on proposal {number} asks to "
        "vote here."
    ),
    "journal.stay_with_paper": N_(
        "Somebody who had asked to vote here on proposal {number} stays with paper."
    ),
    "journal.say_no_ballot_is_out": N_(
        "{by} says that somebody who asks to vote here on proposal {number} holds no "
        "ballot; another teller has to say so too."
    ),
    "journal.let_vote_here": N_(
        "{by} said so too: somebody who was to vote on paper or at a table on proposal "
        "{number} votes here."
    ),
    "journal.enter_paper_count": N_(
        "{by} entered what lay in the paper box of the vote on proposal {number}."
    ),
    "journal.ask_to_open_count": N_(
        "{by} asked to open the closed count of the vote on proposal {number}; another "
        "teller of then has to ask too."
    ),
    "journal.open_closed_count": N_(
        "{by} opened the closed count of the vote on proposal {number}."
    ),
    "journal.seal_without_names": N_(
        "The names of those who stood were taken out of what is kept of proposal "
        "{number}, and what is left was sealed anew."
    ),
    "journal.adopt_proposal": N_("Proposal {number} was adopted."),
    "journal.not_adopt_proposal": N_("Proposal {number} was not adopted."),
    "journal.miss_quorum": N_("Too few took part in the vote on proposal {number}."),
    "journal.lapse_proposal": N_("Proposal {number} is over: too few supported it."),
    "journal.carry_out_decision": N_("What proposal {number} decided came into force."),
    "journal.fail_to_carry_out": N_(
        "What proposal {number} decided could not be carried out."
    ),
    "journal.fail_to_follow_count": N_(
        "What was to follow from the vote on proposal {number} came too late."
    ),
    # ---- the answers to a motion
    "answer.yes": N_("Yes"),
    "answer.no": N_("No"),
    "answer.abstain": N_("Abstain"),
    "answer.agree": N_("Agree"),
    "answer.reservations": N_("Reservations"),
    "answer.stand_aside": N_("Stand aside"),
    "answer.object": N_("Object"),
    "answer.block": N_("Block"),
    **NEEDS,
}
