"""What is typed to join, to be called otherwise, to leave."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commonweal.interfaces.web.institutions.forms.founding import NAME_LIMIT, as_name

CODE_LIMIT = 100


class CodeForm(forms.Form):
    """A code as somebody types it from paper."""

    typed = forms.CharField(
        label=_("The code on your slip"),
        help_text=_("Capital or small letters, with or without dashes."),
        max_length=CODE_LIMIT,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )

    def clean_typed(self) -> str:
        """Read letters and digits, and leave out what parts the groups."""
        typed = self.cleaned_data["typed"]
        code = "".join(letter for letter in typed if letter.isalnum())
        if not code:
            raise forms.ValidationError(_("A code is made of letters and digits."))
        return code


class NameForm(forms.Form):
    """The name by which the other members know somebody."""

    name = forms.CharField(label=_("Your name here"), max_length=NAME_LIMIT)

    def clean_name(self) -> str:
        """Read the name as it will be kept, and say beside it why it cannot be."""
        return as_name(self.cleaned_data["name"])


class LeaveForm(forms.Form):
    """That somebody means it: a name that is erased does not come back."""

    sure = forms.BooleanField(
        label=_(
            "I know that my name is erased here and that I would need a new invitation."
        ),
    )
