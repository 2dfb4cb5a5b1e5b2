"""The addresses of all pages."""

from django.urls import include, path

urlpatterns = [
    path("", include("commonweal.interfaces.web.decisions.urls")),
    path("", include("commonweal.interfaces.web.assemblies.urls")),
    path("", include("commonweal.interfaces.web.confederation.urls")),
    path("", include("commonweal.interfaces.web.node.urls")),
    path("", include("commonweal.interfaces.web.people.urls")),
    path("", include("commonweal.interfaces.web.tokens.urls")),
    path("", include("commonweal.interfaces.web.reaching.urls")),
    path("", include("commonweal.interfaces.web.threads.urls")),
    path("", include("commonweal.interfaces.web.safeguards.urls")),
    path("", include("commonweal.interfaces.web.sealing.urls")),
    path("", include("commonweal.interfaces.web.institutions.urls")),
]
