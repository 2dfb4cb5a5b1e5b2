"""The names of settings and of the values they can have, and of what changed."""

from commonweal.rules.charters.settings import INNER_PARTS, PARTS
from commonweal.rules.charters.settings import SETTINGS as DECLARED
from commonweal.rules.sentence import N_, Words

SETTINGS: dict[str, Words] = {
    # ---- sections of the controls that are no class, roll, rule or office
    "section_charter": N_("Who we are"),
    "section_words": N_("Our words"),
    "section_effects": N_("Which rule for what"),
    **{f"section_{name}": label for name, label in PARTS.items()},
    **{f"section_{key.replace('.', '_')}": label for key, label in INNER_PARTS.items()},
    # ---- settings, by the names that the classes of a charter declare
    **{
        f"setting_{key.replace('.', '_')}": setting.label
        for key, setting in DECLARED.items()
    },
    "setting_of_part": N_("{part}: {setting}"),
    "setting_words_institution": N_("Word for what we run together, in {language}"),
    "setting_words_member": N_("Word for one who belongs, in {language}"),
    "setting_words_members": N_("Word for those who belong, in {language}"),
    "setting_words_proposal": N_("Word for a proposal, in {language}"),
    "setting_words_proposals": N_("Word for proposals, in {language}"),
    "setting_words_assembly": N_("Word for a meeting that decides, in {language}"),
    # ---- values
    "value_nothing": N_("nothing"),
    "choice_attend": N_("attend meetings"),
    "choice_speak": N_("speak"),
    "choice_propose": N_("make proposals"),
    "choice_support": N_("support proposals"),
    "choice_vote": N_("vote"),
    "choice_stand": N_("stand for election"),
    "choice_invite": N_("invite others"),
    "choice_invitation": N_("by invitation"),
    "choice_decision": N_("by a decision"),
    "choice_link": N_("a link for several people"),
    "choice_code": N_("a printed code that names nobody"),
    "choice_charter": N_("the charter"),
    "choice_decisions": N_("decisions in force, and what we stand by"),
    "choice_proposals": N_("proposals under way"),
    "choice_member_count": N_("how many members there are"),
    "choice_officers": N_("who holds an office"),
    "choice_brick": N_("brick red"),
    "choice_moss": N_("moss green"),
    "choice_harbour": N_("harbour blue"),
    "choice_plum": N_("plum"),
    "choice_slate": N_("slate grey"),
    "choice_ochre": N_("ochre"),
    "choice_rose": N_("rose"),
    "choice_pine": N_("pine green"),
    "choice_none": N_("any number"),
    "choice_fixed": N_("a number of members"),
    "choice_share_of_roll": N_("a share of the voters"),
    "choice_share_of_active_roll": N_("a share of the voters who are active"),
    "choice_ballots_cast": N_("a number of ballots cast"),
    "choice_positive_votes": N_("a number of members who say yes"),
    "choice_yes_and_no": N_("ballots that say yes or no"),
    "choice_cast": N_("all ballots, those that abstain included"),
    "choice_roll": N_("all the voters"),
    "choice_active_roll": N_("the voters who are active"),
    "choice_open": N_("open"),
    "choice_secret": N_("secret"),
    "choice_stays_empty": N_("stay empty"),
    "choice_filled": N_("can be won by others"),
    "choice_no_class": N_("no class"),
    "choice_approvals": N_("tick any number of projects"),
    "choice_cumulative": N_("hand out points among projects"),
    "choice_ranking": N_("put projects in order"),
    "choice_knapsack": N_("tick projects that the money reaches for"),
    "choice_status_quo": N_("things stay as they are"),
    "choice_lot": N_("a lot"),
    "choice_most_first_preferences": N_("more first places"),
    "choice_last_round_that_differed": N_("the last round that differed"),
    # ---- what an amendment changes
    "change_setting": N_("“{setting}” becomes “{becomes}”; it was “{was}”."),
    "change_setting_of": N_(
        "{thing}: “{setting}” becomes “{becomes}”; it was “{was}”."
    ),
    "change_added": N_("New {sort}: “{name}”."),
    "change_removed": N_("No longer there: the {sort} “{name}”."),
    "change_second_call_added": N_("{rule}: there is a second call if too few vote."),
    "change_second_call_removed": N_("{rule}: there is no second call any more."),
    "change_pact_added": N_(
        "This becomes a confederation: institutions are its members, under a pact."
    ),
    "change_pact_removed": N_(
        "This is no confederation any more: people are its members, without a pact."
    ),
    "change_bylaws": N_("The bylaws beside the charter read differently."),
    "sort_classes": N_("class of members"),
    "sort_franchises": N_("list of voters"),
    "sort_rules": N_("rule"),
    "sort_offices": N_("office"),
    "sort_competences": N_("thing we decide together"),
    "sort_standards": N_("thing we ask of every body"),
    "sort_acts": N_("thing no body does before all agree"),
}
