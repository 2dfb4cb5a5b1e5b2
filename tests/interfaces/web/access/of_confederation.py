"""Who may read what bodies do together, and do each deed there.

The hall is a base and no confederation: its members see whom it is with, and nothing
that belongs to a confederation is there.
"""

from uuid import UUID

from tests.interfaces.web.access.declared import LED_AWAY, MEMBERS, NOBODY, Page

_FIRST = {"number": "=1"}
_NO_WHOLE = {"whole": f"={UUID(int=9)}"}

OF_CONFEDERATION = {
    "confederation:together": Page(MEMBERS),
    "confederation:matter": Page(NOBODY, names=_FIRST),
    "confederation:matter_file": Page(NOBODY, names=_FIRST),
    "confederation:standards": Page(NOBODY),
    "confederation:sorts": Page(MEMBERS),
    "confederation:put": Page(NOBODY, NOBODY, sends={"words": "So."}, names=_FIRST),
    "confederation:say": Page(NOBODY, NOBODY, sends={"stance": "yes"}, names=_FIRST),
    "confederation:change_pact": Page(NOBODY, NOBODY, names=_NO_WHOLE),
    "confederation:report": Page(NOBODY, NOBODY, sends={"words": "So."}, names=_FIRST),
    "confederation:my_seat": Page(MEMBERS),
    "confederation:hand_over": Page(LED_AWAY, NOBODY, sends={"days": "1"}),
    "confederation:take_back": Page(LED_AWAY, NOBODY),
    "confederation:give_back": Page(LED_AWAY, NOBODY),
}
