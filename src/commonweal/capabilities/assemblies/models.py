"""Assemblies that were called, what was done in each, and then with its minutes."""

from django.db import models
from django.db.models import Q

from commonweal.foundation.institutions.models import Member, OfInstitution, Roll


class Assembly(OfInstitution):
    """An assembly as it was called: for when, where and about what.

    `agenda` is a list of `{"id", "title", "minutes"}`. A matter that is a proposal has
    its number in `proposal`, one on earlier minutes the number of their assembly in
    `minutes_of`, and one that was left over says in `from` which it was where, and
    in `talked` where the talk about it stood. Where it stands follows from its deeds.
    """

    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    place = models.CharField(max_length=200)
    agenda = models.JSONField()
    called_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL)
    called_at = models.DateTimeField()
    opens_at = models.DateTimeField()
    form = models.CharField(max_length=20, default="assembly")
    # Shown in the room; whoever types it says that they are there.
    code = models.CharField(max_length=8)
    # Who counts in it, frozen when it is opened.
    roll = models.ForeignKey(Roll, null=True, on_delete=models.PROTECT)
    # When its minutes go to the members by themselves; empty before and after.
    minutes_due_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "number"], name="assemblies_are_numbered"
            ),
            models.CheckConstraint(
                condition=Q(opens_at__gte=models.F("called_at")),
                name="an_assembly_is_called_before",
            ),
        ]


class AssemblyDeed(OfInstitution):
    """One thing that somebody did in an assembly, perhaps for somebody else."""

    assembly = models.ForeignKey(
        Assembly, on_delete=models.CASCADE, related_name="deeds"
    )
    number = models.PositiveIntegerField()
    deed = models.CharField(max_length=20)
    done_by = models.ForeignKey(
        Member, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    about = models.ForeignKey(
        Member, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    item = models.CharField(max_length=40, blank=True)
    # Which role is handed on, what somebody asks to speak for, what they counted, or
    # what their phone says.
    what = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    # What is put to a test for consensus; of a block, the principle or harm it names; a
    # text, or the words of an amendment.
    words = models.CharField(max_length=4_000, blank=True)
    done_at = models.DateTimeField()
    # Keeps deeds, of which there are few, from being guessed by their seals.
    salt = models.BinaryField(max_length=16, default=b"")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "assembly", "number"],
                name="deeds_in_an_assembly_are_numbered",
            )
        ]


class RoomMark(OfInstitution):
    """That somebody's ballot is in, in a secret vote by phone; gone when it ends.

    Shares nothing with the ballot but the deed that began the vote. Who it is stands as
    a digest by the key of the ballots, so that no copy tells of it afterwards.
    """

    began = models.ForeignKey(AssemblyDeed, on_delete=models.CASCADE, related_name="+")
    mark = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "began", "mark"],
                name="one_mark_per_voter_in_the_room",
            )
        ]


class RoomEnvelope(OfInstitution):
    """A secret ballot by phone until the vote ends, sealed with a key of its own.

    The key lies beside the database and is destroyed with the end of the vote.
    """

    began = models.ForeignKey(AssemblyDeed, on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()


class CheckOut(OfInstitution):
    """An assembly taken to a laptop: to which, by whom, and how it came back.

    Until it ends nothing is done in the assembly on the node. The laptop keeps one too,
    which says that the assembly `is_here`.
    """

    assembly = models.ForeignKey(
        Assembly, on_delete=models.CASCADE, related_name="check_outs"
    )
    # The public key of the laptop, which alone opens the file, and signs its answer.
    laptop = models.CharField(max_length=64)
    taken_by = models.ForeignKey(
        Member, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken_at = models.DateTimeField()
    until_at = models.DateTimeField()
    # How many deeds there were when it went.
    deeds = models.PositiveIntegerField()
    # The numbers of what the file says that went, and of the one that came back.
    digest = models.CharField(max_length=64)
    result = models.CharField(max_length=64, blank=True)
    # The file that went, until it ends.
    file = models.BinaryField(default=b"")
    is_here = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "assembly"],
                condition=Q(ended_at=None),
                name="an_assembly_is_away_once",
            ),
            models.CheckConstraint(
                condition=Q(until_at__gt=models.F("taken_at")),
                name="a_laptop_has_time_to_come_back",
            ),
        ]


class MinutesDeed(OfInstitution):
    """One thing done with the minutes of an assembly after it was over.

    `line` is the number of the deed that the line tells of, nought for who was there;
    `answers` the number of the proposed correction that is taken or left.
    """

    assembly = models.ForeignKey(
        Assembly, on_delete=models.CASCADE, related_name="minutes_deeds"
    )
    number = models.PositiveIntegerField()
    deed = models.CharField(max_length=20)
    line = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=1_000, blank=True)
    answers = models.PositiveIntegerField(default=0)
    # Nobody, where the day came on which they go out by themselves.
    done_by = models.ForeignKey(
        Member, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    done_at = models.DateTimeField()
    # The later assembly that answered or approved, where one did.
    decided_in = models.ForeignKey(
        Assembly, null=True, on_delete=models.CASCADE, related_name="+"
    )
    salt = models.BinaryField(max_length=16)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "assembly", "number"],
                name="deeds_on_minutes_are_numbered",
            )
        ]


class ApprovedMinutes(OfInstitution):
    """The minutes of an assembly as a later one approved them, one text for ever.

    People stand in it by their ids, so that a name can go and the text stay.
    """

    assembly = models.ForeignKey(
        Assembly, on_delete=models.CASCADE, related_name="approved"
    )
    approved_in = models.ForeignKey(
        Assembly, on_delete=models.CASCADE, related_name="+"
    )
    text = models.TextField()
    approved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "assembly"], name="minutes_are_approved_once"
            )
        ]


class Task(OfInstitution):
    """Something that somebody was asked to do in an assembly, or after it."""

    number = models.PositiveIntegerField()
    assembly = models.ForeignKey(
        Assembly, on_delete=models.CASCADE, related_name="tasks"
    )
    words = models.CharField(max_length=300)
    asked_of = models.ForeignKey(
        Member, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_by = models.ForeignKey(
        Member, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    salt = models.BinaryField(max_length=16)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "number"], name="tasks_are_numbered"
            )
        ]


class TaskDeed(OfInstitution):
    """One thing that was said of a task: by whoever was asked, or in an assembly."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="deeds")
    number = models.PositiveIntegerField()
    deed = models.CharField(max_length=20)
    reason = models.CharField(max_length=300, blank=True)
    # Another day, where it was put off.
    due_on = models.DateField(null=True)
    done_by = models.ForeignKey(
        Member, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    done_at = models.DateTimeField()
    # The assembly that asked after it, where one did.
    done_in = models.ForeignKey(
        Assembly, null=True, on_delete=models.CASCADE, related_name="+"
    )
    salt = models.BinaryField(max_length=16)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "task", "number"],
                name="deeds_on_tasks_are_numbered",
            )
        ]
