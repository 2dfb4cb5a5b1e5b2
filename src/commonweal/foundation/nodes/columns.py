"""What the tables of talk hold: what was reported, hidden, contradicted and held."""

from commonweal.rules.sentence import N_, Words

OF_TALK: dict[str, Words] = {
    "column_institutions_institution_draw_due_at": N_(
        "when somebody is next to be drawn for an office"
    ),
    "table_threads_report": N_("Reports of words, until they are answered"),
    "table_threads_hiding": N_("Which words were hidden, and why"),
    "table_threads_hold": N_("Newcomers' words that wait, or waited, for a sponsor"),
    "table_threads_appeal": N_("Appeals for hidden words to come back"),
    "column_threads_report_reporter": N_("who reported, until it is answered"),
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
    "column_threads_appeal_hiding": N_("which hidden words"),
    "column_threads_appeal_made_by": N_("who appealed"),
    "column_threads_appeal_words": N_("why, in their words"),
    "column_threads_appeal_made_at": N_("when they did"),
    "column_threads_appeal_answer_until": N_("until when it is to be answered"),
    "column_threads_appeal_stays_hidden": N_("whether the words stay hidden"),
    "column_threads_appeal_answer": N_("the answer"),
    "column_about_kind": N_("what sort of thing it is about"),
    "column_about_id": N_("which thing it is about"),
    "column_wrong": N_("what is said to be wrong with it"),
    "column_answered_at": N_("when it was answered"),
}
