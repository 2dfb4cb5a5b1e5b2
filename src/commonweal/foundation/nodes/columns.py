"""What the tables of talk and of decisions hold, for whoever asks what can be seen."""

from commonweal.rules.sentence import N_, Words

OF_TALK: dict[str, Words] = {
    "column_institutions_institution_draw_due_at": N_(
        "when somebody is next to be drawn for an office"
    ),
    "table_threads_report": N_("Reports of words, until they are answered"),
    "table_threads_reportreading": N_("Who has read a report, until it is answered"),
    "column_threads_reportreading_report": N_("which report"),
    "column_threads_reportreading_reader": N_("who read it"),
    "column_threads_reportreading_read_on": N_("on which day; only the day"),
    "table_threads_hiding": N_("Which words were hidden, and why"),
    "table_threads_hold": N_("Newcomers' words that wait, or waited, for a sponsor"),
    "table_threads_appeal": N_("Appeals for hidden words to come back"),
    "column_threads_report_reporter": N_("who reported, until it is answered"),
    "column_threads_report_known_as": N_(
        "which person of a body reported, as a number made with the server's key, "
        "until it is answered"
    ),
    "column_threads_report_words": N_("what they said, until it is answered"),
    "column_threads_report_is_urgent": N_("whether it cannot wait"),
    "column_threads_report_reported_at": N_("when it was reported"),
    "column_threads_hiding_reason": N_("why, as everybody reads it"),
    "column_threads_hiding_office": N_("which office hid it"),
    "column_threads_hiding_hidden_by": N_("which of its holders did"),
    "column_threads_hiding_is_named": N_("whether members see who it was"),
    "column_threads_hiding_hidden_at": N_("when it was hidden"),
    "column_threads_hiding_appeal_until": N_("until when one may appeal"),
    "column_threads_hiding_shown_at": N_("when it came back"),
    "column_threads_hold_author": N_("who wrote it"),
    "column_threads_hold_held_at": N_("since when it waits"),
    "column_threads_hold_answered_by": N_("which sponsor answered"),
    "column_threads_hold_let_through": N_("whether it was let through"),
    "column_threads_hold_reason": N_("why not, for whoever wrote it"),
    "column_threads_hold_salt": N_(
        "what the digest of the reason in the journal was salted with"
    ),
    "column_threads_appeal_hiding": N_("which hidden words"),
    "column_threads_appeal_made_by": N_("who appealed"),
    "column_threads_appeal_words": N_("why, in their words"),
    "column_threads_appeal_made_at": N_("when they did"),
    "column_threads_appeal_answer_until": N_("until when it is to be answered"),
    "column_threads_appeal_stays_hidden": N_("whether the words stay hidden"),
    "column_threads_appeal_answer": N_("the answer"),
    "column_institutions_institution_frozen_until": N_(
        "until when the operator stopped new words and members, where they did"
    ),
    "column_institutions_institution_face_hidden_until": N_(
        "until when the operator hid it from strangers, where they did"
    ),
    "column_institutions_institution_parts_from": N_("from when its members part"),
    "column_institutions_institution_ends_at": N_("when their time to part is over"),
    "column_institutions_institution_grown_from": N_(
        "from whose charter it was founded"
    ),
    "column_institutions_institution_parts_because": N_("why they part"),
    "column_institutions_institution_review_waits": N_(
        "whether members are still to decide about what the operator did"
    ),
    "column_nodes_node_founding": N_("who may found an institution here"),
    "column_nodes_node_assembly_id": N_(
        "which institution guards that, where one does"
    ),
    "table_institutions_application": N_("Who asked to found an institution, and why"),
    "column_institutions_application_person": N_("who asked"),
    "column_institutions_application_name": N_("what they call themselves"),
    "column_institutions_application_kind": N_("what kind it is to be"),
    "column_institutions_application_why": N_("why, in their words"),
    "column_institutions_application_made_at": N_("when they asked"),
    "column_institutions_application_is_admitted": N_("whether they may"),
    "column_institutions_application_answer": N_("why, as they were told"),
    "column_institutions_application_used_at": N_("when they founded with it"),
    "table_threads_lastresort": N_("What the operator did in the last resort, and why"),
    "column_threads_lastresort_number": N_("its number in the institution"),
    "column_threads_lastresort_what": N_("whether words, the face or writing"),
    "column_threads_lastresort_hiding": N_("which hiding, where words were hidden"),
    "column_threads_lastresort_reason": N_("why, as everybody reads it"),
    "column_threads_lastresort_taken_at": N_("when it was done"),
    "column_threads_lastresort_ends_at": N_("when it ends by itself"),
    "column_threads_lastresort_review_id": N_("which proposal asks the members"),
    "column_threads_lastresort_settled_at": N_("when it was settled"),
    "column_threads_lastresort_outcome": N_("how it was settled"),
    "column_about_kind": N_("what sort of thing it is about"),
    "column_about_id": N_("which thing it is about"),
    "column_wrong": N_("what is said to be wrong with it"),
    "column_answered_at": N_("when it was answered"),
}

