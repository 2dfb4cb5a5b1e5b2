"""What is typed to take an assembly to a laptop, and to bring it back."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from commonweal.capabilities.assemblies.actions.taking_part import LONGEST_REASON

LONGEST_CODE = 100
LARGEST_FILE = 1_400_000


class LaptopForm(forms.Form):
    """Which laptop the assembly goes to."""

    code = forms.CharField(
        label=_("The code of the laptop"),
        help_text=_("“commonweal assembly” shows it there: 14 groups of four signs."),
        max_length=LONGEST_CODE,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters"}
        ),
        error_messages={"required": _("Type or paste the code of the laptop.")},
    )


class CallBackForm(forms.Form):
    """Why the assembly is called back."""

    reason = forms.CharField(
        label=_("Why"),
        help_text=_("The reason stands in the minutes."),
        max_length=LONGEST_REASON,
        error_messages={"required": _("Please say why it is called back.")},
    )


class DisputeForm(forms.Form):
    """What was otherwise than what came back says."""

    reason = forms.CharField(
        label=_("What was otherwise?"),
        help_text=_("It stands in the minutes, with your name."),
        max_length=LONGEST_REASON,
        error_messages={"required": _("Please say what was otherwise.")},
    )


class ResultForm(forms.Form):
    """The file that the laptop wrote."""

    file = forms.FileField(
        label=_("The file that the laptop wrote"),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        error_messages={"required": _("Choose the file that the laptop wrote.")},
    )

    def clean_file(self) -> UploadedFile[bytes]:
        """Refuse what is larger than any evening."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(
                _(
                    "This file is larger than that of any evening we know of. If it is "
                    "one, whoever runs this server can bring it in."
                )
            )
        return file
