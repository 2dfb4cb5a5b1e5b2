"""What letters that remind say, and how often they come."""

from commonweal.rules.sentence import N_, NP_, Words

SENTENCES: dict[str, Words] = {
    "letter_reminder_full_subject": NP_(
        "{count} thing needs you", "{count} things need you", by="count"
    ),
    "letter_reminder_full_body": N_(
        "This waits for you, the most urgent first. Each link opens the page on which "
        "you decide; nothing happens by opening it.\n\n"
        "{things}\n\n"
        "All of it: {home}\n"
        "How often such letters come: {choose}\n"
        "No more such letters: {stop}"
    ),
    "letter_reminder_bare_subject": N_("Something may need you"),
    "letter_reminder_bare_body": N_(
        "Something may need you. If it does, it stands on your page:\n\n"
        "{home}\n\n"
        "Some of these letters go to everybody whom a thing concerns, whether they "
        "have done it or not, so that no letter tells who has.\n\n"
        "How often such letters come: {choose}\n"
        "No more such letters: {stop}"
    ),
    "letter_reminder_to_all": N_(
        "This goes to everybody on the roll, whether they have voted or not: the vote "
        "is secret."
    ),
    "letter_reminder_page": N_("the rest stands on the page"),
    "letter_reminder_more": NP_(
        "… and {count} more thing on the page.",
        "… and {count} more things on the page.",
        by="count",
    ),
    "letter_reminder_titled": N_("{act}: {title}\n  {where}; {then}"),
    "letter_reminder_titled_until": N_(
        "{act}: {title}\n  {where}, until {until}; {then}"
    ),
    "letter_reminder_titled_over": N_(
        "{act}: {title}\n  {where}, due since {until}; {then}"
    ),
    "letter_reminder_untitled": N_("{act}\n  {where}; {then}"),
    "letter_reminder_untitled_until": N_("{act}\n  {where}, until {until}; {then}"),
    "letter_reminder_untitled_over": N_("{act}\n  {where}, due since {until}; {then}"),
    "calendar_bare": N_("Something with others"),
    "found_decision": N_("Decision"),
    "found_statement": N_("What we stand by"),
    "found_assembly": N_("Assembly"),
    "found_minutes": N_("Minutes"),
    "letters_never": N_("Never"),
    "letters_urgent": N_("When something ends soon"),
    "letters_daily": N_("At most once a day"),
    "letters_weekly": N_("At most once a week"),
}
