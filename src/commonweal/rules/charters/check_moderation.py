"""Whether those who look after words are there, and somebody else hears the appeal."""

from collections.abc import Iterator

from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Sentence


def objections_to_moderation(charter: Charter) -> Iterator[Sentence]:
    """List what speaks against how a charter looks after what is said."""
    terms = charter.moderation
    known = tuple(one.id for one in charter.offices)
    for key, name in (("office", terms.office), ("appeal_office", terms.appeal_office)):
        if name and name not in known:
            where = f"moderation.{key}"
            yield Sentence(
                "charter_office_unknown",
                {"where": where, "name": name, "allowed": known},
            )
    if terms.appeal_office and not terms.office:
        yield Sentence("charter_appeals_without_stewards")
    deciding = charter.office(terms.deciding_office)
    alone = terms.deciding_office == terms.office
    if deciding is not None and alone and deciding.seats < 2:
        yield Sentence("charter_nobody_hears_appeals", {"office": deciding.name})
    held = terms.newcomer_posts or terms.newcomer_days
    if held and terms.sponsors == "stewards" and not terms.office:
        yield Sentence("charter_sponsors_without_stewards")
