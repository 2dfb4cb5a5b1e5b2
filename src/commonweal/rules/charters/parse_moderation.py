"""What a charter says about looking after words, read from its text."""

from commonweal.rules.charters.reading import MOST_DAYS, Section
from commonweal.rules.moderation.terms import APPELLANTS, SPONSORS, Moderation


def read_moderation(section: Section) -> Moderation:
    """Read `[moderation]`; a charter without it has nobody who hides anything."""
    found = Moderation(
        office=section.name("office", ""),
        appeal_office=section.name("appeal_office", ""),
        named=section.flag("named", default=True),
        appeal_by=section.choice("appeal_by", APPELLANTS, "any_member"),  # type: ignore[arg-type]
        appeal_days=section.whole("appeal_days", 14, 1, MOST_DAYS),
        answer_days=section.whole("answer_days", 7, 1, MOST_DAYS),
        newcomer_posts=section.whole("newcomer_posts", 0),
        newcomer_days=section.days("newcomer_days"),
        sponsors=section.choice("sponsors", SPONSORS, "any_longer_member"),  # type: ignore[arg-type]
        most_proposals=section.whole("most_proposals", 0),
        proposal_days=section.whole("proposal_days", 30, 1, MOST_DAYS),
    )
    section.done()
    return found
