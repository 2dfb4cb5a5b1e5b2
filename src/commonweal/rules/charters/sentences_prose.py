"""The sentences a printed charter is made of."""

from commonweal.rules.sentence import N_, NP_, Words

PROSE: dict[str, Words] = {
    "prose_title_who": N_("Who we are"),
    "prose_title_members": N_("Who belongs"),
    "prose_title_rolls": N_("Who votes"),
    "prose_title_offices": N_("What members hold for a term"),
    "prose_title_public": N_("What strangers see"),
    "prose_title_change": N_("How this charter changes"),
    # ---- who we are
    "prose_name": N_("This is the charter of {name}."),
    "prose_place": N_("Our place is {place}."),
    "prose_time": N_(
        "Days and hours are told by the clock of {zone}. A day ends at the same time "
        "of day, also when the clocks change."
    ),
    "prose_language": N_("We write in this language: {language}."),
    "prose_languages": N_(
        "We write in these languages: {languages}. Where they say different things, "
        "this one counts: {first}."
    ),
    "prose_words": N_("In our own words: {words}."),
    "prose_word": N_("“{word}” for {plain}"),
    "plain_institution": N_("what we run together"),
    "plain_member": N_("one who belongs"),
    "plain_members": N_("those who belong"),
    "plain_proposal": N_("a text to be decided on"),
    "plain_proposals": N_("texts to be decided on"),
    "plain_assembly": N_("a meeting that decides"),
    "prose_accent": N_("The colour of our pages: {accent}."),
    # ---- who belongs
    "prose_class": N_("{name}: may {rights}."),
    "prose_class_without_rights": N_("{name}: belongs, without rights of its own."),
    "prose_class_lasts": NP_(
        "{name}: what they may do is over {days} day after they came as that.",
        "{name}: what they may do is over {days} days after they came as that.",
        by="days",
    ),
    "prose_invitation": NP_(
        "Those who may invite can hand out invitations. Whoever accepts one within "
        "{days} day belongs as {name}.",
        "Those who may invite can hand out invitations. Whoever accepts one within "
        "{days} days belongs as {name}.",
        by="days",
    ),
    "prose_invitation_uses": NP_(
        "An invitation is good for {uses} person.",
        "An invitation is good for {uses} people at most.",
        by="uses",
    ),
    "prose_invitation_for_many": N_(
        "Whoever invites says for how many people an invitation is good."
    ),
    "prose_nobody_confirmed": N_(
        "Whoever comes by an invitation votes as soon as the list of voters lets them."
    ),
    "prose_confirmed": NP_(
        "Who comes by {doors} belongs at once and may talk and propose. They vote, "
        "support, invite and stand once {count} member says that they know them: "
        "somebody else than who invited them, who came another way.",
        "Who comes by {doors} belongs at once and may talk and propose. They vote, "
        "support, invite and stand once {count} members say that they know them: "
        "others than who invited them, who came another way.",
        by="count",
    ),
    "prose_founders": NP_(
        "Whoever is the first member counts at once, if they come in the first {days}.",
        "The first {count} members count at once, if they come in the first {days}.",
        by="count",
    ),
    "prose_admission": N_("People are also admitted by a decision of those who vote."),
    "prose_never_dormant": N_("Nobody is counted out for being silent."),
    "prose_dormant": NP_(
        "Whoever has not taken part for {days} day is told so, and counts as dormant "
        "if still silent after {notice}. A dormant member stays a member, and is "
        "active again with the first act, or when a secret vote that asked them ends: "
        "nobody is told who voted in it.",
        "Whoever has not taken part for {days} days is told so, and counts as dormant "
        "if still silent after {notice}. A dormant member stays a member, and is "
        "active again with the first act, or when a secret vote that asked them ends: "
        "nobody is told who voted in it.",
        by="days",
    ),
    "for_days": NP_("{days} day", "{days} days", by="days"),
    # ---- who votes
    "prose_roll": N_(
        "“{name}”: everybody who belongs as {classes}, and {conditions}. Each has one "
        "vote."
    ),
    "roll_standing_good": N_("is in good standing"),
    "roll_standing_any": N_("may be suspended or not"),
    "roll_joined_before": NP_(
        "had joined {days} day before the vote was announced",
        "had joined {days} days before the vote was announced",
        by="days",
    ),
    "roll_active": N_("is not dormant"),
    "roll_in_office": N_("holds the office “{office}”"),
    # ---- a rule
    "prose_rule_ordinary": N_("This is how we decide whatever has no rule of its own."),
    "prose_rule_charter": N_(
        "This is how we change this charter. It is also how we decide on anything "
        "that no other rule is named for and that sets more in motion than words."
    ),
    "prose_rule_effects": N_("It is the rule for: {effects}."),
    "prose_rule_roll": N_("Those on the list of voters “{roll}” vote."),
    "prose_rule_motion": N_("The answer is yes, no, or to abstain."),
    "prose_rule_consensus": N_(
        "All say where they stand: I agree, I have reservations, I stand aside, I "
        "object, or I block it."
    ),
    "prose_rule_method": N_("How ballots are marked and counted: {method}."),
    "prose_tellers": N_(
        "Those who hold the office “{office}” are our tellers. Who votes on paper or "
        "at a table in a secret vote tells them before it opens, and two of them enter "
        "what lay in the box. Where a count is closed, two of those who were tellers "
        "when the vote ended may open it together, and the journal says so."
    ),
    "prose_no_tellers": N_(
        "We have no tellers: nobody votes on paper or at a table in a secret vote, and "
        "a count that is closed stays closed to all."
    ),
    "prose_kept_places": NP_(
        "At least {number} of the places is kept for those who belong as {class}. "
        "Where too few of them stand, it stays open.",
        "At least {number} of the places are kept for those who belong as {class}. "
        "Where too few of them stand, the rest of these stay open.",
        by="number",
    ),
    "prose_kept_places_filled": NP_(
        "At least {number} of the places is kept for those who belong as {class}. "
        "Where too few of them stand, others can win it, and the outcome says so.",
        "At least {number} of the places are kept for those who belong as {class}. "
        "Where too few of them stand, others can win the rest of these, and the "
        "outcome says so.",
        by="number",
    ),
    "prose_marking_approvals": N_("On a ballot, any number of projects can be ticked."),
    "prose_marking_cumulative": NP_(
        "On a ballot there is {points} point to hand out among the projects.",
        "On a ballot there are {points} points to hand out among the projects.",
        by="points",
    ),
    "prose_marking_ranking": N_(
        "On a ballot, projects are put in order, as many as one wants. The first is "
        "worth as many points as there are projects, each next one point less."
    ),
    "prose_marking_ranking_some": NP_(
        "On a ballot, at most {ranks} project is put in order. The first is worth as "
        "many points, each next one point less.",
        "On a ballot, at most {ranks} projects are put in order. The first is worth as "
        "many points, each next one point less.",
        by="ranks",
    ),
    "prose_marking_knapsack": N_(
        "On a ballot, projects can be ticked that cost no more together than there is."
    ),
    "prose_ballot_open": N_("The ballots are open: members see who said what."),
    "prose_ballot_secret": NP_(
        "The ballots are secret: nobody is told who said what, or who voted. The count "
        "is shown if there is at least {floor} ballot, not all say the same and no "
        "answer was given by one or two alone; otherwise only how many voted and what "
        "was decided.",
        "The ballots are secret: nobody is told who said what, or who voted. The count "
        "is shown if there are at least {floor} ballots, not all say the same and no "
        "answer was given by one or two alone; otherwise only how many voted and what "
        "was decided.",
        by="floor",
    ),
    "prose_support_none": N_("A proposal needs no supporters."),
    "prose_support_number": NP_(
        "A proposal is taken up once {number} member supports it. It has {within} to "
        "find support.",
        "A proposal is taken up once {number} members support it. It has {within} to "
        "find support.",
        by="number",
    ),
    "prose_support_share": N_(
        "A proposal is taken up once {share} of those who may support it do. It has "
        "{within} to find support."
    ),
    "prose_support_share_and_number": N_(
        "A proposal is taken up once {share} of those who may support it do, and "
        "never fewer than {number}. It has {within} to find support."
    ),
    "prose_quorum_none": N_("It counts however many vote."),
    "prose_quorum_fixed": NP_(
        "It counts if at least {number} votes.",
        "It counts if at least {number} vote.",
        by="number",
    ),
    "prose_quorum_ballots_cast": NP_(
        "It counts if at least {number} ballot is cast.",
        "It counts if at least {number} ballots are cast.",
        by="number",
    ),
    "prose_quorum_positive_votes": NP_(
        "It counts if at least {number} says yes.",
        "It counts if at least {number} say yes.",
        by="number",
    ),
    "prose_quorum_share_of_roll": N_(
        "It counts if at least {share} of those on the list vote."
    ),
    "prose_quorum_share_of_roll_and_number": N_(
        "It counts if at least {share} of those on the list vote, and never fewer "
        "than {number}."
    ),
    "prose_quorum_share_of_active_roll": N_(
        "It counts if as many vote as {share} of the active members on the list."
    ),
    "prose_quorum_share_of_active_roll_and_number": N_(
        "It counts if as many vote as {share} of the active members on the list, and "
        "never fewer than {number}."
    ),
    "prose_carried": N_("It is carried if {agreement}."),
    "prose_tie_status_quo": N_("A tie leaves things as they are."),
    "prose_tie_lot": N_("A tie is parted by a lot that everybody can draw again."),
    "prose_tie_most_first_preferences": N_(
        "In a tie, whoever was put first on more ballots goes before."
    ),
    "prose_tie_last_round_that_differed": N_(
        "In a tie, whoever had more in the last round that differed goes before."
    ),
    "prose_second_call": NP_(
        "If too few vote, there is a second call {days} day later, for {voting}. "
        "{quorum}",
        "If too few vote, there is a second call {days} days later, for {voting}. "
        "{quorum}",
        by="days",
    ),
    "prose_rule_setting": N_("Further: {name} is {value}."),
    # ---- offices, strangers, changes
    "prose_office_by_election": NP_(
        "{name}: {seats} member, elected for {term}.",
        "{name}: {seats} members, elected for {term}.",
        by="seats",
    ),
    "prose_office_rights": N_("Whoever holds it may {rights}, whatever their class."),
    "prose_office_by_lot": NP_(
        "{name}: {seats} member, drawn by a lot that everybody can draw again, for "
        "{term}.",
        "{name}: {seats} members, drawn by a lot that everybody can draw again, for "
        "{term}.",
        by="seats",
    ),
    "prose_public": N_(
        "People who do not belong see our name, what we are for and how to join. They "
        "also see {shown}."
    ),
    "prose_listed": N_("The first page of this server lists us."),
    "prose_not_listed": N_(
        "The first page of this server does not list us: whoever has our address finds "
        "us."
    ),
    "prose_nothing_public": N_(
        "People who do not belong see nothing of us here, not even our name. Whoever "
        "is given a code reads what they would join."
    ),
    "prose_change": N_(
        "Only we change this charter, by the rule “{rule}”. Nobody who runs the "
        "machine can. A vote that has opened is finished by the rules it opened with."
    ),
    "prose_precedence": N_(
        "Where texts disagree, this charter goes before our bylaws, and our bylaws go "
        "before single decisions."
    ),
    "prose_bylaws": N_("Our bylaws stand beside this charter."),
    # ---- languages
    "language_ar": N_("Arabic"),
    "language_ca": N_("Catalan"),
    "language_de": N_("German"),
    "language_en": N_("English"),
    "language_es": N_("Spanish"),
    "language_eu": N_("Basque"),
    "language_fr": N_("French"),
    "language_gl": N_("Galician"),
    "language_it": N_("Italian"),
    "language_ku": N_("Kurdish"),
    "language_pl": N_("Polish"),
    "language_pt": N_("Portuguese"),
    "language_tr": N_("Turkish"),
    "language_uk": N_("Ukrainian"),
}
