"""What the tables of confederations hold, for whoever asks what can be seen."""

from commonweal.rules.sentence import N_, Words

OF_CONFEDERATION: dict[str, Words] = {
    "table_confederation_body": N_("Institutions that are members of confederations"),
    "table_confederation_matter": N_("Matters before confederations"),
    "table_confederation_confederaldeed": N_(
        "What bodies and their delegates did together: who came in, whom they sent,"
        " what they raised, told delegates to say and answered, in numbers"
    ),
    "column_confederation_body_body": N_("which institution"),
    "column_confederation_body_applied_at": N_("when it first asked to come in"),
    "column_confederation_body_next_due_at": N_(
        "when its notice or a term of its seats is over"
    ),
    "table_confederation_notasked": N_(
        "Members of bases who are not asked about a matter: they are counted at "
        "another base, or could not vote when it was put; gone when it is decided"
    ),
    "column_confederation_notasked_matter": N_("about which matter"),
    "column_confederation_notasked_body": N_("of which base"),
    "column_confederation_notasked_member": N_("which member"),
    "column_confederation_matter_language": N_("in which language it was written"),
    "column_confederation_matter_competence": N_("what of the pact it is about"),
    "column_confederation_matter_change": N_("what it would change in the pact"),
    "column_confederation_matter_pact": N_("which version of the pact holds for it"),
    "column_confederation_matter_raised_at": N_("when it was raised"),
    "column_confederation_matter_next_due_at": N_(
        "when something next happens with it by itself"
    ),
    "column_confederation_confederaldeed_deed": N_("what was done"),
    "column_confederation_confederaldeed_body": N_("by which body, or about which"),
    "column_confederation_confederaldeed_matter": N_("with which matter"),
    "column_confederation_confederaldeed_seat": N_("from which seat of the body"),
    "column_confederation_confederaldeed_who": N_("which delegate"),
    "column_confederation_confederaldeed_words": N_("the words put or sent back"),
    "column_confederation_confederaldeed_facts": N_(
        "numbers that belong to it: counts of a base, a mandate, until when"
    ),
    "column_confederation_confederaldeed_decision": N_("the body's own decision"),
    "column_confederation_confederaldeed_done_at": N_("when"),
}
