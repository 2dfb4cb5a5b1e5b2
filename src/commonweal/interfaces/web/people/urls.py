"""Addresses of signing in and out and of my own page."""

from django.urls import path

from commonweal.interfaces.web.people.views import (
    addresses,
    devices,
    mine,
    passkeys,
    signing_in,
    signing_out,
)

app_name = "people"

urlpatterns = [
    path("sign-in/", signing_in.sign_in, name="sign_in"),
    path("sign-in/sent/", signing_in.sent, name="sent"),
    path("sign-in/passkey/", passkeys.sign_in, name="by_passkey"),
    path("sign-in/passkey/ask.json", passkeys.ask, name="ask_for_passkey"),
    path("sign-in/code/", signing_in.sign_in_by_code, name="by_code"),
    path("sign-in/<str:code>/", signing_in.enter, name="enter"),
    path("sign-out/", signing_out.sign_out, name="sign_out"),
    path("elsewhere/", signing_out.leave_at_once, name="leave_at_once"),
    path("language/", signing_in.language, name="language"),
    path("me/", mine.me, name="me"),
    path("me/about-me.zip", mine.about_me, name="about_me"),
    path("me/address/", addresses.ask, name="ask_for_address"),
    path("me/address/<str:token>/", addresses.take, name="take_address"),
    path("me/known/", mine.known, name="known"),
    path("me/known/forget-address/", mine.forget_address, name="forget_address"),
    path("me/devices/", devices.devices, name="devices"),
    path("me/devices/others/end/", devices.end_others, name="end_others"),
    path("me/devices/all/end/", signing_out.end_all, name="end_all"),
    path("me/devices/<uuid:one>/name/", devices.name_device, name="name_device"),
    path("me/devices/<uuid:one>/end/", devices.end_device, name="end_device"),
    path("me/codes/", mine.paper_codes, name="paper_codes"),
    path("me/passkeys/", passkeys.keys, name="passkeys"),
    path("me/passkeys/offer.json", passkeys.offer, name="offer_passkey"),
    path("me/passkeys/<uuid:one>/name/", passkeys.name_key, name="name_passkey"),
    path("me/passkeys/<uuid:one>/remove/", passkeys.remove, name="remove_passkey"),
    path("me/leave/", mine.leave, name="leave"),
]
