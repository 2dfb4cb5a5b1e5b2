"""Addresses for programs. Read by the door when somebody first asks for one."""

from django.urls import path

from commonweal.interfaces.api import reference
from commonweal.interfaces.api.assembly import API

urlpatterns = [
    path("api/", reference.page),
    path("api/openapi.json", reference.description),
    path("api/", API.urls),
]
