"""Django's lists of three tables, with the columns of our pages, and a bare one."""

from typing import Any

from django.contrib.admin import AdminSite, ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.urls import path

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.bodies import COMING_AND_GOING
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal.models import Line

ROWS = 50


class OpenSite(AdminSite):
    """A site on which everybody signed in may look."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Let everybody in."""
        return True


class Rows(ModelAdmin[Any]):
    """Fifty rows of a table."""

    list_per_page = ROWS

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Let everybody look."""
        return True

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let everybody look."""
        return True

    has_change_permission = has_view_permission
    has_add_permission = has_module_permission
    has_delete_permission = has_view_permission


class Proposals(Rows):
    """Proposals with their authors."""

    list_display = ("number", "author", "rule_id", "effect", "put_at", "next_due_at")
    list_select_related = ("author",)


class Members(Rows):
    """Members as the people's page lists them."""

    list_display = ("name", "member_class", "joined_at", "last_active_on")


class Lines(Rows):
    """Lines of the journal."""

    list_display = ("number", "at", "deed", "by", "about_kind", "hash")


site = OpenSite()
site.register(Proposal, Proposals)
site.register(Member, Members)
site.register(Line, Lines)


def bare(_request: HttpRequest) -> HttpResponse:
    """Read how all bodies of a confederation came, and list fifty of them."""
    rows = ConfederalDeed.objects.filter(deed__in=COMING_AND_GOING).order_by("number")
    came = rows.values_list("body", "deed", "facts", "done_at")
    bodies = list({body: done_at for body, _deed, _facts, done_at in came})[:ROWS]
    addresses = Institution.objects.filter(pk__in=bodies).values_list("address")
    return HttpResponse("".join(f"<li>{one}</li>" for (one,) in addresses))


urlpatterns = [path("admin/", site.urls), path("bare/", bare)]
