"""What people read where bodies say how it is with what is asked of all of them."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "record_shows_it": N_(
        "This is looked up in our record and not said by us. Put it right there, or "
        "ask the others to say how it is."
    ),
    "standard_unreadable": N_(
        "What is said does not fit what is asked. Choose one from the list."
    ),
    "standard_not_asked": N_(
        "This is not asked of the bodies. Choose one from the list."
    ),
    "body_finds_itself": N_(
        "How it is with us, others say. Choose one of the other bodies."
    ),
    "act_not_listed": N_("The pact does not list this. Choose it from the list."),
    "act_needs_all": N_(
        "No body of “{name}” does this before all have agreed to it: {act}. Bring it "
        "before all, under “{under}”, and come back with their yes."
    ),
    "words_of_another": N_(
        "These are the words of matter {number}. Put them there: what bodies told "
        "their delegates goes by the words."
    ),
    "body_of_confederation": N_("{body} ({name})"),
    "act_done": N_("{body}, on {on}"),
    "saying_standard": N_("“{name}”: {holds}"),
    "saying_accounts": N_("“{name}”: our members have seen the accounts now"),
    "saying_yes": N_("yes"),
    "saying_no": N_("no"),
    "saying_surplus_share": N_("{number} in a hundred"),
    "saying_pay_ratio": N_("the highest pay is {number} times the lowest"),
    "finding_kept_yes": N_("“{name}” is kept"),
    "finding_kept_no": N_("“{name}” is not kept"),
    "kept_met": N_("Kept"),
    "kept_due": N_("Not kept; there is time until {until}"),
    "kept_breached": N_("Not kept since {until}"),
    "kept_said_yes": N_("On {on} it said of itself: yes."),
    "kept_said_no": N_("On {on} it said of itself: no."),
    "kept_said_number": N_("On {on} it said of itself: {number}."),
    "kept_found_yes": N_("On {on} {body} found that it is kept:"),
    "kept_found_no": N_("On {on} {body} found that it is not kept:"),
    "kept_planned": N_("On {on} it said how it puts it right:"),
    "remedy_now_notice": N_("All are told, and nothing else follows."),
    "remedy_now_plan": N_("It owes all a plan."),
    "remedy_now_suspend_vote": N_(
        "Its delegates speak and do not vote until it is kept. Its base is asked all "
        "the same."
    ),
    "remedy_now_expel": N_("The others may say why it should go. It is heard first."),
    "votes_rest": N_(
        "Your votes rest: your body does not keep to something that is asked of all. "
        "What you say is heard and is not counted."
    ),
    "votes_of_it_rest": N_(
        "Heard and not counted: the body does not keep to something that is asked of "
        "all."
    ),
    "journal.together_said_kept": N_(
        "A body said how it is with something that is asked of all."
    ),
    "journal.together_found_kept": N_(
        "A body said of another how it is with something that is asked of all."
    ),
    "journal.together_planned_to_keep": N_(
        "A body said how it puts something right that is asked of all."
    ),
    "journal.together_acted": N_("A body did what all had agreed to first."),
    "need.together_say_kept": N_("Say how it is with what is asked of us"),
    "need.together_say_kept.nothing": N_(
        "what we do not say counts as not kept, and what the pact names for it follows"
    ),
    "need.together_plan": N_("Say how we put right what is asked of us"),
    "need.together_plan.nothing": N_("what the pact names for it follows"),
}
