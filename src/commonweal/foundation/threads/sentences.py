"""What is said about talk."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "purpose_of_report": N_("to answer what you reported"),
    "post_gone": N_("What you mean was taken back, or is not in this discussion."),
    "post_of_another": N_("You can take back only what you said yourself."),
    "words_hidden": N_("Hidden words"),
    # ---- reporting
    "nobody_looks_at_reports": N_(
        "The charter names nobody who looks at reports. Members can change that."
    ),
    "report_own_words": N_("These are your own words. You can take them back."),
    "already_reported": N_("You have reported this already; it waits for an answer."),
    "reported_by_several": N_(
        "Several people have reported this already; it waits for an answer."
    ),
    "already_hidden": N_("These words are hidden already."),
    "too_many_reports": N_(
        "{most} reports wait for an answer already. Wait until some are answered."
    ),
    "wrong_unknown": N_("Choose what is wrong from the list."),
    # ---- deciding
    "nothing_reported": N_("Nobody has reported this, so there is nothing to decide."),
    "answered_hidden_by": N_("{person} answered this just now: the words are hidden."),
    "answered_hidden": N_("This was answered just now: the words are hidden."),
    "answered_left": N_("This was answered just now: the words stand as they are."),
    "not_hidden": N_("These words are not hidden any more."),
    "reason_missing": N_("Say why, in a sentence: everybody here reads it."),
    # ---- what stands where words were hidden
    "hidden_by_office": N_(
        "Hidden on {when} because {wrong}: “{reason}” Hidden by this office: {office}."
    ),
    "hidden_by_person": N_(
        "Hidden on {when} because {wrong}: “{reason}” Hidden by {person}, who holds "
        "this office: {office}."
    ),
    "hidden_in_empty_office": N_(
        "Hidden on {when} because {wrong}: “{reason}” Hidden by {person}, standing in, "
        "since nobody held this office: {office}."
    ),
    "hidden_by_stand_in": N_(
        "Hidden on {when} because {wrong}: “{reason}” Hidden by {person}, standing in, "
        "since whoever held this office had a part in it: {office}."
    ),
    "hidden_appeal_open": N_("There is time to appeal until {until}."),
    "hidden_appeal_over": N_("There was time to appeal until {until}."),
    "hidden_appeal_waits": N_(
        "Somebody appealed. If nobody answers by {until}, the words come back."
    ),
    "hidden_appeal_lost": N_("After an appeal they stay hidden: “{answer}”"),
    # ---- newcomers
    "sponsor_of_oneself": N_("Somebody else has to let your words through."),
    "sponsors_are_others": N_(
        "The charter says who lets newcomers' words through, and you are not among "
        "them."
    ),
    "hold_is_over": N_("Somebody has answered this already."),
    "need.held": N_("Look at a newcomer's words"),
    "need.held.nothing": N_("they go on waiting"),
    "journal.vouched_for": N_("{by} let a newcomer's words through."),
    "journal.turned_down": N_("{by} did not let a newcomer's words through."),
    # ---- appealing
    "no_appeal_yet": N_("Nobody has appealed."),
    "only_the_author_appeals": N_(
        "Under the charter only whoever wrote the words may appeal."
    ),
    "already_appealed": N_("Somebody has appealed already. It is decided once."),
    "too_late_to_appeal": N_("There was time to appeal until {until}."),
    "appeal_is_over": N_("This appeal is over."),
    # ---- what is wrong
    "wrong_hurts": N_("it insults or threatens somebody"),
    "wrong_private": N_("it tells what is somebody's own business"),
    "wrong_endangers": N_("it puts somebody in danger"),
    "wrong_spam": N_("it advertises, or floods the place"),
    "wrong_other": N_("something else"),
    "wrong_law": N_("the law forbids it"),
    "wrong_attack": N_("it is part of an attack"),
    # ---- the operator's last resort
    "institution_unknown": N_("There is no institution at “{address}”."),
    "last_resort_unknown": N_("There is nothing under that number."),
    "last_resort_nothing_there": N_(
        "There are no such words in this institution. The address of the link “Report "
        "this” beside them ends with what to write here."
    ),
    "last_resort_ground": N_("The last resort is for “law” or “attack” only."),
    "last_resort_days": N_("Say a number of days from 1 to {most}."),
    "last_resort_is_in_force": N_("The operator has done that already."),
    "last_resort_is_over": N_("What the operator did is over already."),
    "members_rejected_it": N_(
        "The members did not let this stand. It can be done again from {again} at the "
        "earliest."
    ),
    "last_resort_rests": N_(
        "This was done before and ended without the members’ yes. It can be done again "
        "from {again} at the earliest."
    ),
    "last_resort_days_of_year": N_(
        "Without the members’ yes this lasts {most} days of a year at most, all times "
        "together. Days that are left: {left} of {most}."
    ),
    "members_review_it": N_(
        "The operator of this server hid this. All members decide about it in a "
        "review, and no office."
    ),
    "face_hidden": N_(
        "On {when} the operator of this server hid this institution from strangers "
        "because {wrong}: “{reason}” Members decide whether that stands. It ends on "
        "{until} at the latest, unless they let it stand. If you belong to it, sign in."
    ),
    "last_resort_words": N_(
        "On {when} the operator of this server hid something because {wrong}: "
        "“{reason}”"
    ),
    "last_resort_face": N_(
        "On {when} the operator of this server hid the page that strangers see because "
        "{wrong}: “{reason}”"
    ),
    "last_resort_writing": N_(
        "On {when} the operator of this server stopped new words and new members "
        "because {wrong}: “{reason}” Everybody can still read, vote, leave and take "
        "what is theirs along."
    ),
    "last_resort_until": N_(
        "Members decide whether it stands. If nobody decides, it ends by itself on "
        "{until}."
    ),
    "last_resort_stands": N_("The members decided that it stands."),
    "last_resort_stands_until": N_(
        "The members decided that it stands; it ends by itself on {until}."
    ),
    "last_resort_ended_over": N_(
        "It ended by itself on {ended}, because nobody had decided."
    ),
    "last_resort_ended_rejected": N_(
        "It ended on {ended}, because the members did not let it stand."
    ),
    "last_resort_ended_lifted": N_("The operator ended it on {ended}."),
    "last_resort_ended_stands": N_(
        "The members had let it stand; it ended by itself on {ended}."
    ),
    "journal.took_last_resort_words": N_(
        "The operator of this server hid something until {until}: “{reason}”"
    ),
    "journal.took_last_resort_face": N_(
        "The operator of this server hid the page that strangers see until {until}: "
        "“{reason}”"
    ),
    "journal.took_last_resort_writing": N_(
        "The operator of this server stopped new words and new members until {until}: "
        "“{reason}”"
    ),
    "journal.lifted_last_resort": N_(
        "The operator of this server ended what they had done: “{reason}”"
    ),
    "journal.let_last_resort_stand": N_(
        "The members decided that what the operator did (number {number}) stands."
    ),
    "journal.ended_last_resort": N_(
        "What the operator did (number {number}) ended: the members did not let it "
        "stand."
    ),
    "journal.last_resort_ran_out": N_(
        "What the operator did (number {number}) ended by itself on its date."
    ),
    # ---- what waits for stewards
    "need.report": N_("Look at a report"),
    "need.appeal": N_("Decide an appeal"),
    "need.hidden": N_("Your words were hidden: appeal, or let it be"),
    "need.hidden.nothing": N_("they stay hidden"),
    "need.report.nothing": N_("the words stand as they are"),
    "need.appeal.nothing": N_("the words come back"),
    # ---- what the journal says
    "journal.said_in_thread": N_("{by} said something in a discussion."),
    "journal.took_back": N_("{by} took back what they had said."),
    "journal.reported_words": N_("Somebody reported words."),
    "journal.hid_words": N_("Words were hidden: “{reason}”"),
    "journal.left_words_standing": N_("Reported words were left standing: “{reason}”"),
    "journal.showed_words_again": N_("Hidden words were shown again: “{reason}”"),
    "journal.appealed": N_("Somebody asked for hidden words to come back."),
    "journal.kept_words_hidden": N_("After an appeal words stay hidden: “{reason}”"),
    "journal.granted_appeal": N_("After an appeal words came back: “{reason}”"),
    "journal.words_came_back": N_(
        "Words came back, because nobody answered the appeal in time."
    ),
}
