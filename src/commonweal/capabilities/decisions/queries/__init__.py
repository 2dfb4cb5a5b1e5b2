"""What can be read of decisions."""

from commonweal.capabilities.decisions.queries.asking import vote_in
from commonweal.capabilities.decisions.queries.authors import words_of_proposals_by
from commonweal.capabilities.decisions.queries.ballot_box import is_secret
from commonweal.capabilities.decisions.queries.bundles import recount_bundle
from commonweal.capabilities.decisions.queries.kept_places import (
    kept_places_told,
    places_kept,
    places_left_open,
)
from commonweal.capabilities.decisions.queries.listing import (
    ListedProposal,
    proposal_views,
)
from commonweal.capabilities.decisions.queries.needs import Need, needs_of
from commonweal.capabilities.decisions.queries.news import News, news_of
from commonweal.capabilities.decisions.queries.open_ballots import open_ballots
from commonweal.capabilities.decisions.queries.open_votes import (
    last_vote_closes,
    votes_open_until,
)
from commonweal.capabilities.decisions.queries.paper import (
    WayBack,
    box_voters,
    not_yet_on_paper,
    noted_by_teller,
    noted_of,
    paper_of,
    paper_voters,
    teller_names,
    way_back,
)
from commonweal.capabilities.decisions.queries.proposals import (
    ProposalView,
    live_views,
    proposal_view,
    recent_decisions,
    reviews_due,
)
from commonweal.capabilities.decisions.queries.questions import QuestionView
from commonweal.capabilities.decisions.queries.rows import (
    rows_compared,
    waiting_compared,
)
from commonweal.capabilities.decisions.queries.standing import (
    LookedAgain,
    StandingProposal,
)
from commonweal.capabilities.decisions.queries.tally import METHODS, tally
from commonweal.capabilities.decisions.queries.timelines import support_roll
from commonweal.capabilities.decisions.queries.veils import (
    number_of,
    proposal_id,
    said_in_draft,
    said_in_proposal,
)
from commonweal.capabilities.decisions.queries.voters import voters_compared
from commonweal.capabilities.decisions.queries.ways import (
    Way,
    offices_elected,
    ways_to_propose,
)
from commonweal.capabilities.decisions.queries.witness import (
    ballots_compared,
    lots_compared,
    results_compared,
    supports_compared,
    words_compared,
)

__all__ = [
    "METHODS",
    "ListedProposal",
    "LookedAgain",
    "Need",
    "News",
    "ProposalView",
    "QuestionView",
    "StandingProposal",
    "Way",
    "WayBack",
    "ballots_compared",
    "box_voters",
    "is_secret",
    "kept_places_told",
    "last_vote_closes",
    "live_views",
    "lots_compared",
    "needs_of",
    "news_of",
    "not_yet_on_paper",
    "noted_by_teller",
    "noted_of",
    "number_of",
    "offices_elected",
    "open_ballots",
    "paper_of",
    "paper_voters",
    "places_kept",
    "places_left_open",
    "proposal_id",
    "proposal_view",
    "proposal_views",
    "recent_decisions",
    "recount_bundle",
    "results_compared",
    "reviews_due",
    "rows_compared",
    "said_in_draft",
    "said_in_proposal",
    "support_roll",
    "supports_compared",
    "tally",
    "teller_names",
    "vote_in",
    "voters_compared",
    "votes_open_until",
    "waiting_compared",
    "way_back",
    "ways_to_propose",
    "words_compared",
    "words_of_proposals_by",
]
