"""What is said to somebody who arrives, signs in or is written to."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "sign_in_first": N_("Please sign in first."),
    "sign_in_link_unknown": N_(
        "This link no longer signs anybody in. A link works once, and for one hour. "
        "Please ask for a new one."
    ),
    "sign_in_code_unknown": N_(
        "This code signs nobody in. Please look at it once more, letter by letter."
    ),
    "sign_in_is_over": N_("That device is signed out already."),
    "email_malformed": N_("“{email}” does not look like a mail address."),
    "language_unknown": N_("These pages do not exist in that language yet."),
    "letter_sign_in_subject": N_("Your link to sign in"),
    "letter_sign_in_body": N_(
        "Somebody, we hope you, asked to sign in with this address.\n\n"
        "{link}\n\n"
        "The link works once, and for one hour. If it was not you, do nothing."
    ),
    "letter_confirm_subject": N_("Is this your mail address?"),
    "letter_confirm_body": N_(
        "Somebody, we hope you, gave this address here as theirs.\n\n"
        "{link}\n\n"
        "The link shows that it is yours and signs you in. It works once, and for one "
        "hour. If it was not you, do nothing."
    ),
}
