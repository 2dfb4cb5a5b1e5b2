"""How a signed-in person is found again on the next request: by their id."""

from uuid import UUID

from django.contrib.auth.backends import BaseBackend
from django.db.models import QuerySet, UUIDField

from commonweal.foundation.people.models import Person
from commonweal.foundation.prepared import Given, Prepared


class PersonBackend(BaseBackend):
    """Finds people by id. It signs nobody in: links and codes do, in `actions`."""

    def get_user(self, user_id: UUID) -> Person | None:
        """Find the person a session belongs to, if they are still here."""
        return _person.first({"id": user_id})


@Prepared
def _person() -> QuerySet[Person]:
    return Person.objects.filter(pk=Given("id", UUIDField()))
