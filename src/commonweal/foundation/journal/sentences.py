"""What can be wrong with a journal, in words."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "journal_line_changed": N_(
        "Line {number} was changed after it was written: its check number does not fit."
    ),
    "journal_words_changed": N_(
        "The words beside line {number} were changed: they do not fit its check number."
    ),
    "journal_line_missing": N_(
        "Where line {expected} should stand, line {found} stands: something was taken "
        "out, put in or moved."
    ),
    "journal_chain_broken": N_("Line {number} does not follow from the line before."),
    "journal_line_foreign": N_("Line {number} belongs to another institution."),
    "journal_line_rewritten": N_(
        "Line {number} is not the line whose check number was written down."
    ),
    "journal_text_differs": N_(
        "The words of proposal {number} are not those its line was written about."
    ),
    "journal_ballot_differs": N_(
        "A ballot on proposal {number} is not the one its line was written about."
    ),
    "journal_ballot_gone": N_("A ballot on proposal {number} was taken out."),
    "journal_lot_differs": N_(
        "The lot of the vote on proposal {number} does not follow from what was sealed "
        "when it opened and from its ballots."
    ),
    "journal_result_differs": N_(
        "What the ballots on proposal {number} yield is not what was written down."
    ),
    "journal_charter_differs": N_(
        "Version {number} of the charter is not the one its line was written about."
    ),
    "journal_member_differs": N_(
        "A member is not kept as line {number} and later ones tell: their name, their "
        "class, or when they came or left."
    ),
    "journal_member_gone": N_("The member whom line {number} tells of was taken out."),
    "journal_member_unannounced": N_(
        "There is a member of whose coming no line tells."
    ),
    "journal_office_differs": N_(
        "An office is not held as line {number} tells: by whom, or until when."
    ),
    "journal_office_unannounced": N_(
        "Somebody holds an office that no line gave them."
    ),
    "journal_statement_differs": N_(
        "A statement does not read as it did when line {number} was written."
    ),
    "journal_statement_gone": N_(
        "The statement that line {number} tells of was taken out."
    ),
    "journal_statement_unannounced": N_("There is a statement that no line tells of."),
    "journal_draw_differs": N_(
        "The lot that line {number} tells of does not come out again as it says."
    ),
    "journal_line_gone": N_("Line {number} was once written down, and is gone."),
}
