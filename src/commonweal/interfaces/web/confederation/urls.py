"""Addresses of what bodies do together."""

from django.urls import path

from commonweal.interfaces.web.confederation.views import (
    changing,
    choosing,
    matters,
    my_seat,
    reporting,
    speaking,
    standards,
    together,
)

app_name = "confederation"
_HERE = "i/<slug:address>/together/"

urlpatterns = [
    path(_HERE, together.together, name="together"),
    path(f"{_HERE}<int:number>/", matters.matter, name="matter"),
    path(f"{_HERE}<int:number>/matter.json", matters.file, name="matter_file"),
    path(f"{_HERE}<int:number>/put/", speaking.put, name="put"),
    path(f"{_HERE}<int:number>/say/", speaking.say, name="say"),
    path(f"{_HERE}pact/<uuid:whole>/", changing.change, name="change_pact"),
    path(f"{_HERE}standards/", standards.standards, name="standards"),
    path(f"{_HERE}mandate/", choosing.sorts, name="sorts"),
    path(f"{_HERE}<int:number>/report/", reporting.report, name="report"),
    path(f"{_HERE}mine/", my_seat.my_seat, name="my_seat"),
    path(f"{_HERE}mine/over/", my_seat.hand_over, name="hand_over"),
    path(f"{_HERE}mine/back/", my_seat.take_back, name="take_back"),
    path(f"{_HERE}seat/", speaking.give_back, name="give_back"),
]
