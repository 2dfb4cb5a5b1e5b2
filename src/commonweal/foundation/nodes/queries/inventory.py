"""How much harm each column of the database could do, from P0 (public) to P5 (never).

P0 is public, P1 is for an institution's members, P2 reaches a person, P3 is
organising, P4 is sealed, and P5 is never stored at all. What is not listed under its
own name is for members.
"""

from collections.abc import Mapping

from commonweal.foundation.nodes.sentences import SENTENCES
from commonweal.rules.sentence import Sentence

MEMBERS_ONLY = "P1"
CLASSES: Mapping[str, str] = {
    "people.person": "P2",
    "people.papercode": "P2",
    "people.passkey": "P2",
    "people.signin": "P2",
    "people.signinlink": "P2",
    "people.outgoingmail": "P2",
    "tokens.token": "P2",
    "tokens.keptanswer": "P2",
    "institutions.institution": "P0",
    "institutions.roll": "P0",
    "nodes.node": "P0",
    "sealing.sealedthing.words": "P4",
    "sealing.sealedthing.subject": "P3",
    "sealing.keyshare.share": "P4",
    "sealing.reading": "P2",
    "backups.restoration": "P0",
    "keys.standingkey": "P0",
    "keys.doomedkey": "P0",
    "contenttypes.contenttype": "P0",
    "auth.permission": "P0",
    "auth.group": "P0",
    "auth.group_permissions": "P0",
    "institutions.member.person": "P2",
    "decisions.turnoutmark": "P3",
    "decisions.envelope": "P4",
    "journal.linewords.words": "P1",
    "threads.report.reporter": "P3",
    "threads.report.words": "P3",
    "threads.appeal.made_by": "P3",
    "threads.hiding.hidden_by": "P3",
}


def table_words(label: str) -> Sentence:
    """Give the words for a table, such as `people.person`."""
    return Sentence(f"table_{_plain(label)}")


def column_words(label: str) -> Sentence:
    """Give the words for a column, or those for its name in any table."""
    own = f"column_{_plain(label)}"
    name = label.rpartition(".")[2]
    return Sentence(own if own in SENTENCES else f"column_{name}")


def data_class(label: str) -> str:
    """Give the data class of a column: its own, else its table's."""
    table = label.rpartition(".")[0]
    return CLASSES.get(label) or CLASSES.get(table) or MEMBERS_ONLY


def _plain(label: str) -> str:
    return label.replace(".", "_")
