"""What was said about a thing."""

from uuid import UUID

from django.db.models import QuerySet

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.threads.models import Post


def posts(institution: Institution, about_id: UUID) -> QuerySet[Post]:
    """Give what was said about a thing, oldest first, with who said it.

    What was taken back has no words any more, and stays so that answers stand.
    """
    return (
        Post.objects.filter(institution=institution, about_id=about_id)
        .select_related("author")
        .order_by("written_at", "id")
    )
