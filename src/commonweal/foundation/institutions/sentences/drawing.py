"""What is said about drawing for offices: before, and in the journal."""

from commonweal.rules.sentence import NP_, Words

DRAWING: dict[str, Words] = {
    "draw_ahead": NP_(
        "On {day} one of us is drawn by lot as “{office}”. So far {there} can be "
        "drawn. Whoever has not signed in by then cannot.",
        "On {day} {seats} of us are drawn by lot as “{office}”. So far {there} can be "
        "drawn. Whoever has not signed in by then cannot.",
        by="seats",
    ),
    "draw_ahead_of_too_few": NP_(
        "On {day} one of us is to be drawn by lot as “{office}”. So far {there} can "
        "be drawn, and it takes more: invite others, or the draw waits day by day.",
        "On {day} {seats} of us are to be drawn by lot as “{office}”. So far {there} "
        "can be drawn, and it takes more than {seats}: invite others, or the draw "
        "waits day by day.",
        by="seats",
    ),
    "journal.drew_office": NP_(
        "{count} member was drawn by lot for an office. The seed: {seed}.",
        "{count} members were drawn by lot for an office. The seed: {seed}.",
        by="count",
    ),
}
