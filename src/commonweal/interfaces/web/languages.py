"""Changing the language on a page with a long form: what was typed stays in it.

The buttons of the language switch belong to that form, so that they work without
scripts; the page shows what came with them, and does nothing else with it.
"""

from collections.abc import Callable

from django.forms import Form
from django.http import HttpResponse
from django.utils import translation

from commonweal.foundation.people import actions
from commonweal.foundation.people.models import Person
from commonweal.interfaces.web.requests import TimedRequest, remember_language

BUTTON = "language"


def language_asked_for(request: TimedRequest) -> str:
    """Give the language whose button was pressed on the form, if one was."""
    asked = request.POST.get(BUTTON, "")
    return asked if asked and translation.check_for_language(asked) else ""


def answered_in(
    request: TimedRequest, language: str, page: Callable[[], HttpResponse]
) -> HttpResponse:
    """Show a page in the language asked for, from now on."""
    with translation.override(language):
        request.LANGUAGE_CODE = language
        response = page()
    response.headers["Content-Language"] = language
    remember_language(response, language)
    if isinstance(request.user, Person):
        actions.change_language(request.user, language=language)
    return response


def only_typed(form: Form) -> None:
    """Let a form show what was typed, unread: nothing in it is right or wrong yet."""
    form.initial = {
        name: field.widget.value_from_datadict(
            form.data, form.files, form.add_prefix(name)
        )
        for name, field in form.fields.items()
    }
    form.is_bound = False
