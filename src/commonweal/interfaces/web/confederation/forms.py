"""What a delegate types and chooses in a congress."""

from django import forms
from django.utils.translation import gettext_lazy

from commonweal.rules.confederation.council import STANCES
from commonweal.rules.confederation.mandates import Saying, Whole


class WordsForm(forms.Form):
    """Words for the congress to agree on."""

    words = forms.CharField(
        label=gettext_lazy("The words"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "Delegates are bound to words, letter by letter. If you change them, those"
            " whose mandate is on the words as they were have to ask their base again."
        ),
    )
    is_urgent = forms.BooleanField(
        label=gettext_lazy("It cannot wait for the bases"), required=False
    )


class SayingForm(forms.Form):
    """What a delegate says from their seat."""

    stance = forms.ChoiceField(choices=[(one, one) for one in STANCES])

    def saying(self) -> Saying:
        """Give what was chosen as rules know it."""
        return Whole(self.cleaned_data["stance"])
