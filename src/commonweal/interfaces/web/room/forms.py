"""What is typed at the door of a room."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 200


class DoorForm(forms.Form):
    """The code that is shown in the room."""

    code = forms.CharField(
        label=_("The code that is shown in the room"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters"}
        ),
        error_messages={"required": _("Type the code that is shown in the room.")},
    )


class NameForm(forms.Form):
    """Who somebody is, once they know the code of the room: nobody is listed."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=20)
    name = forms.CharField(
        label=_("What is your name?"),
        help_text=_("All of it, as it is known here."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Type your name.")},
    )


class DeskForm(forms.Form):
    """Who somebody is whom those at the desk see."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=20)
    of = forms.TypedChoiceField(
        label=_("Who are you?"),
        coerce=UUID,
        error_messages={"required": _("Choose your name.")},
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        code: str,
        names: Sequence[tuple[UUID, str]],
    ) -> None:
        super().__init__(data, initial={"code": code})
        of = self.fields["of"]
        assert isinstance(of, forms.ChoiceField)
        of.choices = [("", "—"), *names]
