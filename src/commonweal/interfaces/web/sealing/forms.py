"""What is typed to seal something, and to open it with others."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.foundation.sealing.access import LONGEST_PURPOSE, LONGEST_WORDS

CODE_LIMIT = 100


class AccountForm(forms.Form):
    """Words for the trustees, what they are for, and for how long they are kept."""

    purpose = forms.CharField(
        label=_("What it is for, in words all trustees see"),
        help_text=_(
            "Such as: if the owner goes to court. Name nobody here: these words are "
            "not sealed."
        ),
        max_length=LONGEST_PURPOSE,
    )
    words = forms.CharField(
        label=_("What is to be sealed"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=LONGEST_WORDS,
    )
    days = forms.TypedChoiceField(
        label=_("For how long it is kept"),
        help_text=_("After that its keys are destroyed, and every copy with them."),
        coerce=int,
        choices=[
            (90, _("90 days")),
            (365, _("one year")),
            (1825, _("five years")),
        ],
        initial=365,
    )
    is_mine_by_name = forms.BooleanField(
        label=_("Keep my name with it"),
        help_text=_(
            "Then your own page tells you who has read it. Whoever copies the database "
            "sees that you sealed something, and not what."
        ),
        required=False,
    )


class ShareForm(forms.Form):
    """The code on a trustee's paper."""

    code = forms.CharField(
        label=_("The code on your paper"),
        help_text=_("Capital or small letters, with or without dashes."),
        max_length=CODE_LIMIT,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class NewCodeForm(forms.Form):
    """That somebody has lost their paper, and knows what a new code ends."""

    sure = forms.BooleanField(
        label=_("My paper is lost: end the old code and give me a new one"),
    )


class DestroyForm(forms.Form):
    """That a trustee means it."""

    sure = forms.BooleanField(
        label=_("I know that nobody will ever read it again"),
    )
