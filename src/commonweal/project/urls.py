"""The addresses of this node."""

from django.urls import include, path

urlpatterns = [path("", include("commonweal.interfaces.web.urls"))]
