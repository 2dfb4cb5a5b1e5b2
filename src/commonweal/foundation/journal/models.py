"""Lines of the journal, and beside them the words that may be erased."""

from django.db import models

from commonweal.foundation.rows import OfInstitution


class Line(OfInstitution):
    """One deed: ids, numbers and digests, chained to the line before by its hash."""

    # The numbers of the lines are its index.
    institution = models.ForeignKey(
        "institutions.Institution", on_delete=models.CASCADE, db_index=False
    )
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    deed = models.CharField(max_length=60)
    by = models.UUIDField(null=True)
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField(null=True)
    facts = models.JSONField(default=dict)
    words_digest = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "number"], name="lines_are_numbered"
            )
        ]
        indexes = [models.Index(fields=["institution", "about_id"])]


class LineWords(models.Model):
    """What a line said in words, with its salt. Erasing it leaves the chain whole."""

    line = models.OneToOneField(
        Line, primary_key=True, on_delete=models.CASCADE, related_name="words"
    )
    institution = models.ForeignKey(
        "institutions.Institution", on_delete=models.CASCADE
    )
    salt = models.BinaryField(max_length=16)
    words = models.JSONField()
    # The member these words are about, so that they can go when the member does.
    of_member = models.UUIDField(null=True, db_index=True)
