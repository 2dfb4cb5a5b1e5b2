"""The shape of what people type to sign in, leave and choose a language."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy


class AnswerField(forms.JSONField):
    """What a device answered. A nest too deep to be read is no answer."""

    def to_python(self, value: Any) -> Any:
        """Read it, or say that it cannot be read."""
        try:
            return super().to_python(value)
        except RecursionError as error:
            words = self.error_messages["invalid"]
            raise forms.ValidationError(words, code="invalid") from error

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Give what was sent, to be shown again with what is wrong."""
        try:
            return super().bound_data(data, initial)
        except RecursionError:
            return None


class EnterForm(forms.Form):
    """On what device somebody comes in, and who of several they are."""

    is_shared = forms.BooleanField(
        required=False,
        label=gettext_lazy("This is a shared phone"),
        help_text=gettext_lazy(
            "Tick it if others use this phone: you are signed out when the browser "
            "closes, or after 15 minutes without use, and nothing you read or type is "
            "kept on it. Without the tick whoever uses it next is you here."
        ),
    )
    as_whom = forms.UUIDField(required=False, widget=forms.HiddenInput)


class SignInForm(forms.Form):
    """Where to send the letter that signs somebody in."""

    email = forms.EmailField(
        label=gettext_lazy("Your mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)


class NewAddressForm(forms.Form):
    """Where somebody wants to be written to from now on."""

    email = forms.EmailField(
        label=gettext_lazy("Another mail address"),
        help_text=gettext_lazy(
            "A letter goes there. Nothing changes until you open the link in it, on "
            "this device."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, has_one: bool) -> None:
        super().__init__(data)
        if not has_one:
            self.fields["email"].label = gettext_lazy("Your mail address")


class CodeForm(EnterForm):
    """The code that somebody without mail keeps on paper."""

    code = forms.CharField(
        max_length=60,
        label=gettext_lazy("Your code"),
        help_text=gettext_lazy("Capitals, spaces and dashes do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off"}),
    )


class PasskeyAnswerForm(EnterForm):
    """What a device answered when it was asked for a key."""

    answer = AnswerField(widget=forms.HiddenInput)


class PasskeyForm(forms.Form):
    """A key that a device has made, and the name by which its owner knows it."""

    name = forms.CharField(
        max_length=60,
        label=gettext_lazy("A name you will know it by"),
        help_text=gettext_lazy("For example: my phone"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    answer = AnswerField(widget=forms.HiddenInput)


class LanguageForm(forms.Form):
    """One of the languages there are."""

    language = forms.ChoiceField(choices=settings.LANGUAGES)


class LeaveForm(forms.Form):
    """That somebody means it: what is erased does not come back."""

    sure = forms.BooleanField(
        label=gettext_lazy("I have read this, and I want all of it to go."),
    )


class NewCodesForm(forms.Form):
    """That somebody knows what becomes of the codes they have on paper."""

    sure = forms.BooleanField(
        label=gettext_lazy("I know that the codes I have on paper stop working."),
    )
