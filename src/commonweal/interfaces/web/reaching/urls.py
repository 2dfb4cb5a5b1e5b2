"""Addresses of letters that remind, and of the proof of notices."""

from django.urls import path

from commonweal.interfaces.web.reaching.views import (
    calendars,
    letters,
    notices,
    searching,
)

app_name = "reaching"

urlpatterns = [
    path("search/", searching.search, name="search"),
    path("me/letters/", letters.letters, name="letters"),
    path("me/calendar/", calendars.mine, name="calendar"),
    path("me/calendar/make/", calendars.make, name="make_calendar"),
    path("me/calendar/end/", calendars.end, name="end_calendar"),
    path("calendar/<str:code>.ics", calendars.feed, name="feed"),
    path("letters/stop/<str:code>/", letters.stop, name="stop"),
    path("i/<slug:address>/notices/", notices.notices, name="notices"),
    path("i/<slug:address>/notices/<int:number>/", notices.notice, name="notice"),
]
