"""What members say about a thing; reports of it, what was hidden, and appeals."""

from django.db import models
from django.db.models import F, Q

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


class Hiding(OfInstitution):
    """Words that nobody sees but those who decide about them, and why.

    They come back when a steward shows them again, when an appeal is won, or when an
    appeal stays without an answer.
    """

    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    wrong = models.CharField(max_length=20)
    reason = models.TextField()
    office = models.CharField(max_length=60)
    # Who hid them; members see it where the charter said so that day.
    hidden_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL)
    is_named = models.BooleanField()
    hidden_at = models.DateTimeField()
    appeal_until = models.DateTimeField()
    shown_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "about_id"],
                condition=Q(shown_at=None),
                name="hidden_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(appeal_until__gt=F("hidden_at")),
                name="there_is_time_to_appeal",
            ),
        ]
        indexes = [models.Index(fields=["institution", "about_id", "hidden_at"])]


class Report(OfInstitution):
    """Somebody's word to the stewards that something is wrong with what was said.

    Who reported is forgotten with the words of the report once it is answered.
    """

    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    # Empty for a stranger, who is not asked who they are, and once it is answered.
    reporter = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL)
    # Stands for somebody of a body of this confederation, by a key that is not here.
    known_as = models.UUIDField(null=True)
    wrong = models.CharField(max_length=20)
    words = models.TextField(blank=True)
    is_urgent = models.BooleanField(default=False)
    reported_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "about_id", "reporter"],
                condition=Q(answered_at=None),
                name="one_open_report_a_member",
            ),
            models.UniqueConstraint(
                fields=["institution", "about_id", "known_as"],
                condition=Q(answered_at=None),
                name="one_open_report_a_person_of_a_body",
            ),
        ]
        indexes = [models.Index(fields=["institution", "answered_at"])]


class ReportReading(OfInstitution):
    """That somebody who looks at reports read one: who, and on which day.

    Whoever reported sees it on their own page. It goes with who reported, once the
    report is answered.
    """

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="readings"
    )
    reader = models.ForeignKey(
        Member, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    read_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "report", "reader", "read_on"],
                name="a_report_is_read_once_a_day",
            )
        ]


class Appeal(OfInstitution):
    """A member's wish that words come back, and what became of it."""

    hiding = models.OneToOneField(
        Hiding, on_delete=models.CASCADE, related_name="appeal"
    )
    made_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL)
    words = models.TextField()
    made_at = models.DateTimeField()
    answer_until = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    # Whether the words stay hidden; and why, in a sentence.
    stays_hidden = models.BooleanField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["institution", "answered_at", "answer_until"])]


class Hold(OfInstitution):
    """A newcomer's contribution that waits until a sponsor lets it through or not."""

    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    author = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    held_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        Member, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    let_through = models.BooleanField(null=True)
    # Why it was not let through; its author alone reads it beside their words.
    reason = models.TextField(blank=True)
    # The line seals the reason with it, so that nobody can try out which it was.
    salt = models.BinaryField(max_length=16, default=b"")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "about_id"],
                condition=Q(answered_at=None),
                name="held_once_at_a_time",
            )
        ]
        indexes = [models.Index(fields=["institution", "author", "answered_at"])]


class LastResort(OfInstitution):
    """What the operator of the node took down or stopped, why, and until when.

    It ends by itself, unless the members say in a review that it stands.
    """

    number = models.PositiveIntegerField()
    # What it is about: `words`, the whole public `face`, or `writing`.
    what = models.CharField(max_length=20)
    hiding = models.OneToOneField(
        Hiding, null=True, on_delete=models.CASCADE, related_name="last_resort"
    )
    wrong = models.CharField(max_length=20)
    reason = models.TextField()
    taken_at = models.DateTimeField()
    # The date on which it ends by itself; empty for words that stay hidden.
    ends_at = models.DateTimeField(null=True)
    # The proposal that asks the members; and when they, or the date, settled it.
    review_id = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    # How it was settled: it `stands`, was `rejected` by members, `lifted`, or `over`.
    outcome = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "number"], name="last_resorts_are_numbered"
            )
        ]
