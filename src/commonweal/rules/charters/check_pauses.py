"""Whether somebody can put off a vote as the charter says, and not for ever."""

from collections.abc import Iterator

from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.pauses import MOST_DAYS


def objections_to_pauses(charter: Charter) -> Iterator[Sentence]:
    """List the rights to put off a vote that nobody has, or that stop it."""
    for one in charter.pauses:
        facts: dict[str, Fact] = {"name": one.name}
        if charter.office(one.office) is None:
            known = tuple(office.id for office in charter.offices)
            facts |= {"office": one.office, "allowed": known}
            yield Sentence("charter_pause_without_office", facts)
        elif one.days > MOST_DAYS:
            facts |= {"days": one.days, "most": MOST_DAYS}
            yield Sentence("charter_pause_too_long", facts)
