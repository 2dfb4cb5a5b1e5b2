"""What can be wrong with a journal, in words."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "journal_line_changed": N_(
        "Line {number} was changed after it was written: its fingerprint does not fit."
    ),
    "journal_words_changed": N_(
        "The words beside line {number} were changed: they do not fit its fingerprint."
    ),
    "journal_line_missing": N_(
        "Where line {expected} should stand, line {found} stands: something was taken "
        "out, put in or moved."
    ),
    "journal_chain_broken": N_("Line {number} does not follow from the line before."),
    "journal_line_foreign": N_("Line {number} belongs to another institution."),
    "journal_line_rewritten": N_(
        "Line {number} is not the line whose fingerprint was written down."
    ),
    "journal_text_differs": N_(
        "The words of proposal {number} are not those its line was written about."
    ),
    "journal_ballot_differs": N_(
        "A ballot on proposal {number} is not the one its line was written about."
    ),
    "journal_ballot_off_roll": N_(
        "A ballot on proposal {number} is of somebody who is not on its roll."
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
    "journal_origin_differs": N_(
        "Line {number} tells of another institution whose charter this one began with."
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
    "journal_unreadable": N_(
        "Something is kept that cannot even be read, so not all could be compared."
    ),
    "journal_words_gone": N_("The words beside line {number} were taken out."),
    "journal_founding_differs": N_(
        "The address of the institution, its founding or its end is not what its lines "
        "tell."
    ),
    "journal_parting_differs": N_(
        "When this institution parts is not as its decisions and its charter say."
    ),
    "journal_door_differs": N_(
        "Who may found an institution on this server is not what the members who "
        "guard that decided."
    ),
    "journal_roll_differs": N_(
        "The roll that line {number} sealed was changed: somebody was added or struck "
        "off, or its numbers are others."
    ),
    "journal_roll_unannounced": N_("There is a roll that no line tells of."),
    "journal_confirmation_differs": N_(
        "That somebody is known, as line {number} tells, is not kept as it was said."
    ),
    "journal_confirmation_unannounced": N_(
        "Somebody is said to be known, and no line tells of it."
    ),
    "journal_came_back_alone": N_(
        "As line {number} tells, somebody came back, and too few members had vouched "
        "for them and printed a half of the code."
    ),
    "journal_vouch_unannounced": N_(
        "Somebody is being let back in, or vouched for, and no line tells of it so."
    ),
    "journal_invitation_unannounced": N_(
        "There is a way in that no line tells of, or one more than its line tells."
    ),
    "journal_invitation_differs": N_(
        "A way in that line {number} tells of was changed: whose class it gives, how "
        "often or until when it lets in, who made it, or how often it did."
    ),
    "journal_invitation_used_unannounced": N_(
        "A way in was used more or less often than lines tell."
    ),
    "journal_vouch_gone": N_(
        "The word for somebody that line {number} tells of, or what it began, was "
        "taken out."
    ),
    "journal_invitation_gone": N_(
        "A way in that line {number} tells of was taken out."
    ),
    "journal_hold_gone": N_(
        "Line {number} tells that words had to wait or were answered, and that was "
        "taken out."
    ),
    "journal_hold_unannounced": N_(
        "Somebody’s words wait for a sponsor, or were turned down, and no line tells "
        "of it so."
    ),
    "journal_last_resort_differs": N_(
        "Whether the operator stopped writing or hid the institution, and until when, "
        "is not what the lines tell."
    ),
    "journal_post_differs": N_(
        "Who said what line {number} tells of, and when, is not kept as it was."
    ),
    "journal_post_unannounced": N_(
        "Something stands in a discussion of which no line tells."
    ),
    "journal_trustees_differ": N_("Who the trustees are is not what was decided."),
    "journal_trustee_differs": N_(
        "The key of a trustee is not the one that line {number} tells of."
    ),
    "journal_support_differs": N_(
        "Who supports proposal {number}, and since when, is not what its lines tell."
    ),
    "journal_verdict_differs": N_(
        "How the vote on proposal {number} ended is not what its ballots yield."
    ),
    "journal_decision_differs": N_(
        "What was decided on proposal {number} is not what its vote yields."
    ),
    "journal_proposal_stopped": N_(
        "Proposal {number} should go on, and the day on which it would was taken away."
    ),
    "journal_row_differs": N_(
        "What is kept is not what line {number} sealed. In the table “{table}” a row "
        "was changed: {what}."
    ),
    "journal_row_gone": N_(
        "A row that line {number} sealed was taken out of the table “{table}”."
    ),
    "journal_row_unannounced": N_(
        "In the table “{table}” there is a row that no line tells of."
    ),
    "journal_row_astray": N_(
        "In the table “{table}” a row that belongs to one institution hangs on what "
        "belongs to another."
    ),
    "journal_row_of_nobody": N_(
        "In the table “{table}” there is a row of an institution that is not there."
    ),
    "journal_seal_missing": N_(
        "Line {number} seals nothing of what it tells of, though lines before it do."
    ),
    "journal_not_sealed_before": N_(
        "Until line {number} the journal did not seal terms, rules, days and verdicts "
        "as it does since. Changes to those of that time would not be found here."
    ),
    "journal_minutes_differ": N_(
        "Approved minutes are not the text whose number stands in line {number}."
    ),
    "journal_line_gone": N_("Line {number} was once written down, and is gone."),
}
