"""What is said of texts and amendments: in the minutes, and on the page."""

from commonweal.rules.sentence import N_, Words

OF_TEXTS: dict[str, Words] = {
    "matter.amendment": N_("Amendment {number}: {title}"),
    "amendment.replace": N_(
        "Text {text}, sentence {place}: in place of “{old}” it says “{words}”"
    ),
    "amendment.strike": N_("Text {text}, sentence {place}: “{old}” is struck."),
    "amendment.after": N_("Text {text}: after sentence {place} comes “{words}”"),
    "amendment.first": N_("Text {text}: at the beginning comes “{words}”"),
    "minuted.bring_text": N_("{by} brought text {number} on “{item}”: “{words}”"),
    "minuted.amend": N_("{by} proposed amendment {number} to “{item}”. {change}"),
    "minuted.accept": N_(
        "{by}, who brought the text, took in amendment {number} to “{item}” as a "
        "friendly one."
    ),
    "minuted.withdraw": N_("{by} took back amendment {number} to “{item}”."),
    "minuted.withdraw_text": N_("{by} took back text {number} on “{item}”."),
    "minuted.and_fell": N_("{what} With it these amendments fall: {fell}."),
    "minuted.order_furthest": N_("Of those that wait it departs furthest."),
    "minuted.order_set": N_("It was taken now by the order that {by} set."),
    "rivals.text": N_("text {number}: “{words}”"),
    "rivals.pair": N_("text {one} against text {other}: {for} to {against}"),
    "rivals.pair_now": N_("text {one} against things as they are: {for} to {against}"),
    "rivals.rather": N_("Would you rather have text {one}, or text {other}?"),
    "rivals.rather_now": N_(
        "Would you rather have text {one}, or leave things as they are?"
    ),
    "rivals.text_number": N_("Text {number}"),
    "rivals.level": N_("{texts}"),
    "rivals.before": N_("{first}, then {then}"),
    "rivals.neither": N_("Abstained"),
    "rivals.as_it_is": N_("Leave things as they are"),
    "minuted.texts_put": N_(
        "The texts on “{item}” were put against each other, and against leaving things "
        "as they are. Counted in it: {counted}. They were {texts}"
    ),
    "minuted.texts_put_in_secret": N_(
        "In secret, by phone and on slips of paper, the texts on “{item}” were put "
        "against each other, and against leaving things as they are. Counted in it: "
        "{counted}. They were {texts}"
    ),
    "minuted.turnout": N_("{what} Ballots: {cast} of {counted}."),
    "minuted.of_single_people": N_(
        "{what} More is not told, since it could say how single people voted."
    ),
    "minuted.decide_in_secret": N_(
        "A secret decision began, by phone and on slips of paper: “{item}” By phone: "
        "{phones}. Slips handed out: {slips}."
    ),
    "minuted.carried_in_secret": N_(
        "Decided in secret: “{item}” Ballots: {cast} of {counted}. Yes {yes}, no {no}, "
        "abstained {abstain}."
    ),
    "minuted.not_carried_in_secret": N_(
        "Not carried in secret: “{item}” Ballots: {cast} of {counted}. Yes {yes}, no "
        "{no}, abstained {abstain}. {why}"
    ),
    "minuted.carried_in_secret_short": N_(
        "Decided in secret: “{item}” Ballots: {cast} of {counted}. More is not told, "
        "since it could say how single people voted."
    ),
    "minuted.not_carried_in_secret_short": N_(
        "Not carried in secret: “{item}” Ballots: {cast} of {counted}. More is not "
        "told, since it could say how single people voted."
    ),
    "minuted.lost_in_secret": N_(
        "A secret decision does not hold: “{item}” Ballots: {cast} of {counted}. {why}"
    ),
    "minuted.texts_put_by_slips": N_(
        "In secret, on slips of paper, the texts on “{item}” were put against each "
        "other, and against leaving things as they are. Slips handed out: {counted}. "
        "They were {texts}"
    ),
    "minuted.text_chosen": N_("Of the texts on “{item}” text {text} was chosen."),
    "minuted.text_chosen_by_chain": N_(
        "Of the texts on “{item}” text {text} was chosen. It did not win against each "
        "of the others, so the strongest chain of pairs decided."
    ),
    "minuted.no_text_chosen": N_("None of the texts on “{item}” was chosen. {why}"),
    "minuted.in_pairs": N_("{what} In pairs: {pairs}."),
    "minuted.of_few": N_(
        "{what} Of fewer than {floor} slips no more is told than what was decided."
    ),
    "minuted.in_order": N_("{what} {why}"),
    "minuted.with_text": N_("{what} The text that was put: “{text}”"),
    "minuted.text_decided": N_("{what} The text that was decided: “{text}”"),
}
