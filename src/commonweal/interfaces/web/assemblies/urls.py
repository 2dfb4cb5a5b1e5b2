"""Addresses of assemblies."""

from django.urls import URLPattern, URLResolver, include, path

from commonweal.interfaces.web.assemblies.views import (
    acting,
    calling,
    carrying,
    later,
    leaflets,
    minuting,
    rehearsing,
    showing,
    tasks,
)

app_name = "assemblies"

ONE = [
    path("", showing.assembly, name="assembly"),
    path("act/", acting.act, name="act"),
    path("calendar.ics", showing.calendar_file, name="calendar"),
    path("laptop/", carrying.laptop, name="laptop"),
    path("laptop/file/", carrying.file_for_laptop, name="file_for_laptop"),
    path("laptop/back/", carrying.back, name="back"),
    path("laptop/otherwise/", carrying.disputed, name="disputed"),
    path("laptop/result/", carrying.result, name="result"),
    path("leaflet/", leaflets.leaflet, name="leaflet"),
    path("talk/<slug:item>/", later.talk, name="talk"),
    path("screen/", showing.screen, name="screen"),
    path("live/", showing.live, name="live"),
    path("task/", tasks.note, name="note_task"),
    path("task/<int:task>/", tasks.check, name="check_task"),
    path("try/", rehearsing.rehearse, name="rehearse"),
    path("try/<str:so_far>/", rehearsing.rehearse, name="rehearsed"),
    path("words/", minuting.words, name="words"),
    path("minutes/", minuting.minutes, name="minutes"),
    path("minutes/act/", minuting.act_on_minutes, name="act_on_minutes"),
    path("minutes/text/", minuting.minutes_text, name="minutes_text"),
    path("minutes/pdf/", minuting.minutes_pdf, name="minutes_pdf"),
    path("minutes/fixed/", minuting.fixed_minutes, name="fixed_minutes"),
    path("minutes/<int:line>/", minuting.line, name="line"),
]
HERE: list[URLPattern | URLResolver] = [
    path("", showing.assemblies, name="list"),
    path("new/", calling.call, name="call"),
    path("tasks/", tasks.tasks, name="tasks"),
    path("tasks/<int:task>/", tasks.answer, name="answer_for_task"),
    path("<int:number>/", include(ONE)),
]
urlpatterns = [path("i/<slug:address>/assemblies/", include(HERE))]
