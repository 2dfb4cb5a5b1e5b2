"""Addresses of proposals, votes and decisions."""

from django.urls import URLPattern, URLResolver, include, path

from commonweal.interfaces.web.decisions.views import (
    acting,
    listing,
    paper,
    proposing,
    revising,
    showing,
    talking,
)

app_name = "decisions"

# Nested, so that an address is compared with these only once it is known to be one.
ONE = [
    path("", showing.decision, name="decision"),
    # Early, since most is sent to it.
    path("ballot/<int:call>/", acting.cast_ballot, name="cast_ballot"),
    path("recount-<int:call>.json", showing.recount_file, name="recount"),
    path("paper/check-out/", paper.check_out, name="check_out"),
    path("table/check-out/", paper.check_out_to_table, name="check_out_to_table"),
    path("paper/check-in/", paper.check_in, name="check_in"),
    path("paper/<int:call>/", paper.box, name="paper"),
    path("paper/<int:call>/ballot/", paper.ballot, name="paper_ballot"),
    path("paper/<int:call>/come-back/", paper.come_back, name="come_back"),
    path("paper/<int:call>/here/", paper.vote_here, name="vote_here"),
    path("paper/<int:call>/let-back/", paper.let_back, name="let_back"),
    path("ask-to-open/<int:call>/", acting.ask_to_open, name="ask_to_open"),
    path("open-count/<int:call>/", acting.open_count, name="open_count"),
    path("roll-<int:call>.json", showing.roll_file, name="roll"),
    path("ballots-<int:call>/", showing.ballots, name="ballots"),
    path("print/", showing.print_out, name="print"),
    path("put/", acting.put, name="put"),
    path("support/", acting.support, name="support"),
    path("support/take-back/", acting.take_back, name="take_back"),
    path("revise/", revising.revise, name="revise"),
    path("contest/", acting.contest, name="contest"),
    path("pause/", acting.pause, name="pause"),
    path("withdraw/", acting.withdraw, name="withdraw"),
    path("say/", talking.say, name="say"),
    path("say/<uuid:post>/take-back/", talking.take_back, name="take_back_post"),
]
HERE: list[URLPattern | URLResolver] = [
    path("", listing.decisions, name="list"),
    path("new/", proposing.choose_aim, name="propose"),
    path("new/<slug:aim>/", proposing.propose, name="propose_aim"),
    path("<int:number>/", include(ONE)),
]
urlpatterns = [path("i/<slug:address>/decisions/", include(HERE))]
