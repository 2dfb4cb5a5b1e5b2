"""Addresses of assemblies."""

from django.urls import URLPattern, URLResolver, include, path

from commonweal.interfaces.web.assemblies.views import acting, calling, showing

app_name = "assemblies"

ONE = [
    path("", showing.assembly, name="assembly"),
    path("act/", acting.act, name="act"),
    path("calendar.ics", showing.calendar_file, name="calendar"),
    path("live/", showing.live, name="live"),
    path("minutes/", showing.minutes, name="minutes"),
]
HERE: list[URLPattern | URLResolver] = [
    path("", showing.assemblies, name="list"),
    path("new/", calling.call, name="call"),
    path("<int:number>/", include(ONE)),
]
urlpatterns = [path("i/<slug:address>/assemblies/", include(HERE))]
