"""Addresses of the keys with which programs act as me."""

from django.urls import path

from commonweal.interfaces.web.tokens import views

app_name = "tokens"

urlpatterns = [
    path("me/keys/", views.keys, name="keys"),
    path("me/keys/end/<uuid:token>/", views.end, name="end"),
]
