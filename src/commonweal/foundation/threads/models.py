"""What members say about a thing."""

from django.db import models

from commonweal.foundation.institutions.models import Member, OfInstitution


class Post(OfInstitution):
    """What a member said about the thing with the id `about_id`, perhaps in answer."""

    about_id = models.UUIDField()
    author = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL)
    answers = models.ForeignKey("self", null=True, on_delete=models.SET_NULL)
    text = models.TextField()
    written_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["institution", "about_id", "written_at"])]
