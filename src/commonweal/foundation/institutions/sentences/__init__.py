"""What is said about founding, inviting, joining, bringing, deciding and leaving."""

from commonweal.foundation.institutions.sentences.confederating import BODIES
from commonweal.foundation.institutions.sentences.drawing import DRAWING
from commonweal.foundation.institutions.sentences.fostering import GROWN
from commonweal.foundation.institutions.sentences.needs import NEEDS
from commonweal.foundation.institutions.sentences.parting import PARTING
from commonweal.foundation.institutions.sentences.recovering import RECOVERY
from commonweal.rules.sentence import N_, NP_, Words

REFUSALS: dict[str, Words] = {
    "founding_unknown": N_("Choose one of: open, application, closed."),
    "founding_is_open": N_("Anybody may found an institution on this server."),
    "founding_is_application": N_(
        "Whoever wants to found an institution on this server asks first."
    ),
    "founding_is_closed": N_("Nobody can found an institution on this server."),
    "founding_closed": N_("Nobody can found an institution on this server now."),
    "founding_by_application": N_(
        "To found an institution on this server you ask first, in three fields. "
        "Whoever guards its door answers."
    ),
    "founding_needs_no_application": N_("There is nothing to ask for here now."),
    "already_applied": N_("You have asked already; it waits for an answer."),
    "too_many_applications": N_("Too many wait for an answer. Ask again later."),
    "application_gone": N_("Nobody waits for an answer under that number."),
    "application_unsaid": N_("Say why, in a sentence."),
    "application_answered": N_("Your wish to found an institution"),
    "application_admitted": N_(
        "You may found your institution on this server. Why is said on the page on "
        "which one founds.\n\n{link}"
    ),
    "application_declined": N_(
        "Your institution cannot be founded on this server. Why is said on the page on "
        "which one founds.\n\n{link}"
    ),
    "assembly_guards": N_(
        "The institution at “{address}” guards this door, and only its decision opens "
        "or closes it."
    ),
    "not_the_assembly": N_(
        "Only the institution that guards the door of this server can decide that."
    ),
    "journal.given_the_door": N_(
        "The operator of this server gave the institution the say over who may found "
        "others here."
    ),
    "journal.set_founding": N_("It was decided anew who may found institutions here."),
    "journal.admitted_institution": N_(
        "Somebody was let in to found an institution on this server."
    ),
    "journal.declined_institution": N_(
        "Somebody who asked to found an institution on this server was told no."
    ),
    "institution_frozen": N_(
        "The operator of this server stopped new words and new members here until "
        "{until}, unless members end it before. You can still read, vote, leave and "
        "take what is yours along; the institution’s page says why."
    ),
    "members_only": N_("Only members can do this. Ask a member to invite you."),
    "shown_to_members": N_("The charter shows this to members only."),
    "member_has_left": N_("This member has left."),
    "class_has_no_right": N_(
        "As {member_class} you cannot {right} here. The charter says who can, and the "
        "members can change it."
    ),
    "address_malformed": N_(
        "A web address has 3 to 60 small letters, digits and dashes, and begins and "
        "ends with a letter or digit. For example: river-street"
    ),
    "address_taken": N_("The web address “{address}” is already taken here."),
    "charter_objections": N_("The charter would contradict itself: {objections}"),
    "charter_reads_back_otherwise": N_(
        "Kept as a text, the charter would not read back as it is. Look for unusual "
        "signs in its texts."
    ),
    "charter_name_is_link": N_(
        "The name holds a link, an address or a telephone number. Letters carry it to "
        "people who do not know us, so write it without one. If it only looks like a "
        "link, put a space after the dot."
    ),
    "charter_name_has_lines": N_("Write the name in one line."),
    "letter_some_institution": N_("an institution on this server"),
    "name_is_of_journal": N_(
        "With “{name}” the journal says that no single member did something. Please "
        "choose another name."
    ),
    "name_taken": N_(
        "Somebody here is already called “{name}”, or looks so when read. Please add "
        "something that tells you apart, such as a second name or your street."
    ),
    "confirm_address_first": N_(
        "Letters can go out once you have confirmed a mail address of your own: your "
        "page “Me” sends you a link. Without addresses, everybody gets a printed code."
    ),
    "letters_go_nowhere": N_(
        "This server sends no letters. Without addresses, everybody gets a printed "
        "code."
    ),
    "letters_used_up": N_(
        "{count} letters are more than can go out now: {sent} of {most} a day are "
        "used. Bring the others tomorrow, or without addresses, with printed codes."
    ),
    "office_by_lot": N_(
        "“{office}” is filled by lot and not by election. The charter says so."
    ),
    "amendment_changes_nothing": N_("This would leave the charter as it is."),
    "terms_unreadable": N_("What this should set in motion cannot be read."),
    "joining_by_decision": N_(
        "Here nobody joins by invitation: the members decide who is admitted. "
        "Propose to admit somebody."
    ),
    "link_out_of_range": NP_(
        "A link can let in {most} person here, and no more.",
        "A link can let in from 1 to {most} people here.",
        by="most",
    ),
    "codes_out_of_range": N_("Choose from 1 to {most} codes at a time."),
    "invitation_unknown": N_(
        "No invitation has this code. Please look at it once more, letter by letter, "
        "or ask whoever invited you."
    ),
    "invitation_revoked": N_(
        "This invitation was taken back. Ask a member for another."
    ),
    "invitation_expired": N_(
        "This invitation was good until {expired}. Ask a member for another."
    ),
    "invitation_used_up": N_(
        "This invitation has been used as often as it may be. Ask a member for another."
    ),
    "member_has_signed_in": N_("This member has signed in and needs no code."),
    "others_have_come": N_(
        "Other members have signed in since, so the list is no longer yours alone to "
        "write. Propose to admit members, and they decide."
    ),
    "too_many_at_once": N_("At most {most} people can be admitted at once."),
    "named_twice": N_("{name} is named twice. Write each name once."),
    "class_unknown": N_("The charter has no such class of members."),
    "office_unknown": N_("The charter has no such office."),
    "office_seats": N_(
        "This office has {seats} places, and {chosen} were chosen to fill it."
    ),
    "decided_in_future": N_("A decision you bring along was made in the past."),
}

