"""Proposals in versions, support for a version, questions, ballots and decisions."""

from django.db import models
from django.db.models import F, Q

from commonweal.foundation.institutions.models import Member, OfInstitution, Roll


class Proposal(OfInstitution):
    """A text put to an institution for decision, under one rule of its charter.

    `rule` is that rule as it stood when the proposal was put: its days hold from then
    on. `effect` and `terms` are what a yes sets in motion.
    """

    number = models.PositiveIntegerField()
    author = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL)
    rule_id = models.CharField(max_length=60)
    rule = models.JSONField(null=True)
    # The time zone its days end in, as it was when the proposal was put.
    zone = models.CharField(max_length=60, blank=True)
    effect = models.CharField(max_length=60, blank=True)
    terms = models.JSONField(default=dict)
    # With them the journal holds the names in the terms, one a person; each goes with
    # its name.
    salts = models.JSONField(default=list)
    support_needed = models.PositiveIntegerField(default=0)
    # Each time its vote was put off: by which right, by whom, when, by how many days.
    pauses = models.JSONField(default=list)
    drafted_at = models.DateTimeField()
    put_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    # When something next falls due by itself; empty in a draft and when all is done.
    next_due_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "number"], name="proposals_are_numbered"
            ),
        ]
        indexes = [models.Index(fields=["institution", "next_due_at"])]


class Version(OfInstitution):
    """The words of a proposal as they stood from `written_at` on.

    `options` is empty for a motion; otherwise a list of
    `{"id", "label", "cost"?}` in the order they are shown. One without a label stands
    for the member with that id, under whatever name they go by.
    """

    proposal = models.ForeignKey(
        Proposal, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    options = models.JSONField(default=list)
    # What is said besides: whom it affects, what it costs, and the like.
    bearings = models.JSONField(default=dict)
    language = models.CharField(max_length=10, default="en")
    written_at = models.DateTimeField()
    # A correction keeps its supporters, unless one of them contests that it is one.
    is_correction = models.BooleanField(default=False)
    contested_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "proposal", "number"],
                name="versions_are_numbered",
            )
        ]


class Support(OfInstitution):
    """A member's support, for the version they saw."""

    proposal = models.ForeignKey(
        Proposal, on_delete=models.CASCADE, related_name="supports"
    )
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    version_number = models.PositiveIntegerField()
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        # A confirmation of changed words is a new row: what was is not overwritten.
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "proposal", "member"],
                condition=Q(withdrawn_at=None),
                name="one_support_per_member",
            )
        ]


class Question(OfInstitution):
    """What is asked in one call: the frozen text, roll and rule, and the outcome.

    `rule`, `options` and `lot_salt` are fixed at opening; the last is secret until the
    vote is over. `outcome`, `verdict` and `tie_seed` are written down once closed;
    until then, and ever after, they are what the ballots say.
    `is_shown` says whether a secret count is told, `salt` keeps its digest from being
    guessed, and `turnout` is the number that remains of who voted.
    """

    proposal = models.ForeignKey(
        Proposal, on_delete=models.CASCADE, related_name="questions"
    )
    call = models.PositiveSmallIntegerField(default=1)
    version_number = models.PositiveIntegerField()
    rule = models.JSONField()
    method = models.CharField(max_length=60)
    seats = models.PositiveIntegerField(default=1)
    budget = models.PositiveBigIntegerField(null=True)
    options = models.JSONField(default=list)
    roll = models.ForeignKey(Roll, on_delete=models.PROTECT)
    tie_seed = models.CharField(max_length=64, blank=True)
    # What the text of a lot follows from, with the ballots; its seal is in the journal.
    lot_salt = models.BinaryField(max_length=16, null=True)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    outcome = models.JSONField(null=True)
    verdict = models.JSONField(null=True)
    settled_at = models.DateTimeField(null=True)
    turnout = models.PositiveIntegerField(null=True)
    is_shown = models.BooleanField(default=True)
    salt = models.BinaryField(max_length=16, null=True)
    # What became of the paper ballots, in numbers; empty where there were none.
    paper = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "proposal", "call"], name="one_question_a_call"
            ),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="a_vote_takes_time"
            ),
        ]


