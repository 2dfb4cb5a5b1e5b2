"""What a charter says of those who begin with it."""

from dataclasses import dataclass, field

from commonweal.rules.sentence import N_
from commonweal.rules.setting import flag


@dataclass(frozen=True, slots=True)
class Fostering:
    """Whether others may found an institution from this charter."""

    template: bool = field(
        default=False,
        metadata=flag(
            N_("Others can start from our charter"),
            says=N_(
                "Whoever founds an institution on this server can start from our "
                "charter. They change what they like, and decide for themselves from "
                "then on. Its page says that it grew from us, and ours that it did, "
                "unless it shows strangers nothing."
            ),
            says_not=N_("Our charter is not offered for others to start from."),
        ),
    )
