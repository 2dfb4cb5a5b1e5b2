"""What people read about looking after words: its settings, its prose, objections."""

from commonweal.rules.sentence import N_, NP_, Words

MODERATION: dict[str, Words] = {
    "choice_no_office": N_("nobody"),
    "choice_author": N_("whoever wrote the words"),
    "choice_any_member": N_("any member"),
    "choice_any_longer_member": N_("anybody who is no newcomer"),
    "choice_stewards": N_("those who look at reports"),
    "choice_election": N_("by election"),
    # ---- objections
    "charter_office_unknown": N_(
        "{where} names the office “{name}”, which does not exist. There are: {allowed}."
    ),
    "charter_appeals_without_stewards": N_(
        "An office decides appeals, but nobody looks at reports. Name who does."
    ),
    "charter_nobody_hears_appeals": N_(
        "“{office}” is one person alone, who would hear the appeals against what they "
        "hid themselves. Let two or more hold it, or name another office for appeals."
    ),
    "charter_sponsors_without_stewards": N_(
        "Newcomers would wait for those who look at reports, but nobody does. Name "
        "them, or let longer members be sponsors."
    ),
    # ---- prose
    "prose_title_moderation": N_("How we look after what is said"),
    "prose_no_stewards": N_(
        "Nobody hides what others say: words stand until their author takes them back."
    ),
    "prose_stewards": N_(
        "Anybody may report words. Those who hold the office “{office}” look at the "
        "report, and may hide the words and say why. Nobody judges their own words, "
        "their own report or their own quarrel."
    ),
    "prose_stewards_stood_in_for": N_(
        "Where nobody holds it, or all who do have a part in the matter, all members "
        "who could hold it stand in."
    ),
    "prose_stewards_named": N_("Members see which person hid them."),
    "prose_stewards_unnamed": N_(
        "Members see that the office hid them, and not which person."
    ),
    "prose_appeal_by_author": N_(
        "Whoever wrote the words may appeal: there is time for {days}."
    ),
    "prose_appeal_by_any_member": N_(
        "Any member may appeal: there is time for {days}."
    ),
    "prose_appeal_decided_among": N_(
        "The appeal is decided by another of them, never by whoever hid the words. If "
        "nobody answers it for {days}, the words come back."
    ),
    "prose_appeal_decided_by": N_(
        "The appeal is decided by those who hold the office “{office}”, never by "
        "whoever hid the words. If nobody answers it for {days}, the words come back."
    ),
    "prose_newcomer_posts": NP_(
        "The first contribution of a new member waits until a sponsor lets it through.",
        "The first {count} contributions of a new member wait until a sponsor lets "
        "them through.",
        by="count",
    ),
    "prose_newcomer_days": NP_(
        "Whatever somebody contributes on their first day here waits until a sponsor "
        "lets it through.",
        "Whatever somebody contributes in their first {days} days here waits until a "
        "sponsor lets it through.",
        by="days",
    ),
    "prose_sponsors_any_longer_member": N_(
        "Any member may be a sponsor who is no newcomer and may speak. Links of "
        "newcomers are shown as plain text."
    ),
    "prose_sponsors_stewards": N_(
        "Those who look at reports are the sponsors. Links of newcomers are shown as "
        "plain text."
    ),
    "prose_most_proposals": NP_(
        "A member makes at most {most} proposal within {days}.",
        "A member makes at most {most} proposals within {days}.",
        by="most",
    ),
}