LISTS: dict[str, Words] = {
    "list_too_long": N_("A list has at most {most} people. Please bring it in parts."),
    "source_missing": N_(
        "Say where these names come from. For example: the sheet that people signed at "
        "our assembly. Whoever is on the list reads it."
    ),
    "source_ground_missing": N_(
        "Say why they may stand on this list: each of them agreed, or they belong to "
        "your group already."
    ),
    "source_day_missing": N_("Say on which day these names were gathered."),
    "source_in_future": N_("Names that you bring along were gathered in the past."),
    "code_made_later": N_(
        "Only the code that was made with the list takes a name off it. A member had "
        "this one made later. To have your name taken off, join with it and leave."
    ),
    "second_code_made_later": N_(
        "Only the code that was made with the list puts two places together. A member "
        "had this one made later. You stay the member you are; the members can decide "
        "to make you what this place is for."
    ),
    "place_has_a_letter": N_(
        "A letter with a link went to this member's mail address, and only that link "
        "opens their place. Nobody else is shown a code for it. If the letter is lost, "
        "invite them anew."
    ),
    "place_by_no_decision": N_(
        "No decision of the members keeps this place, so it makes you nothing else."
    ),
    "code_is_for_nobody": N_(
        "This code is for whoever it is given to, and holds no place for you. To stay "
        "away, do nothing."
    ),
    "source_oneself": N_("Nobody put you on the list: you typed your name yourself."),
    "source_consent": N_(
        "{by} put you on the list and says that you agreed. Your name comes from: "
        "{origin} ({day})."
    ),
    "source_belonging": N_(
        "{by} put you on the list and says that you belong to the group already. Your "
        "name comes from: {origin} ({day})."
    ),
    "source_decision": N_("The members decided to admit you ({day})."),
    "source_by_nobody": N_("Somebody who has left since"),
    "list_unreadable": N_(
        "This list cannot be read as a table. Save it as CSV and try again."
    ),
    "list_without_names": N_(
        "No column is called “name”. The first line should say what each column "
        "holds, for example: name, email"
    ),
    "row_is_formula": N_(
        "Line {line}: a name begins with a sign that spreadsheets take for a formula."
    ),
    "row_name_refused": N_("Line {line}: {why}"),
    "row_email_malformed": N_(
        "Line {line}, {name}: this does not look like a mail address."
    ),
    "row_class_unknown": N_(
        "Line {line}, {name}: the charter has no class of members called “{written}”."
    ),
    "row_repeated": N_("Line {line}, {name}: stands on the list already."),
    "letter_on_list_subject": N_("You are on the members' list of {institution}"),
    "letter_source_consent": N_(
        "Whoever put you on the list says that you agreed ({day}). The page behind the "
        "link says who that is and where your name comes from."
    ),
    "letter_source_belonging": N_(
        "Whoever put you on the list says that you belong to the group already "
        "({day}). The page behind the link says who that is and where your name comes "
        "from."
    ),
    "letter_source_decision": N_("The members decided to admit you ({day})."),
    "letter_source_oneself": N_("The page behind the link says how you came onto it."),
    "letter_on_list_body": N_(
        "{institution} now meets and decides here as well, and you are on its list of "
        "members. {why}\n\n"
        "{link}\n\n"
        "The link is yours alone and works once. It asks you for the name by which the "
        "others should know you. If you do not want to be on the list, it also lets "
        "you take your name off."
    ),
}

