"""Given somebody who arrived, and the code in a letter to an address."""

from commonweal.foundation.people import actions
from tests.builders import day


def arrived(email="asha@example.org", *, at=None):
    return actions.arrive(email=email, language="en", at=at or day(0))


def sent_code(email="asha@example.org", *, language="en", at=None):
    """Ask for a link; give the code in it, whoever it goes to."""
    codes = []

    def link(code):
        codes.append(code)
        return f"https://commonweal.example/in/{code}"

    actions.send_sign_in_link(email, language=language, link=link, at=at or day(1))
    return codes[0]
