"""Addresses of signing in and out and of my own page."""

from django.urls import path

from commonweal.interfaces.web.people import views

app_name = "people"

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/sent/", views.sent, name="sent"),
    path("sign-in/code/", views.sign_in_by_code, name="by_code"),
    path("sign-in/<str:code>/", views.enter, name="enter"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("language/", views.language, name="language"),
    path("me/", views.me, name="me"),
    path("me/about-me.json", views.about_me, name="about_me"),
    path("me/sessions/", views.end_sessions, name="end_sessions"),
    path("me/code/", views.paper_code, name="paper_code"),
    path("me/leave/", views.leave, name="leave"),
]
