"""The addresses of what a member asks for their own safety."""

from django.urls import path

from commonweal.interfaces.web.safeguards import views

app_name = "safeguards"
HERE = "i/<slug:address>/people/apart/"
urlpatterns = [
    path(HERE, views.apart, name="apart"),
    path(HERE + "ask/", views.avoid, name="avoid"),
    path(HERE + "take-back/<uuid:one>/", views.stop_avoiding, name="stop"),
]
