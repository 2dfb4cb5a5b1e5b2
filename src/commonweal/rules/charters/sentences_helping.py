"""What the help page of an institution asks, and what it says in answer."""

from commonweal.rules.sentence import N_, Words

HELPING: dict[str, Words] = {
    "help_ask_here": N_("What is this, and who is it for?"),
    "help_ask_join": N_("How does somebody join?"),
    "help_ask_propose": N_("How do I put something before everybody?"),
    "help_ask_decide": N_("How is something decided?"),
    "help_ask_vote": N_("How do I vote?"),
    "help_ask_meet": N_("How do we meet, and what do I do there?"),
    "help_ask_offices": N_("Who does something for all of us?"),
    "help_ask_words": N_("What if words hurt somebody, or are not true?"),
    "help_ask_lost": N_("What if I lose my phone, or cannot sign in any more?"),
    "help_ask_check": N_("How do I know that nobody cheats?"),
    "help_ask_leave": N_("How do I leave, and what is known about me?"),
    "help_who_may": N_("Those who may: {who}."),
    "help_propose": N_(
        "Open “Decisions” and press “Propose something”. Say it in one sentence, and "
        "then what would be done and why. You read it once more before others see it."
    ),
    "help_support": N_(
        "Then others have to support it, so tell some of them. How many it takes "
        "stands beside it."
    ),
    "help_no_support": N_("Nobody else has to support it before it goes on its way."),
    "help_ordinary": N_(
        "What has no rule of its own is decided by the rule “{rule}”. Each question "
        "says in one sentence by which rule it is decided, who decides, and how many "
        "it takes."
    ),
    "help_other_rules": N_("Other rules, each for what it is named after: {rules}."),
    "help_vote": N_(
        "“What needs me” shows each vote that waits for you, and until when. Open it, "
        "choose, and send the ballot."
    ),
    "help_secret": N_(
        "In secret, so that no member learns how you voted: {rules}. What you send is "
        "sent for good."
    ),
    "help_open": N_(
        "With open ballots, which members read once the vote is over: {rules}. Until "
        "then you can send another instead."
    ),
    "help_paper": N_(
        "You can vote on paper: choose that on the page of the question before you "
        "vote there."
    ),
    "help_come": N_(
        "Come. In the room a code is shown: whoever types it on their phone is in. "
        "Without a phone say your name at the door, and raise your hand like "
        "everybody else."
    ),
    "help_speak": N_(
        "To speak press “I want to speak” on the page of the assembly, or tell whoever "
        "keeps the door. The list says why somebody comes before you."
    ),
    "help_lead": N_(
        "If you lead one, its page says what to do now, and before that day you can "
        "try it out with invented people."
    ),
    "help_offices": N_(
        "Who holds an office, and until when, stands on the first page and on the "
        "page of members. No office can do more than is written here."
    ),
    "help_report": N_(
        "Beside what people wrote is a link to report it, for yourself or for "
        "somebody else."
    ),
    "help_print_codes": N_(
        "Before that happens, open your page “Me” and print codes to keep at home: one "
        "of them lets you in again."
    ),
    "help_check": N_(
        "Each outcome has its numbers and a file with which anybody can count again. "
        "All that is done here stands in the journal, in an order that nobody can "
        "change without its being seen."
    ),
    "help_leave": N_(
        "Your page “Me” shows all that is known about you, gives it to you in a file, "
        "and lets you leave. Nobody has to let you go."
    ),
}
