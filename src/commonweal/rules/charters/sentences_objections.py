"""What is wrong with a charter: where it stands, what it is, what would mend it."""

from commonweal.rules.sentence import N_, Words

OBJECTIONS: dict[str, Words] = {
    # ---- reading it
    "charter_not_toml": N_(
        "This is not the text of a charter. Charters are written in TOML."
    ),
    "charter_not_toml_at": N_(
        "Line {line}, column {column}: this is not TOML. Look for a missing quotation "
        "mark, bracket or equals sign there."
    ),
    "charter_too_long": N_(
        "The charter has {found} characters; it may have {longest}. Shorten the bylaws."
    ),
    "charter_missing": N_("{where} is missing. Write it down."),
    "charter_unknown_key": N_(
        "{where} is not a setting of charters. Take it out, or check its section."
    ),
    "charter_unknown_key_near": N_(
        "{where} is not a setting of charters. Did you mean {nearest}?"
    ),
    "charter_wrong_sort": N_("{where} is “{found}”. Write {expected}."),
    "sort_text": N_("a text in quotation marks"),
    "sort_whole_number": N_("a whole number"),
    "sort_true_or_false": N_("true or false"),
    "sort_list": N_("a list in square brackets"),
    "sort_section": N_("a section with settings of its own"),
    "charter_out_of_range": N_(
        "{where} is {found}. Write a number from {least} to {most}."
    ),
    "charter_bad_share": N_(
        "{where} is “{found}”. Write a share from 0 to 1 as a fraction, such as 1/2 "
        "or 2/3."
    ),
    "charter_not_a_choice": N_("{where} is “{found}”. Choose from: {allowed}."),
    "charter_bad_name": N_(
        "{where} is “{found}”. Names here have small letters a to z, digits and "
        "underscores, and begin with a letter."
    ),
    "charter_bad_language": N_(
        "{where}: “{found}” is not a language tag. Write one such as en, es or pt-BR."
    ),
    "charter_bad_time_zone": N_(
        "There is no time zone “{found}”. Write one such as Europe/Madrid or "
        "America/Santiago."
    ),
    "charter_text_too_long": N_(
        "{where} has {found} characters; it may have {longest}. Shorten it."
    ),
    "charter_hidden_characters": N_(
        "{where} holds characters that cannot be seen and change how text is shown. "
        "Type it anew."
    ),
    "setting_unknown": N_("{where} is not a setting that can be changed here."),
    "thing_is_there": N_("{where} is there already. Give the new one another name."),
    # ---- does it hold together
    "charter_votes_end": N_(
        "{where} lets members vote or stand for some days only. Who has a vote keeps it"
        " for as long as they belong. Write 0 days, or take these rights out."
    ),
    "charter_language_not_listed": N_(
        "The language that counts, {language}, is not among the languages. Add it."
    ),
    "charter_text_lacks_language": N_(
        "{where} says nothing in {language}, the language that counts. Write it."
    ),
    "charter_nobody_can_join": N_(
        "Nobody can join. Allow invitations, or admission by decision, or both."
    ),
    "charter_invited_class_unknown": N_(
        "Those invited would belong to the class “{found}”, which does not exist. "
        "Name a class there is."
    ),
    "charter_nobody_may_invite": N_(
        "People join by invitation, but no class may invite. Give one that right."
    ),
    "charter_class_unreachable": N_(
        "Nobody can come to belong as “{member_class}”. Invite people to it, or allow "
        "admission by decision."
    ),
    "charter_nobody_may_propose": N_(
        "Nobody may make proposals. Give a class that right."
    ),
    "charter_nobody_may_vote": N_("Nobody may vote. Give a class that right."),
    "charter_nobody_may_stand": N_(
        "There is the office “{office}”, but nobody may stand for election. Give a "
        "class that right."
    ),
    "charter_nobody_may_support": N_(
        "“{rule}” asks for supporters, but no class may support proposals. Give one "
        "that right, or ask for none."
    ),
    "charter_franchise_empty": N_(
        "Nobody is on the list of voters “{franchise}”. Name the classes that are."
    ),
    "charter_franchise_class_unknown": N_(
        "The list of voters “{franchise}” names the class “{name}”, which does not "
        "exist."
    ),
    "charter_franchise_without_vote": N_(
        "The list of voters “{franchise}” names the class “{name}”, which has no right "
        "to vote. Give it that right, or take it off the list."
    ),
    "charter_franchise_office_unknown": N_(
        "The list of voters “{franchise}” is of those who hold “{name}”, and there is "
        "no such office. Offices: {allowed}."
    ),
    "charter_franchise_active_means_nothing": N_(
        "The list of voters “{franchise}” is for active members, but nobody ever falls "
        "dormant. "
        "Say after how many days of silence, or ask all members."
    ),
    "charter_franchise_unknown": N_(
        "“{rule}” asks the list of voters “{name}”, which does not exist. There are: "
        "{allowed}."
    ),
    "charter_rule_unknown": N_(
        "{where} names the rule “{name}”, which does not exist. There are: {allowed}."
    ),
    "charter_rule_must_be_motion": N_(
        "{where} names “{rule}”, which is not answered by yes or no. Name a rule that "
        "is."
    ),
    "charter_office_cannot_be_filled": N_(
        "The rule “{rule}” cannot elect {seats} to the office “{office}”. Name a rule "
        "for filling offices that elects as many."
    ),
    "charter_effect_unknown": N_(
        "“{effect}” is nothing a decision can set in motion here. Nearest: {nearest}."
    ),
    "charter_amended_by_another_rule": N_(
        "The charter would be changed by the rule “{rule}” and not by "
        "“{charter_rule}”, its rule for that. Name one rule for both."
    ),
    "charter_method_unknown": N_(
        "“{rule}” names a way of counting that is not known here. There are: {allowed}."
    ),
    "charter_detail_unknown": N_(
        "“{rule}” sets the detail of counting “{detail}”, which its method does not "
        "read. It reads: {known}."
    ),
    "charter_has_no_details": N_(
        "“{rule}” sets the detail of counting “{detail}”, and its method reads none."
    ),
    "charter_detail_names_options": N_(
        "“{rule}” sets the detail of counting “{detail}”, which names options. A "
        "charter does not know the options of votes to come; leave it out."
    ),
    "charter_detail_unreadable": N_(
        "“{rule}” sets the detail of counting “{detail}” to “{value}”, and its method "
        "cannot read that."
    ),
    "charter_places_not_kept": N_(
        "“{rule}” keeps places for a class, and its way of counting can keep none. "
        "These can: {allowed}."
    ),
    "charter_no_place_for_class": N_(
        "“{rule}” names a class that places are kept for, and keeps none. Say how "
        "many, or leave the class out."
    ),
    "charter_places_for_nobody": N_(
        "“{rule}” keeps places for the class “{class}”, which is not there. There are: "
        "{allowed}."
    ),
    "charter_class_cannot_stand": N_(
        "“{rule}” keeps places for “{class}”, who may not stand for election. Give "
        "them that right, or keep the places for others."
    ),
    "charter_all_places_kept": N_(
        "“{rule}” keeps {number} places for a class, and the office “{office}” has "
        "{seats}. Keep fewer, so that one is open to all, or give it more seats."
    ),
    "charter_marking_needs_money": N_(
        "“{rule}” says how a ballot on money is filled in, and shares out none. Leave "
        "it out, or name a way of counting that shares out money."
    ),
    "charter_marking_not_read": N_(
        "“{rule}” has ballots of the form “{form}”, which “{method}” does not read. "
        "It reads: {known}."
    ),
    "charter_points_without_use": N_(
        "“{rule}” says how many points there are to hand out, and its ballots hand out "
        "none. Leave the number out, or let points be handed out."
    ),
    "charter_ranks_without_use": N_(
        "“{rule}” says how many projects a ballot ranks, and its ballots rank none. "
        "Leave the number out, or let projects be ranked."
    ),
    "charter_ranks_said_twice": N_(
        "“{rule}” says how many projects a ballot ranks, and again as the detail of "
        "counting “{detail}”. Leave the detail out."
    ),
    "charter_one_teller_alone": N_(
        "One person holds the office “{office}”, and nobody should count alone. Give "
        "it two seats, or name another office for the tellers."
    ),
    "charter_floor_out_of_range": N_(
        "“{rule}” has secret ballots. Show their count from a number of ballots "
        "between {least} and {most}: below that it would tell of single people, and "
        "above it hardly anybody could check a count."
    ),
    "charter_no_time_for_support": N_(
        "“{rule}” asks for supporters and leaves no time to find them. Give it at "
        "least one day, or ask for none."
    ),
    "charter_share_above_all": N_(
        "“{rule}” asks for {share} of the members, more than there are."
    ),
    "charter_active_means_nothing": N_(
        "“{rule}” counts active members, but nobody ever falls dormant. Say after how "
        "many days of silence, or count all members."
    ),
    "charter_positive_votes_need_a_motion": N_(
        "“{rule}” asks for a number of yes, but its question is not answered by yes "
        "or no. Say otherwise how many must take part."
    ),
    "charter_quorum_without_share": N_(
        "“{rule}” asks for a share of members to vote and does not say which. Write "
        "it, or ask for any number."
    ),
    "charter_quorum_without_number": N_(
        "“{rule}” asks for a number to vote and does not say which. Write it, or ask "
        "for any number."
    ),
    "charter_threshold_impossible": N_(
        "“{rule}” asks for more than everybody to agree. Ask for all, or for less."
    ),
    "charter_both_sides_could_win": N_(
        "“{rule}” asks for {share} to agree, so that yes and no could both reach it. "
        "Ask for more than half."
    ),
    "charter_last_vote_by_few": N_(
        "In the last vote after a consensus that was not found, {share} say yes would "
        "be enough. Ask for more than half, or for nought, which means no last vote."
    ),
    "charter_blocks_ruled_by_few": N_(
        "If {share} of the others can rule that a block does not hold, a few pass over "
        "it. Ask for more than half, or let nobody rule on blocks."
    ),
    "charter_consensus_in_secret": N_(
        "“{rule}” asks what stands against a proposal. That has to be talked over, so "
        "its ballots are open."
    ),
    "charter_motion_tie_stands": N_(
        "“{rule}” is answered by yes or no, and no lot decides that. Let things stay "
        "as they are in a tie."
    ),
    "charter_change_takes_too_long": N_(
        "“{rule}” changes the charter, and with the waiting time of its voters that "
        "takes {days} days. At most {most} are allowed: it must be mended in time."
    ),
    "charter_quorum_could_lock": N_(
        "“{rule}” changes the charter, and the number who must take part could come "
        "out of reach when members fall silent. Then nothing could mend the charter "
        "any more. Give it a second call that any number decides, or count active "
        "members and say when a member is dormant."
    ),
    "charter_threshold_could_lock": N_(
        "“{rule}” changes the charter, and so many would have to agree that it could "
        "come out of reach when members fall silent. Count those who vote, or only "
        "active members."
    ),
    "charter_rule_too_weak": N_(
        "“{rule}” changes the charter and asks for less agreement than “{ordinary}”. "
        "Ask for at least as much."
    ),
}
