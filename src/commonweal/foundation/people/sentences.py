"""What is said to somebody who arrives, signs in or is written to."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "letters_used_up_by_you": N_(
        "{count} letters are more than you can send now: over all your institutions "
        "{sent} of {most} a day are used. Go on tomorrow, or give fewer "
        "addresses: whoever has none gets a printed code."
    ),
    "sends_no_letters": N_(
        "This server sends no letters. Get codes for paper or make a passkey instead."
    ),
    "sign_in_first": N_("Please sign in first."),
    "sign_in_link_unknown": N_(
        "This link no longer signs anybody in. A link works once, and for one hour. "
        "Please ask for a new one."
    ),
    "sign_in_link_not_theirs": N_(
        "This link signs in only those who have confirmed this mailbox. Please choose "
        "one of them."
    ),
    "mailbox_is_full": N_(
        "{most} people use this mail address already, and that is the most there can "
        "be. Passkeys and codes on paper need none."
    ),
    "sign_in_code_unknown": N_(
        "This code signs nobody in. Each code works once. Please look at it once more, "
        "letter by letter, or take the next one on your paper."
    ),
    "passkey_unknown": N_(
        "This passkey signs nobody in here. It may have been removed, or it took more "
        "than five minutes. Please try again, or sign in another way."
    ),
    "passkey_not_made": N_(
        "The passkey was not kept: your device and this server did not understand each "
        "other, or it took more than five minutes. Please try again."
    ),
    "passkey_is_gone": N_("That passkey is removed already."),
    "too_many_passkeys": N_(
        "You have {most} passkeys, and that is the most there can be. Remove one first."
    ),
    "sign_in_is_over": N_("That device is signed out already."),
    "no_address_kept": N_("No mail address of yours is kept here."),
    "address_is_last_way": N_(
        "Without it you could not come back in. Get codes for paper or make a passkey "
        "first."
    ),
    "address_is_yours": N_("That is your mail address already."),
    "address_link_unknown": N_(
        "This link changes no address any more. It works once, for one hour, and only "
        "for whoever asked for the letter. Your address is as it was; ask for a new "
        "letter on your own page."
    ),
    "letter_new_address_subject": N_("Is this your new mail address?"),
    "letter_new_address_body": N_(
        "Somebody, we hope you, wants to be written to at this address from now on.\n\n"
        "{link}\n\n"
        "Open the link on the device on which you asked. It works once, and for one "
        "hour. Until then nothing changes. If it was not you, do nothing."
    ),
    "letter_shared_address_subject": N_("Do you share this mailbox?"),
    "letter_shared_address_body": N_(
        "Somebody wants to be written to at this address too. It is somebody's here "
        "already.\n\n"
        "{link}\n\n"
        "Whoever asked opens the link on the device on which they did. Whoever reads "
        "this mailbox can then sign in as either of you. It works once, and for one "
        "hour. If you do not know who it is, do nothing."
    ),
    "letter_address_changed_subject": N_("Your mail address here was changed"),
    "letter_address_changed_body": N_(
        "You are written to at another address from now on, and this one is forgotten "
        "here.\n\n"
        "If it was not you, somebody had your device in their hands. Ask members who "
        "know you to let you back in: they find how on the page of members."
    ),
    "letter_address_given_up_subject": N_("Your mail address here was given up"),
    "letter_address_given_up_body": N_(
        "This address is forgotten here. After this letter nothing more is written to "
        "it, and it signs you in no more.\n\n"
        "If it was not you, somebody had your device in their hands. Ask members who "
        "know you to let you back in: they find how on the page of members."
    ),
    "letter_forgotten_subject": N_("You have left"),
    "letter_forgotten_body": N_(
        "You are forgotten on the server that this letter comes from. You left it, or "
        "you belonged to nothing there any more and had not signed in for a month.\n\n"
        "Erased: your name and this address, there and in the journals, and all that "
        "signed you in. After this letter nothing more is written to you.\n\n"
        "What stays, without your name: the ballots you cast in votes that are over, "
        "what you wrote in discussions and did not take back, and that a member came, "
        "what they did, and that they left. Backups from before can hold your name "
        "until whoever runs the server throws them away; this address cannot be read "
        "in them.\n\n"
        "It cannot be undone. If it was not you, somebody had your device in their "
        "hands: ask members who know you for a new invitation."
    ),
    "email_malformed": N_("“{email}” does not look like a mail address."),
    "language_unknown": N_("These pages do not exist in that language yet."),
    "letter_sign_in_subject": N_("Your link to sign in"),
    "letter_sign_in_body": N_(
        "Somebody, we hope you, asked to sign in with this address.\n\n"
        "{link}\n\n"
        "The link works once, and for one hour. If it was not you, do nothing."
    ),
    "letter_share_subject": N_("Do you share this mailbox?"),
    "letter_share_body": N_(
        "Somebody here gave this address as theirs too. It is yours already.\n\n"
        "{link}\n\n"
        "If you share this mailbox with them, the link lets both of you use it. "
        "Whoever reads this mailbox can then sign in as either of you. If you do not "
        "know who it is, do nothing. The link works once, and for one hour."
    ),
    "letter_new_way_subject": N_("A new way in was made for you"),
    "letter_new_way_body": N_(
        "{what}\n\n"
        "If it was you, do nothing. If it was not, somebody has a device on which you "
        "are signed in: sign in, end what they made, and sign out that device.\n\n"
        "{link}"
    ),
    "letter_put_back_subject": N_("This server was put back to an earlier day"),
    "letter_put_back_body": N_(
        "Whoever runs this server put it back to how it was on {taken}. What you did "
        "here after that is missing.\n\n"
        "Ways to sign in that you ended after that may be open again: codes on paper "
        "that you used, passkeys that you removed. Look at them on your page. Have new "
        "codes made if a sheet is lost, and remove a passkey of a phone that you do "
        "not have any more.\n\n"
        "{link}"
    ),
    "new_way_paper_codes": N_(
        "Codes to sign in with were printed for you. Codes from before do not work any "
        "more."
    ),
    "new_way_passkey": N_("A passkey was made that signs you in."),
    "new_way_program": N_("A key was made with which a program acts for you."),
    "new_way_calendar": N_(
        "An address was made at which a calendar reads your days. One from before "
        "opens nothing any more."
    ),
    "letter_confirm_subject": N_("Is this your mail address?"),
    "letter_confirm_body": N_(
        "Somebody, we hope you, gave this address here as theirs.\n\n"
        "{link}\n\n"
        "The link shows that it is yours and signs you in. It works once, and for one "
        "hour. If it was not you, do nothing."
    ),
}
