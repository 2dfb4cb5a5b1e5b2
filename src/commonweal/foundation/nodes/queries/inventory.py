"""How much harm each column of the database could do, from P0 (public) to P5 (never).

P0 is public, P1 is for an institution's members, P2 reaches a person, P3 is
organising, P4 is sealed, and P5 is never stored at all. What is not listed under its
own name is for members. Beside the class stands in which form a column lies in the
database, and how long it is kept: a column that reaches a person names both.
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
    "notices.noticeletter": "P2",
    "reaching.letterchoice": "P2",
    "reaching.reminded": "P2",
    "reaching.calendarfeed": "P2",
    "institutions.institution": "P0",
    "institutions.roll": "P0",
    "institutions.application": "P2",
    "nodes.node": "P0",
    "sealing.sealedthing.words": "P4",
    "sealing.sealedthing.subject": "P3",
    "sealing.keyshare.share": "P4",
    "sealing.reading": "P2",
    "safeguards.avoidance": "P4",
    "backups.restoration": "P0",
    "keys.standingkey": "P0",
    "keys.doomedkey": "P0",
    "contenttypes.contenttype": "P0",
    "auth.permission": "P0",
    "auth.group": "P0",
    "auth.group_permissions": "P0",
    "institutions.member.person": "P2",
    "institutions.member.source": "P2",
    "institutions.source": "P2",
    "decisions.turnoutmark": "P3",
    "assemblies.roommark": "P3",
    "assemblies.roomenvelope": "P4",
    "decisions.envelope": "P4",
    "decisions.papervoter": "P3",
    "decisions.paperentry": "P3",
    "decisions.paperentry.sealed": "P4",
    "journal.linewords.words": "P1",
    "threads.report.reporter": "P3",
    "threads.report.known_as": "P3",
    "threads.report.words": "P3",
    "threads.reportreading": "P3",
    "threads.appeal.made_by": "P3",
    "threads.hiding.hidden_by": "P3",
}

# What it takes to read a column; what is not listed lies open.
PLAIN = "opens_plain"
FORMS: Mapping[str, str] = {
    "people.person.email_sealed": "opens_keys",
    "people.outgoingmail.sealed": "opens_keys",
    "decisions.envelope.sealed": "opens_keys",
    "assemblies.roomenvelope.sealed": "opens_keys",
    "decisions.paperentry.sealed": "opens_keys",
    "decisions.proposal.terms": "opens_keys_in_part",
    "sealing.sealedthing.words": "opens_trustees",
    "sealing.keyshare.share": "opens_trustees",
    "safeguards.avoidance.sealed": "opens_keys",
    "decisions.papervoter.sealed": "opens_keys",
    # Digests by a key, of so few things that whoever has the key tries them all.
    "safeguards.avoidance.pair_digest": "opens_by_trying",
    "safeguards.avoidance.owner_digest": "opens_by_trying",
    "people.person.email_digest": "opens_by_trying",
    "people.outgoingmail.address_digest": "opens_by_trying",
    "decisions.turnoutmark.mark": "opens_by_trying",
    "decisions.papervoter.mark": "opens_by_trying",
    "assemblies.roommark.mark": "opens_by_trying",
    "tokens.keptanswer.answer": "opens_asker",
}
CHECKS = ("_digest", "digest", "hash", "salt")

# How long a table or a column is kept; the duties and deeds that end it are tested.
WITH_RECORD = "kept_with_record"
KEPT: Mapping[str, str] = {
    "people.person": "kept_while_here",
    "people.papercode": "kept_while_here",
    "people.passkey": "kept_while_here",
    "people.signin": "kept_while_used",
    "people.signinlink": "kept_an_hour",
    "people.outgoingmail": "kept_a_week",
    "notices.noticeletter": "kept_two_months",
    "reaching.letterchoice": "kept_while_member",
    "reaching.reminded": "kept_while_here",
    "reaching.reminded.full_at": "kept_eight_days",
    "reaching.reminded.bare_at": "kept_eight_days",
    "reaching.calendarfeed": "kept_while_here",
    "institutions.application": "kept_while_here",
    "institutions.member.person": "kept_while_member",
    "institutions.member.source": "kept_while_member",
    "institutions.source": "kept_with_the_last",
    "sealing.sealedthing.words": "kept_until_its_date",
    "sealing.sealedthing.subject": "kept_until_its_date",
    "sealing.keyshare.share": "kept_until_its_date",
    "sealing.reading": "kept_while_here",
    "safeguards.avoidance": "kept_two_years",
    "decisions.turnoutmark": "kept_until_vote_ends",
    "assemblies.roommark": "kept_until_vote_ends",
    "assemblies.roomenvelope": "kept_until_vote_ends",
    "decisions.papervoter": "kept_until_vote_ends",
    "decisions.paperentry": "kept_until_vote_ends",
    "decisions.envelope": "kept_until_vote_ends",
    "tokens.token": "kept_until_last_day",
    "tokens.keptanswer": "kept_a_day",
    "threads.report.reporter": "kept_until_answered",
    "threads.report.known_as": "kept_until_answered",
    "threads.report.words": "kept_until_answered",
    "threads.reportreading": "kept_until_answered",
    # The member stays in the record without a name and without a person.
    "threads.appeal.made_by": "kept_while_member",
    "threads.hiding.hidden_by": "kept_while_member",
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


def form(label: str) -> Sentence:
    """Say what it takes to read a column."""
    is_check = label.rpartition(".")[2].endswith(CHECKS)
    return Sentence(FORMS.get(label, "opens_check" if is_check else PLAIN))


def kept(label: str) -> Sentence:
    """Say how long a column is kept: by its own name, else by its table's."""
    table = label.rpartition(".")[0]
    return Sentence(KEPT.get(label) or KEPT.get(table) or WITH_RECORD)


def is_personal(label: str) -> bool:
    """Say whether a column reaches a person, or could be used against people."""
    return data_class(label) >= "P2"


def _plain(label: str) -> str:
    return label.replace(".", "_")
