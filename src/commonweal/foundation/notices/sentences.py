"""What notices say, and what is said of whom they reached."""

from commonweal.rules.sentence import N_, NP_, Words

LINES: dict[str, Words] = {
    "journal.notice_went_out": NP_(
        "Notice {notice} went out to {sent} member by mail; {not_sent} "
        "letters were not taken, {without_address} members have no address.",
        "Notice {notice} went out to {sent} members by mail; {not_sent} "
        "letters were not taken, {without_address} members have no address.",
        by="sent",
    ),
}

SENTENCES: dict[str, Words] = {
    **LINES,
    "letter_notice_bare_subject": N_("Something needs you"),
    "letter_notice_bare_body": N_(
        "Something needs you, and all who belong to it are told. What it is, and for "
        "when, stands on your page:\n\n{link}"
    ),
    "letter_notice_always": N_(
        "The rules you agreed to have all members told of this, so it comes whatever "
        "other letters you chose, for as long as you are a member."
    ),
    "notice_assembly_called": N_("An assembly was called"),
    "notice_assembly_called_off": N_("An assembly was called off"),
    "notice_minutes_out": N_("Minutes went out"),
    "notice_not_refused": N_("their mail server takes no letter for this address"),
    "notice_not_given_up": N_("no mail server took the letter in a whole day"),
    "notice_not_no_address": N_("no mail address that is theirs without doubt"),
}
