"""Addresses of reports, of the stewards' page and of hidden words."""

from django.urls import path

from commonweal.interfaces.web.threads.views import (
    deciding,
    last_resort,
    reporting,
    sponsoring,
)

app_name = "threads"

HERE = "i/<slug:address>/"

urlpatterns = [
    path(HERE + "report/<slug:kind>/<uuid:about>/", reporting.report, name="report"),
    path(HERE + "last-resort/", last_resort.last_resort, name="last_resort"),
    path(HERE + "stewards/", deciding.stewards, name="stewards"),
    path(HERE + "stewards/<slug:kind>/<uuid:about>/", deciding.decide, name="decide"),
    path(HERE + "waiting/<uuid:hold>/", sponsoring.answer, name="sponsor"),
    path(HERE + "hidden/<uuid:hidden>/", deciding.hidden, name="hidden"),
    path(HERE + "hidden/<uuid:hidden>/appeal/", deciding.appeal, name="appeal"),
    path(HERE + "hidden/<uuid:hidden>/answer/", deciding.answer, name="answer"),
    path(HERE + "hidden/<uuid:hidden>/show/", deciding.show_again, name="show_again"),
]
