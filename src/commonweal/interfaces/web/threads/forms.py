"""What is typed to report words, to hide them, and to contradict that."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.foundation.language import say
from commonweal.foundation.threads.access import WRONGS
from commonweal.foundation.threads.actions import Complaint
from commonweal.rules.sentence import Sentence

LONGEST = 1_000


def wrongs() -> list[tuple[str, str]]:
    """List what can be wrong with words, as people read it."""
    return [(one, say(Sentence(f"wrong_{one}"))) for one in WRONGS]


class ReportForm(forms.Form):
    """A report in three fields."""

    wrong = forms.ChoiceField(
        label=_("What is wrong with it?"), widget=forms.RadioSelect, choices=wrongs
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("Only those who look at reports read this."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
    )
    is_urgent = forms.BooleanField(
        label=_("It cannot wait: somebody could come to harm today"), required=False
    )

    def complaint(self) -> Complaint:
        """Give what was filled in."""
        given = self.cleaned_data
        return Complaint(given["wrong"], given["words"], given["is_urgent"])


class HideForm(forms.Form):
    """Whether reported words are hidden, and why."""

    deed = forms.ChoiceField(
        label=_("What shall happen?"),
        widget=forms.RadioSelect,
        choices=[
            ("hide", _("Hide the words")),
            ("leave", _("Leave them standing")),
        ],
    )
    wrong = forms.ChoiceField(
        label=_("If you hide them: what is wrong with them?"),
        choices=wrongs,
        required=False,
    )
    reason = forms.CharField(
        label=_("Why, for everybody to read"),
        help_text=_("Without repeating what hurt."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONGEST,
    )


class ReasonForm(forms.Form):
    """A reason, where one has to be given."""

    reason = forms.CharField(
        label=_("Why, for everybody to read"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONGEST,
    )


class AppealForm(forms.Form):
    """Why hidden words should come back."""

    words = forms.CharField(
        label=_("Why should they come back?"),
        help_text=_("Those who decide the appeal read this."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
    )


class AnswerForm(ReasonForm):
    """What becomes of hidden words after an appeal."""

    outcome = forms.ChoiceField(
        label=_("What shall happen?"),
        widget=forms.RadioSelect,
        choices=[
            ("back", _("The words come back")),
            ("hidden", _("They stay hidden")),
        ],
    )
    field_order = ("outcome", "reason")


class SponsorForm(forms.Form):
    """Whether a newcomer's words are let through, and if not, why."""

    deed = forms.ChoiceField(
        label=_("What shall happen?"),
        widget=forms.RadioSelect,
        choices=[
            ("through", _("Let them through")),
            ("down", _("Do not let them through")),
        ],
    )
    reason = forms.CharField(
        label=_("If not: why, for whoever wrote them"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONGEST,
        required=False,
    )
