"""Founding: pick a kind, read its charter, change what you like, name it."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext

from commonweal import kinds
from commonweal.foundation.institutions import access
from commonweal.foundation.institutions.actions.applying import (
    apply as apply_to_found,
)
from commonweal.foundation.institutions.actions.founding import found as found_it
from commonweal.foundation.institutions.actions.founding import (
    found_like as found_like_it,
)
from commonweal.foundation.institutions.charters import (
    charter_of,
    objections_to,
    with_bylaws,
)
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import door_for
from commonweal.foundation.institutions.queries.fostering import offered_at, templates
from commonweal.foundation.language import say
from commonweal.foundation.people.models import Person
from commonweal.interfaces import limits
from commonweal.interfaces.web.institutions.forms.applying import ApplicationForm
from commonweal.interfaces.web.institutions.forms.controls import ControlsForm
from commonweal.interfaces.web.institutions.forms.founding import (
    ADDRESS_LIMIT,
    FoundingForm,
)
from commonweal.interfaces.web.institutions.views.arriving import (
    as_whoever_is_here,
    led_on,
    who_is_here,
)
from commonweal.interfaces.web.institutions.views.offered import (
    charter_of_kind,
    charter_offered_by,
    in_short,
)
from commonweal.interfaces.web.languages import (
    answered_in,
    language_asked_for,
    only_typed,
)
from commonweal.interfaces.web.requests import TimedRequest, deed_on
from commonweal.interfaces.web.zones import guessed_zone, zone_meant, zones
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.controls import Control, adjustable, adjusted
from commonweal.rules.charters.prose import prose, public_clauses
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict, require

# What the founder is asked in its own place, and not again among the controls.
ASKED_APART = ("name", "place")
# Of a name that is taken, so many more with a number are tried.
MOST_TRIED = 100


def choose_kind(request: TimedRequest) -> HttpResponse:
    """Show the kinds there are, each in a sentence, and who guards the door."""
    return _kinds_page(request, ApplicationForm(kinds=_named(_offered())))


@deed_on("institutions:choose_kind")
def apply(request: TimedRequest) -> HttpResponse:
    """Ask to found an institution; a stranger arrives by it."""
    form = ApplicationForm(request.POST, kinds=_named(_offered()))
    if not form.is_valid():
        return _kinds_page(request, form, status=422)
    typed = form.cleaned_data
    require(limits.may_try(request, limits.FOUNDING, at=request.at))
    as_whoever_is_here(
        request,
        lambda person: apply_to_found(
            person,
            name=typed["called"],
            kind=typed["kind"],
            why=typed["why"],
            at=request.at,
        ),
    )
    messages.success(request, gettext("You have asked. The answer will stand here."))
    return redirect("institutions:choose_kind")


def _kinds_page(
    request: TimedRequest, form: ApplicationForm, status: int = 200
) -> HttpResponse:
    person = request.user if isinstance(request.user, Person) else None
    door = door_for(person)
    guard = door.assembly
    context = {
        "kinds": _offered(),
        "door": door,
        "may_name_guard": guard
        and access.may_guard_be_named(guard, person, at=request.at),
        "may_pass": access.may_pass(person),
        "templates": templates(at=request.at),
        "application_form": form,
        **who_is_here(request),
    }
    return render(request, "institutions/choose_kind.html", context, status=status)


def _offered() -> list[tuple[str, Charter]]:
    return [(name, charter_of(kinds.text_of(name))) for name in kinds.names()]


def _named(offered: list[tuple[str, Charter]]) -> list[tuple[str, str]]:
    return [(name, say(charter.name)) for name, charter in offered]


def found(request: TimedRequest, kind: str) -> HttpResponse:
    """Read the charter of a kind, adjust it, and found an institution under it."""
    return _found(request, lambda: charter_of_kind(kind))


def found_like(request: TimedRequest, older: str) -> HttpResponse:
    """Read the charter that another institution offers, and start from it."""
    there = offered_at(older, at=request.at)
    if there is None:
        raise Http404("Nobody offers a charter at this address.")
    return _found(request, lambda: charter_offered_by(there, at=request.at), there)


def _found(
    request: TimedRequest,
    offered: Callable[[], Charter],
    older: Institution | None = None,
) -> HttpResponse:
    person = request.user if isinstance(request.user, Person) else None
    require(access.may_pass(person))
    if language := language_asked_for(request):
        return answered_in(request, language, lambda: _as_typed(request, offered()))
    charter = offered()
    kept = charter.kind
    forms = FoundingForms(request, charter)
    wanted = forms.charter() if forms.are_filled_in() else ()
    if not isinstance(wanted, Charter):
        others = forms.controls.take(wanted)
        return _page(request, charter, forms, objections=others)
    # Whether an address is taken is told where a try is counted: hidden ones are taken.
    require(limits.may_try(request, limits.FOUNDING, at=request.at))
    if not forms.has_free_address():
        return _page(request, charter, forms, objections=())
    typed = forms.founding.cleaned_data
    begin = partial(found_like_it, older) if older else partial(found_it, kind=kept)
    institution = as_whoever_is_here(
        request,
        lambda person: begin(
            charter=wanted,
            address=typed["address"],
            by=person,
            name=typed["my_name"],
            at=request.at,
        ),
        email=typed.get("email", ""),
        is_shared=typed.get("is_shared", False),
    )
    return led_on(request, forms.founding, _first_step(request, institution, wanted))


def _first_step(
    request: TimedRequest, institution: Institution, charter: Charter
) -> str:
    """Lead the founder to where the others are invited, if people are to come."""
    if charter.pact is not None:
        messages.success(request, gettext("It is founded."))
        return reverse("institutions:face", args=[institution.address])
    messages.success(request, gettext("It is founded. Now invite the others."))
    return reverse("institutions:invite", args=[institution.address])


def _as_typed(request: TimedRequest, charter: Charter) -> HttpResponse:
    forms = FoundingForms(request, charter)
    only_typed(forms.founding)
    only_typed(forms.controls)
    return _page(request, charter, forms, objections=())


def offered_controls(charter: Charter) -> list[Control]:
    """List the controls beside the questions that every founder is asked."""
    return [
        one
        for one in adjustable(charter)
        if one.path.partition(".")[0] not in ASKED_APART
    ]


class FoundingForms:
    """What is asked of a founder: who and where, and the controls of the charter."""

    def __init__(self, request: TimedRequest, charter: Charter) -> None:
        data = request.POST if request.method == "POST" else None
        is_signed_in = isinstance(request.user, Person)
        self.kept = charter
        self.founding = FoundingForm(data, is_signed_in=is_signed_in)
        offered = offered_controls(charter)
        self.controls = ControlsForm(data, controls=offered, apart=("time_zone",))
        self.guessed = guessed_zone(request) or charter.time_zone
        self.controls.begin_with({"time_zone": self.guessed})
        self.zone = self.controls["set-time_zone"]
        # What the browser's own clock says is a better guess, until somebody writes.
        guess = {} if data else {"data-guess": "zone"}
        self.zone.field.widget.attrs |= {
            "list": "zones",
            "autocomplete": "off",
            **guess,
        }
        self.zone.help_text = gettext(
            "Days and hours of every vote are counted by the clock of this place. It "
            "is a guess from your browser: if it is wrong, write the right one over "
            "it, such as Europe/Madrid or America/Bogota."
        )

    def are_filled_in(self) -> bool:
        """Say whether both forms can be read. Each is read, so that all is told."""
        founding, controls = self.founding.is_valid(), self.controls.is_valid()
        if founding:
            typed = self.founding.cleaned_data
            written = typed["address"] or _plain(typed["name"])
            self._object(access.may_be_address(written))
        return founding and controls and self.founding.is_valid()

    def charter(self) -> Charter | tuple[Sentence, ...]:
        """Give the charter as the founder wants it, or what speaks against it."""
        typed = self.founding.cleaned_data
        name = {f"name.{one}": typed["name"] for one in self.kept.languages}
        turned = self.controls.changes()
        if "time_zone" in turned:
            typed_zone = str(turned["time_zone"]).strip() or self.guessed
            turned["time_zone"] = zone_meant(typed_zone)
        changes = turned | name | {"place": typed["place"]}
        wanted = adjusted(self.kept, changes)
        if not isinstance(wanted, Charter):
            return wanted
        whole = with_bylaws(wanted, typed["bylaws"])
        if not isinstance(whole, Charter):
            return whole
        return objections_to(whole) or whole

    def has_free_address(self) -> bool:
        """Say whether the address is free, or can be made from the name."""
        typed = self.founding.cleaned_data
        typed["address"] = typed["address"] or _made_from(typed["name"])
        verdict = access.may_have_address(typed["address"])
        self._object(verdict)
        return bool(verdict)

    def _object(self, verdict: Verdict) -> None:
        if not verdict:
            self.founding.add_error("address", say(verdict.reason))


def _plain(name: str) -> str:
    """Make an address from a name, whether or not it is free."""
    return slugify(name)[: ADDRESS_LIMIT - 3].strip("-_").replace("_", "-")


def _made_from(name: str) -> str:
    """Make an address from a name: itself, or with the first number that is free."""
    plain = _plain(name)
    numbered = (f"{plain}-{number}" for number in range(2, MOST_TRIED))
    return next(filter(access.may_have_address, (plain, *numbered)), plain)


def _page(
    request: TimedRequest,
    charter: Charter,
    forms: FoundingForms,
    *,
    objections: tuple[Sentence, ...],
) -> HttpResponse:
    context = {
        "charter": charter,
        "sections": prose(charter),
        "in_short": in_short(charter),
        "strangers_see": tuple(public_clauses(charter)),
        "forms": forms,
        "objections": objections,
        "language_form": "found",
        "zones": zones(),
        **who_is_here(request),
    }
    status = 422 if forms.founding.is_bound else 200
    return render(request, "institutions/found.html", context, status=status)
