"""Addresses of choosing letters, and of stopping them by the link in one."""

from django.urls import path

from commonweal.interfaces.web.reaching import views

app_name = "reaching"

urlpatterns = [
    path("me/letters/", views.letters, name="letters"),
    path("letters/stop/<str:code>/", views.stop, name="stop"),
]
