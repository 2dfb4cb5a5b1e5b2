"""What the tables of people, their devices and their letters hold."""

from commonweal.rules.sentence import N_, Words

PEOPLE: dict[str, Words] = {
    "table_people_person": N_("People who sign in on this server"),
    "table_people_papercode": N_("Codes that somebody keeps on paper"),
    "table_people_passkey": N_("Passkeys: keys on people's own devices"),
    "table_people_signin": N_("Devices on which somebody is signed in"),
    "table_people_signinlink": N_("Links on their way to somebody, good for an hour"),
    "table_people_outgoingmail": N_("Letters waiting to be sent"),
    "table_institutions_source": N_("Where names on members' lists come from"),
    "column_institutions_source_origin": N_("from where, as whoever brought them says"),
    "column_institutions_source_ground": N_("on what ground they are on the list"),
    "column_institutions_source_gathered_on": N_("the day the names were gathered"),
    "column_institutions_source_brought_by": N_("who brought them"),
    "column_institutions_member_source": N_(
        "where their name comes from, if others gave it"
    ),
    "column_people_person_email_sealed": N_(
        "their mail address, if they gave one, sealed by a key outside the database"
    ),
    "column_people_person_email_digest": N_(
        "a check of it, which only this server's key can make"
    ),
    "column_people_person_email_confirmed": N_("whether a letter reached them there"),
    "column_people_person_letters_refused_on": N_(
        "the last day their mail server refused a letter"
    ),
    "column_people_person_language": N_("the language they read"),
    "column_people_person_joined_on": N_("the day they first came"),
    "column_people_papercode_person": N_("whom it signs in, once"),
    "column_people_passkey_person": N_("whom it signs in"),
    "column_people_passkey_key_digest": N_("a check of the name the device gave it"),
    "column_people_passkey_public_key": N_(
        "its public half, which checks a signature and makes none"
    ),
    "column_people_passkey_name": N_("the name they gave it"),
    "column_people_passkey_made_on": N_("the day it was made"),
    "column_people_signin_person": N_("who is signed in there"),
    "column_people_signin_token_digest": N_(
        "a check of a random number that only the device has"
    ),
    "column_people_signin_name": N_("the name they gave the device, if any"),
    "column_people_signin_is_shared": N_("whether several people use the device"),
    "column_people_signin_used_on": N_("the last day it was used; only the day"),
    "column_people_signin_ends_on": N_("the day on which it is signed out by itself"),
    "column_people_signinlink_person": N_("whom it signs in"),
    "column_people_signinlink_shares_mailbox": N_(
        "whether it lets somebody use a mailbox that is another's too"
    ),
    "column_people_outgoingmail_sealed": N_(
        "where it goes and what it says, until it is sent, sealed by the key of its day"
    ),
    "column_people_outgoingmail_address_digest": N_(
        "a check of where it goes, which only this server's key can make"
    ),
    "column_people_outgoingmail_sent_at": N_("when it was sent"),
    "column_people_outgoingmail_attempts": N_("how often sending was tried"),
    "column_people_outgoingmail_tried_at": N_("since when it is being sent"),
    "column_people_outgoingmail_refused_at": N_("when the mail server refused it"),
    "column_people_outgoingmail_is_reminder": N_(
        "whether it reminds, and is not sent again in doubt"
    ),
    "table_notices_notice": N_("Notices to all members, and to how many they went"),
    "column_notices_notice_told": N_("what it told"),
    "column_notices_notice_about": N_("about which assembly"),
    "column_notices_notice_path": N_("where it can be read"),
    "column_notices_notice_given_by": N_("who gave it"),
    "column_notices_notice_given_at": N_("when"),
    "column_notices_notice_settled_at": N_("when no letter was on its way any more"),
    "column_notices_notice_sent": N_("how many letters went out"),
    "column_notices_notice_not_sent": N_("how many no mail server took"),
    "column_notices_notice_without_address": N_("how many members have no address"),
    "table_notices_noticeletter": N_("How far notices came to each member"),
    "column_notices_noticeletter_notice": N_("which notice"),
    "column_notices_noticeletter_letter": N_("which letter, while it is on its way"),
    "column_notices_noticeletter_became": N_("what the mail server said"),
    "column_notices_noticeletter_became_at": N_("when"),
    "table_reaching_letterchoice": N_("How often members want letters"),
    "column_reaching_letterchoice_how": N_("how often"),
    "table_reaching_calendarfeed": N_("Private addresses for people's calendars"),
    "column_reaching_calendarfeed_person": N_("whose assemblies it tells"),
    "column_reaching_calendarfeed_made_on": N_("the day it was made"),
    "table_reaching_reminded": N_("Whom letters reminded, and of what not again"),
    "column_reaching_reminded_person": N_("who it was"),
    "column_reaching_reminded_told": N_(
        "checks of what letters said that still waits, and not what it is"
    ),
    "column_reaching_reminded_full_at": N_(
        "when the last letter was written that names things"
    ),
    "column_reaching_reminded_bare_at": N_(
        "when the last letter was written that names nothing"
    ),
    "column_reaching_reminded_look_at": N_(
        "when it is next looked after what waits for them"
    ),
}
