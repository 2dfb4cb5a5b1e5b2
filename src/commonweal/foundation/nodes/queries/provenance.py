"""Who said what is kept about people, and what it is kept for, column by column.

Every column that reaches a person stands here with who said it and its purpose, or it
is one of those that nobody said: an id, a check, whose row it is. A test asks each.
"""

from collections.abc import Mapping

from commonweal.foundation.nodes.queries.inventory import CHECKS
from commonweal.rules.sentence import Sentence

# What a row needs to be a row; it tells nothing beyond what its other columns tell.
OF_EVERY_ROW = ("id", "institution", "person")
NOBODY_SAID = "said_by_nobody"
ONESELF, DEED, OTHERS = "said_by_oneself", "said_by_deed", "said_by_others"
FOR_LETTERS = "for_letters"
_SAID: Mapping[str, tuple[str, str]] = {
    "people.person.email_sealed": (ONESELF, FOR_LETTERS),
    "people.person.email_confirmed": (DEED, FOR_LETTERS),
    "people.person.letters_refused_on": (OTHERS, FOR_LETTERS),
    "people.person.language": (ONESELF, "for_language"),
    "people.person.joined_on": (DEED, "for_forgetting"),
    "people.passkey.public_key": (ONESELF, "for_signing_in"),
    "people.passkey.name": (ONESELF, "for_telling_apart"),
    "people.passkey.made_on": (DEED, "for_telling_apart"),
    "people.signin.name": (ONESELF, "for_telling_apart"),
    "people.signin.is_shared": (ONESELF, "for_signing_in"),
    "people.signin.used_on": (DEED, "for_forgetting"),
    "people.signin.ends_on": (DEED, "for_forgetting"),
    "people.signinlink.expires_at": (DEED, "for_signing_in"),
    "people.signinlink.shares_mailbox": (DEED, "for_signing_in"),
    "people.person.letters_on": (DEED, "for_few_letters"),
    "people.person.letters_sent": (DEED, "for_few_letters"),
    "people.outgoingmail.sealed": (OTHERS, FOR_LETTERS),
    "people.outgoingmail.written_at": (DEED, FOR_LETTERS),
    "people.outgoingmail.sent_at": (DEED, FOR_LETTERS),
    "people.outgoingmail.attempts": (DEED, FOR_LETTERS),
    "people.outgoingmail.tried_at": (DEED, FOR_LETTERS),
    "people.outgoingmail.refused_at": (DEED, FOR_LETTERS),
    "people.outgoingmail.is_reminder": (DEED, FOR_LETTERS),
    "notices.noticeletter.notice": (DEED, "for_proof"),
    "notices.noticeletter.member": (DEED, "for_proof"),
    "notices.noticeletter.letter": (DEED, "for_proof"),
    "notices.noticeletter.became": (OTHERS, "for_proof"),
    "notices.noticeletter.became_at": (DEED, "for_proof"),
    "reaching.letterchoice.member": (DEED, "for_reminding"),
    "reaching.letterchoice.how": (ONESELF, "for_reminding"),
    "reaching.calendarfeed.made_on": (DEED, "for_telling_apart"),
    "reaching.reminded.told": (DEED, "for_reminding"),
    "reaching.reminded.full_at": (DEED, "for_reminding"),
    "reaching.reminded.bare_at": (DEED, "for_reminding"),
    "reaching.reminded.look_at": (DEED, "for_reminding"),
    "tokens.token.name": (ONESELF, "for_telling_apart"),
    "tokens.token.scopes": (ONESELF, "for_programs"),
    "tokens.token.made_on": (DEED, "for_telling_apart"),
    "tokens.token.used_on": (DEED, "for_telling_apart"),
    "tokens.token.ends_on": (ONESELF, "for_programs"),
    "tokens.keptanswer.answer": (DEED, "for_programs"),
    "tokens.keptanswer.kept_until": (DEED, "for_programs"),
    "institutions.member.person": (ONESELF, "for_belonging"),
    "institutions.member.source": (OTHERS, "for_knowing_whence"),
    "institutions.source.origin": (OTHERS, "for_knowing_whence"),
    "institutions.source.ground": (OTHERS, "for_knowing_whence"),
    "institutions.source.gathered_on": (OTHERS, "for_knowing_whence"),
    "institutions.source.brought_by": (DEED, "for_knowing_whence"),
    "institutions.application.name": (ONESELF, "for_founding"),
    "institutions.application.kind": (ONESELF, "for_founding"),
    "institutions.application.why": (ONESELF, "for_founding"),
    "institutions.application.made_at": (DEED, "for_founding"),
    "institutions.application.is_admitted": (OTHERS, "for_founding"),
    "institutions.application.answer": (OTHERS, "for_founding"),
    "institutions.application.answered_at": (DEED, "for_founding"),
    "institutions.application.used_at": (DEED, "for_founding"),
    "sealing.sealedthing.words": (OTHERS, "for_holders"),
    "sealing.sealedthing.subject": (OTHERS, "for_seeing_readers"),
    "sealing.keyshare.share": (DEED, "for_holders"),
    "sealing.reading.reader": (DEED, "for_seeing_readers"),
    "sealing.reading.read_on": (DEED, "for_seeing_readers"),
    "sealing.reading.purpose": (OTHERS, "for_seeing_readers"),
    "safeguards.avoidance.sealed": (OTHERS, "for_keeping_apart"),
    "safeguards.avoidance.asked_on": (DEED, "for_keeping_apart"),
    "safeguards.avoidance.destroy_on": (DEED, "for_keeping_apart"),
    "decisions.turnoutmark.question": (DEED, "for_voting"),
    "assemblies.roommark.began": (DEED, "for_voting"),
    "assemblies.roommark.mark": (DEED, "for_voting"),
    "assemblies.roomenvelope.began": (DEED, "for_voting"),
    "assemblies.roomenvelope.sealed": (ONESELF, "for_voting"),
    "decisions.turnoutmark.mark": (DEED, "for_voting"),
    "decisions.papervoter.proposal": (DEED, "for_voting"),
    "decisions.papervoter.mark": (DEED, "for_voting"),
    "decisions.papervoter.sealed": (DEED, "for_voting"),
    "decisions.papervoter.noted_by": (DEED, "for_voting"),
    "decisions.papervoter.counts": (DEED, "for_voting"),
    "decisions.papervoter.asked_back": (DEED, "for_voting"),
    "decisions.papervoter.unhanded_by": (DEED, "for_voting"),
    "decisions.paperentry.question": (DEED, "for_voting"),
    "decisions.paperentry.entered_by": (DEED, "for_voting"),
    "decisions.paperentry.sealed": (OTHERS, "for_voting"),
    "decisions.envelope.question": (DEED, "for_voting"),
    "decisions.envelope.sealed": (ONESELF, "for_voting"),
    "threads.report.reporter": (DEED, "for_judging"),
    "threads.report.known_as": (DEED, "for_judging"),
    "threads.report.words": (OTHERS, "for_judging"),
    "threads.reportreading.report": (DEED, "for_seeing_readers"),
    "threads.reportreading.reader": (DEED, "for_seeing_readers"),
    "threads.reportreading.read_on": (DEED, "for_seeing_readers"),
    "threads.appeal.made_by": (DEED, "for_judging"),
    "threads.hiding.hidden_by": (DEED, "for_judging"),
}


def said_by(label: str) -> Sentence | None:
    """Say who said what stands in a column; nothing if nobody ever answered that."""
    if label in _SAID:
        return Sentence(_SAID[label][0])
    name = label.rpartition(".")[2]
    is_known = name in OF_EVERY_ROW or name.endswith(CHECKS)
    return Sentence(NOBODY_SAID) if is_known else None


def kept_for(label: str, *, sends_letters: bool) -> Sentence | None:
    """Say what a column is kept for, where somebody said what stands in it."""
    if label not in _SAID:
        return None
    purpose = _SAID[label][1]
    is_later = purpose == FOR_LETTERS and not sends_letters
    return Sentence("for_letters_later" if is_later else purpose)


def labels() -> frozenset[str]:
    """Name the columns of which it is said who said them."""
    return frozenset(_SAID)
