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
    "minuted.in_order": N_("{what} {why}"),
    "minuted.with_text": N_("{what} The text that was put: “{text}”"),
    "minuted.text_decided": N_("{what} The text that was decided: “{text}”"),
}
