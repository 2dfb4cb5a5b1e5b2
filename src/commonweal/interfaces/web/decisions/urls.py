"""Addresses of proposals, votes and decisions."""

from django.urls import path

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

HERE = "i/<slug:address>/decisions/"
ONE = HERE + "<int:number>/"

urlpatterns = [
    path(HERE, listing.decisions, name="list"),
    path(HERE + "new/", proposing.choose_aim, name="propose"),
    path(HERE + "new/<slug:aim>/", proposing.propose, name="propose_aim"),
    path(ONE, showing.decision, name="decision"),
    path(ONE + "recount-<int:call>.json", showing.recount_file, name="recount"),
    path(ONE + "paper/check-out/", paper.check_out, name="check_out"),
    path(ONE + "paper/check-in/", paper.check_in, name="check_in"),
    path(ONE + "paper/<int:call>/", paper.box, name="paper"),
    path(ONE + "open-count/<int:call>/", acting.open_count, name="open_count"),
    path(ONE + "roll-<int:call>.json", showing.roll_file, name="roll"),
    path(ONE + "ballots-<int:call>/", showing.ballots, name="ballots"),
    path(ONE + "print/", showing.print_out, name="print"),
    path(ONE + "put/", acting.put, name="put"),
    path(ONE + "support/", acting.support, name="support"),
    path(ONE + "support/take-back/", acting.take_back, name="take_back"),
    path(ONE + "ballot/<int:call>/", acting.cast_ballot, name="cast_ballot"),
    path(ONE + "revise/", revising.revise, name="revise"),
    path(ONE + "contest/", acting.contest, name="contest"),
    path(ONE + "withdraw/", acting.withdraw, name="withdraw"),
    path(ONE + "say/", talking.say, name="say"),
    path(ONE + "say/<uuid:post>/take-back/", talking.take_back, name="take_back_post"),
]
