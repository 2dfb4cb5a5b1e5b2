"""How a signed-in person is found again on the next request: by their id."""

from uuid import UUID

from django.contrib.auth.backends import BaseBackend

from commonweal.foundation.people.models import Person


class PersonBackend(BaseBackend):
    """Finds people by id. It signs nobody in: links and codes do, in `actions`."""

    def get_user(self, user_id: UUID) -> Person | None:
        """Find the person a session belongs to, if they are still here."""
        return Person.objects.filter(pk=user_id).first()