JOURNAL: dict[str, Words] = {
    "journal.founded": N_("{by} founded the institution."),
    "journal.joined": N_("{name} joined."),
    "journal.confirmed_member": NP_(
        "{by} said that they know {member}; {count} has said so.",
        "{by} said that they know {member}; {count} have said so.",
        by="count",
    ),
    "journal.left": N_("A member left."),
    "journal.vouched": N_(
        "{by} vouched for {member}, who lost every way in: {count} of the {needed} who "
        "have to."
    ),
    "journal.printed_half": N_("{by} printed half a code for {member} to come back."),
    "journal.stopped_recovery": N_("{member} stopped being let back in."),
    "journal.came_back": N_("{member} was let back in with two halves of a code."),
    "journal.renamed": N_("A member is now called {name}."),
    "journal.invited_by_link": N_("{by} made a link that invites."),
    "journal.invited_by_codes": NP_(
        "{by} printed {count} code that invites.",
        "{by} printed {count} codes that invite.",
        by="count",
    ),
    "journal.invited_to_place": N_("{by} made a code for {member} to sign in with."),
    "journal.revoked_invitation": N_("{by} took an invitation back."),
    "journal.revoked_sheet": NP_(
        "{by} took back a sheet with {count} unused code.",
        "{by} took back a sheet with {count} unused codes.",
        by="count",
    ),
    "journal.put_on_list": N_("{name} was put on the members' list."),
    "journal.brought_members": NP_(
        "{by} brought {count} member along.",
        "{by} brought {count} members along.",
        by="count",
    ),
    "journal.brought_statement": N_(
        "{by} wrote down what was decided before, on {decided_on}: “{title}”."
    ),
    "journal.froze_roll": NP_(
        "The list of who may vote was written down: {size} member.",
        "The list of who may vote was written down: {size} members.",
        by="size",
    ),
    "journal.amended_charter": N_(
        "The charter was amended by decision; version {version} is in force."
    ),
    "journal.admitted_members": NP_(
        "{count} person was admitted by decision.",
        "{count} people were admitted by decision.",
        by="count",
    ),
    "journal.changed_class": N_(
        "{member}, who belonged already, became another kind of member by decision."
    ),
    "journal.filled_office": NP_(
        "An office was filled by decision, with {count} member.",
        "An office was filled by decision, with {count} members.",
        by="count",
    ),
    "journal.adopted_statement": N_("The members adopted “{title}”."),
}

SENTENCES: dict[str, Words] = (
    REFUSALS | BODIES | NEEDS | RECOVERY | PARTING | GROWN | DRAWING | LISTS | JOURNAL
)
