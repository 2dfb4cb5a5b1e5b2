"""What a charter says about the letters and calendars that leave this server."""

from dataclasses import dataclass, field

from commonweal.rules.sentence import N_
from commonweal.rules.setting import flag


@dataclass(frozen=True, slots=True)
class Reaching:
    """How much of an institution may stand in a mailbox or on somebody's calendar.

    Where letters are bare they say that something needs somebody and nothing else: not
    what, not when, not where they belong. An employer or a landlord may read the
    mailbox. What a charter does not say is bare. An invitation names the institution,
    since nobody would know what it is to.
    """

    bare_letters: bool = field(
        default=True,
        metadata=flag(
            N_("Letters and calendars say nothing of us"),
            says=N_(
                "Letters to members say only that something needs them, and calendars "
                "only that they meet others: neither names us, nor what it is about."
            ),
            says_not=N_(
                "Letters and calendars name us, and say what waits for a member and "
                "until when."
            ),
        ),
    )
