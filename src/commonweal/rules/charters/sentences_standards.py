"""What a pact asks of every body, as it is printed, chosen and objected to."""

from commonweal.rules.sentence import N_, NP_, Words

SENTENCES: dict[str, Words] = {
    "prose_standards": N_(
        "We ask the same of every body. What more than half of the others find about a "
        "body holds; else its record does, or what it says itself."
    ),
    "prose_standard": N_("We ask: “{name}”. {seen}"),
    "prose_remedy_none": N_(
        "Where it is not so for {days}, it is told to all, and nothing else follows."
    ),
    "prose_remedy_notice": N_(
        "Where it is not so for {days}, all are told, and its members first."
    ),
    "prose_remedy_plan": N_(
        "Where it is not so for {days}, the body owes all a plan, and has as long "
        "again once there is one."
    ),
    "prose_remedy_suspend_vote": N_(
        "Where it is not so for {days}, its delegates speak and do not vote until it "
        "is. Its base is asked all the same."
    ),
    "prose_remedy_expel": N_(
        "Where it is not so for {days}, the others may want it out. It is heard first, "
        "like any body."
    ),
    "prose_act": N_(
        "No body does this before all have agreed to it: “{name}”. It is raised under "
        "“{under}”."
    ),
    # ---- how it is seen
    "standard_seen_said": N_("Each body says itself how it is with this."),
    "standard_seen_one_member_one_vote": N_(
        "Looked up in its charter: whoever has a vote has it on the same things."
    ),
    "standard_seen_delegates_recallable": N_(
        "Looked up in its charter: a delegate is called home as easily as sent."
    ),
    "standard_seen_meeting_days": NP_(
        "Looked up in its record: an assembly at least every {limit} day.",
        "Looked up in its record: an assembly at least every {limit} days.",
        by="limit",
    ),
    "standard_seen_minutes_days": NP_(
        "Looked up in its record: minutes approved within {limit} day of an assembly.",
        "Looked up in its record: minutes approved within {limit} days of an assembly.",
        by="limit",
    ),
    "standard_seen_term_days": NP_(
        "Looked up in its charter: no term of office above {limit} day.",
        "Looked up in its charter: no term of office above {limit} days.",
        by="limit",
    ),
    "standard_seen_accounts_days": NP_(
        "It says when its members saw the accounts: every {limit} day or sooner.",
        "It says when its members saw the accounts: every {limit} days or sooner.",
        by="limit",
    ),
    "standard_seen_surplus_share": N_(
        "It says how much of the surplus it shares: at least {limit} in a hundred."
    ),
    "standard_seen_pay_ratio": N_(
        "It says how far pay lies apart: the highest at most {limit} times the lowest."
    ),
    "prose_act_parting": N_(
        "No body parts before all have agreed to it: “{name}”. It is raised under "
        "“{under}”. A body that leaves us first parts as it likes."
    ),
    # ---- what can be chosen
    "choice_asked_said": N_("what the body says itself"),
    "choice_asked_one_member_one_vote": N_("one member, one vote"),
    "choice_asked_delegates_recallable": N_("delegates can be called home"),
    "choice_asked_meeting_days": N_("days between assemblies"),
    "choice_asked_minutes_days": N_("days until minutes are approved"),
    "choice_asked_term_days": N_("days of the longest term of office"),
    "choice_asked_accounts_days": N_("days between accounts shown to members"),
    "choice_asked_surplus_share": N_("how much of the surplus is shared, in a hundred"),
    "choice_asked_pay_ratio": N_("how many times the lowest pay the highest is"),
    "choice_remedy_notice": N_("all are told"),
    "choice_remedy_plan": N_("it owes a plan"),
    "choice_remedy_suspend_vote": N_("its delegates do not vote"),
    "choice_remedy_expel": N_("the others may want it out"),
    # ---- what speaks against it
    "charter_standards_without_pact": N_(
        "There is something that is asked of every body, and no pact of bodies. Write "
        "a pact, or leave it out."
    ),
    "charter_standard_without_limit": N_(
        "“{name}” is looked at by a number and names none. Write how many days, per "
        "cent or times are allowed."
    ),
    "charter_act_under_nothing": N_(
        "“{name}” is to be raised under “{found}”, which is nothing that is decided "
        "together. Write one of: {allowed}."
    ),
}