OF_DECISIONS: dict[str, Words] = {
    "table_decisions_proposal": N_("Proposals"),
    "table_decisions_version": N_("The words of proposals, in every version"),
    "table_decisions_support": N_("Who supports which proposal"),
    "table_decisions_question": N_("Votes, and how they ended"),
    "table_decisions_ballot": N_("Ballots of open votes"),
    "table_decisions_turnoutmark": N_(
        "Who has voted in a secret vote, until it ends; then nobody knows"
    ),
    "table_decisions_envelope": N_(
        "Secret ballots until the vote ends, sealed; the key is a file on this server, "
        "so until then the operator could open them and guess from their order whose "
        "they are"
    ),
    "table_decisions_secretballot": N_(
        "Ballots of secret votes that are over, mixed and without names"
    ),
    "table_decisions_papervoter": N_(
        "Who votes on paper or at a table, until that vote ends; not whether they did"
    ),
    "table_decisions_paperentry": N_(
        "What tellers found in the paper box, until the vote ends; what ballots say is "
        "sealed, and until then the operator could open it"
    ),
    "table_decisions_decision": N_("Decisions"),
    "column_decisions_proposal_author": N_("who wrote it"),
    "column_decisions_proposal_rule_id": N_("the name of its rule"),
    "column_decisions_proposal_zone": N_("the time zone its days end in"),
    "column_decisions_proposal_effect": N_("what a yes sets in motion"),
    "column_decisions_proposal_terms": N_("how, and with what"),
    "column_decisions_proposal_salts": N_(
        "what keeps names in the terms from being guessed by their seals"
    ),
    "column_decisions_proposal_support_needed": N_("how many must support it"),
    "column_decisions_proposal_pauses": N_("who put off its vote, and when"),
    "column_decisions_proposal_drafted_at": N_("when it was drafted"),
    "column_decisions_proposal_put_at": N_("when it was put"),
    "column_decisions_proposal_next_due_at": N_("when something next falls due"),
    "column_decisions_version_bearings": N_("what is said besides the words"),
    "column_decisions_version_language": N_("the language of the words"),
    "column_decisions_version_is_correction": N_("whether it only corrects"),
    "column_decisions_version_contested_at": N_("when somebody contested that"),
    "column_decisions_support_given_at": N_("when support was given"),
    "column_decisions_question_call": N_("whether it is the first call or the second"),
    "column_decisions_question_method": N_("how ballots are counted"),
    "column_decisions_question_seats": N_("how many places there are"),
    "column_decisions_question_budget": N_("how much there is to spend"),
    "column_decisions_question_tie_seed": N_("the text that seeds a lot"),
    "column_decisions_question_lot_salt": N_(
        "secret bytes that the text of a lot follows from, with the ballots"
    ),
    "column_decisions_question_opens_at": N_("when voting opens"),
    "column_decisions_question_closes_at": N_("when voting closes"),
    "column_decisions_question_outcome": N_("what the count yielded"),
    "column_decisions_question_verdict": N_("whether it was carried, and why"),
    "column_decisions_question_settled_at": N_("when that was written down"),
    "column_decisions_question_turnout": N_("how many voted, once it is over"),
    "column_decisions_question_is_shown": N_("whether the count is told"),
    "column_decisions_turnoutmark_mark": N_(
        "who has voted, as a digest by the key of the ballots"
    ),
    "column_decisions_question_paper": N_("how many paper ballots there were"),
    "column_decisions_papervoter_mark": N_(
        "who votes on paper or at a table, as a digest by a key that ends with the vote"
    ),
    "column_decisions_papervoter_sealed": N_(
        "who that is, and which of both, sealed by the same key"
    ),
    "column_decisions_paperentry_entered_by": N_("which teller"),
    "column_decisions_papervoter_noted_by": N_("which teller noted it, if one did"),
    "column_decisions_papervoter_counts": N_("whether a second person said so too"),
    "column_decisions_papervoter_asked_back": N_("whether they ask to vote here"),
    "column_decisions_papervoter_unhanded_by": N_(
        "which teller said that they hold no ballot, if one did"
    ),
    "column_decisions_paperentry_sealed": N_(
        "what they say, how many say it, and how many were handed out, came back and "
        "were spoiled, sealed"
    ),
    "column_decisions_envelope_sealed": N_("what they marked, sealed"),
    "column_decisions_secretballot_marks": N_("what somebody marked, nobody knows who"),
    "column_decisions_ballot_voter": N_("who cast it: these votes are open"),
    "column_decisions_ballot_marks": N_("what they marked"),
    "column_decisions_ballot_cast_at": N_("when they cast it"),
    "column_decisions_decision_decided_at": N_("when it was decided"),
    "column_decisions_decision_review_at": N_("when it is to be looked at again"),
    "column_decisions_decision_carried_out_at": N_("when it was carried out"),
    "column_decisions_decision_effect_refused": N_("why it could not be carried out"),
}