class Ballot(OfInstitution):
    """What one voter says, in an open question."""

    # Every look-up names the question, with which the unique rows begin: two indexes
    # less to keep with each ballot.
    institution = models.ForeignKey(
        "institutions.Institution", on_delete=models.CASCADE, db_index=False
    )
    question = models.ForeignKey(
        Question, on_delete=models.CASCADE, related_name="ballots", db_index=False
    )
    voter = models.ForeignKey(Member, on_delete=models.CASCADE)
    marks = models.JSONField()
    # Salts the digest of the marks in the journal, which is readable before the end.
    salt = models.BinaryField(max_length=16)
    cast_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "voter", "institution"],
                name="one_ballot_per_voter",
            )
        ]


class TurnoutMark(OfInstitution):
    """That a member's ballot is in, in a secret question; gone when the vote ends.

    Shares nothing with the ballot but the question: no key, no moment, no number. Who
    it is stands as a digest by the key of the ballots, so that no copy tells of it once
    that key is destroyed.
    """

    question = models.ForeignKey(
        Question, on_delete=models.CASCADE, related_name="turnout_marks"
    )
    mark = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "question", "mark"],
                name="one_turnout_mark_per_voter",
            )
        ]


class Envelope(OfInstitution):
    """A secret ballot until the vote ends, sealed with a key beside the database.

    The key is destroyed with the end of the vote, and with it whatever backups, logs
    and freed pages hold of envelopes and of the order in which they came.
    """

    question = models.ForeignKey(
        Question, on_delete=models.CASCADE, related_name="envelopes"
    )
    sealed = models.BinaryField()


class SecretBallot(OfInstitution):
    """What one voter says in a secret question that is over, and nobody knows which.

    Written all at once, in random order, under new random ids.
    """

    question = models.ForeignKey(
        Question, on_delete=models.CASCADE, related_name="secret_ballots"
    )
    marks = models.JSONField()


class PaperVoter(OfInstitution):
    """That a member votes on paper or at a table in the next vote, and not here.

    Noted before the vote opens; gone when it ends. A teller's note on somebody else
    counts once another teller or the voter says so too. Who it is stands as a digest,
    and sealed together with which of both it is, by a key that is destroyed with the
    end of the vote.
    """

    proposal = models.ForeignKey(
        Proposal, on_delete=models.CASCADE, related_name="paper_voters"
    )
    mark = models.CharField(max_length=64)
    sealed = models.BinaryField()
    # Nobody, where the voter said so.
    noted_by = models.ForeignKey(
        Member, on_delete=models.CASCADE, null=True, related_name="+"
    )
    counts = models.BooleanField(default=True)
    # The voter asks to vote here after all, and the first teller who says that they
    # hold no ballot; with the second the note is gone.
    asked_back = models.BooleanField(default=False)
    unhanded_by = models.ForeignKey(
        Member, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "proposal", "mark"],
                name="once_among_the_paper_voters",
            )
        ]


class PaperEntry(OfInstitution):
    """What one teller found in the paper box; gone when the vote ends.

    `sealed` is what was marked, and how often, and how many ballots were handed out,
    came back and were spoiled, and at a table, sealed as envelopes are.
    """

    question = models.ForeignKey(
        Question, on_delete=models.CASCADE, related_name="paper_entries"
    )
    entered_by = models.ForeignKey(Member, on_delete=models.CASCADE)
    sealed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "question", "entered_by"],
                name="one_entry_per_teller",
            )
        ]


class Decision(OfInstitution):
    """An outcome in force, with the question it came from and the day of its review."""

    proposal = models.OneToOneField(
        Proposal, on_delete=models.CASCADE, related_name="decision"
    )
    question = models.ForeignKey(Question, on_delete=models.PROTECT)
    decided_at = models.DateTimeField()
    in_force_at = models.DateTimeField()
    review_at = models.DateTimeField(null=True)
    carried_out_at = models.DateTimeField(null=True)
    # Why the effect could not be carried out, where it could not: a sentence as data.
    effect_refused = models.JSONField(null=True)
