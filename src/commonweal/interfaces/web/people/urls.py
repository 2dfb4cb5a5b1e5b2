"""Addresses of signing in and out and of my own page."""

from django.urls import path

from commonweal.interfaces.web.people.views import devices, mine, signing_in

app_name = "people"

urlpatterns = [
    path("sign-in/", signing_in.sign_in, name="sign_in"),
    path("sign-in/sent/", signing_in.sent, name="sent"),
    path("sign-in/code/", signing_in.sign_in_by_code, name="by_code"),
    path("sign-in/<str:code>/", signing_in.enter, name="enter"),
    path("sign-out/", signing_in.sign_out, name="sign_out"),
    path("language/", signing_in.language, name="language"),
    path("me/", mine.me, name="me"),
    path("me/about-me.json", mine.about_me, name="about_me"),
    path("me/devices/", devices.devices, name="devices"),
    path("me/devices/others/end/", devices.end_others, name="end_others"),
    path("me/devices/all/end/", devices.end_all, name="end_all"),
    path("me/devices/<uuid:one>/name/", devices.name_device, name="name_device"),
    path("me/devices/<uuid:one>/end/", devices.end_device, name="end_device"),
    path("me/code/", mine.paper_code, name="paper_code"),
    path("me/leave/", mine.leave, name="leave"),
]
