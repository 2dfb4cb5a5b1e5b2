"""What reading kept data can stumble over, where it is not what it says it is."""


class Malformed(Exception):  # noqa: N818 -- says what the data is
    """Raised where something that was kept, or sent, cannot be what it says."""


MALFORMED = (
    *(LookupError, TypeError, AttributeError, ValueError),
    *(ArithmeticError, AssertionError),
)
UNREADABLE = (Malformed, *MALFORMED)
