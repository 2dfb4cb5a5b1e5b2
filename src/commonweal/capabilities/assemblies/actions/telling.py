"""Writing to all members about an assembly."""

from datetime import datetime

from commonweal.capabilities.assemblies.models import Assembly
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.notices.actions import Told, give_notice
from commonweal.rules.charters.charter import Charter


def tell_everybody(
    assembly: Assembly,
    charter: Charter,
    about: str,
    *,
    by: Member | None,
    at: datetime,
    page: str = "",
) -> int:
    """Give all members notice of something about an assembly; say how many letters.

    A letter says that something needs them, when, and where to read it: what is on the
    agenda stays on the page. That an assembly is called off is written whatever was
    written before: somebody would come in vain. Calling again is what has bounds.
    """
    told = Told(
        by_words=about,
        about=assembly.pk,
        path=f"/assemblies/{assembly.number}/{page}",
        facts={"when": assembly.opens_at},
    )
    return give_notice(assembly.institution, charter, told, by=by, at=at)
