"""The one address of the bare site and the view behind it."""

from benchmarks.bare.models import Mark
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone


def keep(request: HttpRequest) -> HttpResponse:
    """Keep what was sent, durably, and redirect."""
    Mark.objects.create(
        person=request.user, answer=request.POST["answer"], sent_at=timezone.now()
    )
    return redirect("/")


urlpatterns = [path("keep/", keep)]
