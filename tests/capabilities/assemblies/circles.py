"""Given a collective that decides by consensus, in a room."""

from commonweal import kinds
from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.capabilities.assemblies.sentences import SENTENCES
from commonweal.rules.assemblies.sentences import SENTENCES as ROOM
from commonweal.rules.charters.parse import parse
from commonweal.rules.consensus.sentences import SENTENCES as CONSENSUS
from commonweal.rules.consensus.sentences import WEIGHED
from commonweal.rules.voting.rule_sentences import SENTENCES as VOTING
from commonweal.rules.wording import say
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import a_calling, did, now

WORDS = "We buy two keys, and the night shift keeps one."
BLOCK = {
    "reason": "Nobody asked the night shift.",
    "words": "Nothing about us without us",
}
# In this kind whoever is invited is a friend first; here all have a say.
CIRCLE = kinds.text_of("consensus_collective").replace(
    'invited_class = "friend"', 'invited_class = "companion"'
)


def a_circle(*names, charter=CIRCLE, away=()):
    """Open an assembly of a collective that decides by consensus, at a question."""
    circle = an_institution("consensus_collective", charter=parse(charter))
    people = [founder_of(circle)]
    people += [a_member(circle, one, at=day(1)) for one in names or ("Ben", "Chidi")]
    for one in away:
        a_member(circle, one, at=day(1))
    matters = (Matter("Do we buy a key?", 10, decides=True), Matter("The rent", 10))
    calling = a_calling(opens_at=day(41), matters=matters)
    row = call_assembly(circle, calling, by=people[0], at=day(30))
    for one in people:
        did(row, "come_in", people[0], about=one)
    did(row, "hand_on", people[0], about=people[1], what="minute_taker")
    did(row, "open", people[0])
    did(row, "turn_to", people[0], item="1", minute=1)
    return row, *people


def by_phone(row, *people):
    for one in people:
        did(row, "choose_channel", one, what="phone", minute=1)


def puts(row, who, *, minute=2, words=WORDS):
    did(row, "test", who, item="1", words=words, minute=minute)


def says(row, who, what, *, minute=3, **more):
    did(row, "position", who, item="1", what=what, minute=minute, **more)


def blocks(row, who, *, minute=3, **more):
    says(row, who, "block:meets", minute=minute, **{**BLOCK, **more})


def ends(row, who, *, minute=5, **more):
    did(row, "end_test", who, minute=minute, **more)


def minuted(row, minute=600):
    table = SENTENCES | VOTING | CONSENSUS | WEIGHED | ROOM
    held = now(row, minute=minute)
    return [say(line.words, table) for line in queries.minutes_of(held).lines]


def numbers(agree=0, reservations=0, aside=0, object_=0, block=0, silent=0):
    return (
        f"Tested for consensus: agree {agree}, have reservations {reservations}, "
        f"stand aside {aside}, object {object_}, block {block}, said "
        f"nothing {silent}. "
    )
