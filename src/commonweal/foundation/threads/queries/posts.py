"""What was said about a thing."""

from uuid import UUID

from django.db.models import QuerySet

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.threads.models import Post
from commonweal.rules.moderation.said import Said


def posts(institution: Institution, about_id: UUID) -> QuerySet[Post]:
    """Give what was said about a thing, oldest first, with who said it.

    What was taken back has no words any more, and stays so that answers stand.
    """
    return (
        Post.objects.filter(institution=institution, about_id=about_id)
        .select_related("author")
        .order_by("written_at", "id")
    )


def said_in_post(institution: Institution, id_: UUID) -> Said | None:
    """Give what a post says, unless it was taken back."""
    post = (
        Post.objects.filter(institution=institution, pk=id_, taken_back_at=None)
        .select_related("answers")
        .first()
    )
    if post is None:
        return None
    return words_of(post)


def words_of(post: Post) -> Said:
    """Give the words of a post with who wrote them and whom they answer."""
    return Said(
        kind="post",
        id=post.pk,
        author=post.author_id,
        answered=post.answers.author_id if post.answers else None,
        title="",
        text=post.text,
        within=post.about_id,
        written_at=post.written_at,
    )
