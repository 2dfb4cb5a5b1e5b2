"""What waits for a person, what happens if they do nothing, and what came of it."""

from commonweal.rules.sentence import N_, NP_, Words

NEEDS: dict[str, Words] = {
    # ---- what happens if I do nothing
    "need.vote": N_("Vote"),
    "need.vote_to_all": N_("Vote, if you have not yet"),
    "need.vote.quorum": NP_(
        "{have} of the {roll} who may vote have voted; {missing} more must, or nothing "
        "is decided",
        "{have} of the {roll} who may vote have voted; {missing} more must, or nothing "
        "is decided",
        by="missing",
    ),
    "need.vote.again": NP_(
        "{have} of the {roll} who may vote have voted; {missing} more must, or we vote "
        "again",
        "{have} of the {roll} who may vote have voted; {missing} more must, or we vote "
        "again",
        by="missing",
    ),
    "need.vote.must": NP_(
        "{needed} must vote, or nothing is decided",
        "{needed} must vote, or nothing is decided",
        by="needed",
    ),
    "need.vote.must_again": NP_(
        "{needed} must vote, or we vote again",
        "{needed} must vote, or we vote again",
        by="needed",
    ),
    "need.vote.yes": NP_(
        "{needed} must say yes, or nothing is decided",
        "{needed} must say yes, or nothing is decided",
        by="needed",
    ),
    "need.vote.yes_again": NP_(
        "{needed} must say yes, or we vote again",
        "{needed} must say yes, or we vote again",
        by="needed",
    ),
    "need.vote.nothing": N_("if you do not vote, the others decide"),
    "need.support": N_("Read and support, or not"),
    "need.support.nothing": NP_(
        "{have} of the {needed} supporter it needs; without more it is over",
        "{have} of the {needed} supporters it needs; without more it is over",
        by="needed",
    ),
    "need.confirm": N_("Read what changed"),
    "need.confirm.nothing": N_(
        "the words changed; your support does not count until you confirm it"
    ),
    "need.paper": N_(
        "A teller noted that you vote on paper or at a table: say yes, or take it back"
    ),
    "need.paper.nothing": N_("if two tellers noted it, you do not vote here"),
    "need.come_back": N_("Vote here: no two tellers are left"),
    "need.come_back.nothing": N_(
        "your ballot on paper or at a table is not counted unless there are two "
        "tellers again before the vote ends"
    ),
    "need.let_back": N_("Say whether somebody who wants to vote here has a ballot"),
    "need.let_back.paper": N_("they vote on paper or at the table, as they chose"),
    "need.box": N_("Hand out paper ballots and count them"),
    "need.box.nothing": N_(
        "what no two tellers have counted alike when the vote ends is not counted"
    ),
    "need.draft": N_("Finish the draft"),
    "need.draft.nothing": N_("only you can see it until you propose it"),
    "need.review": N_("Look at it again"),
    "need.review.nothing": N_("it stays in force until somebody proposes otherwise"),
    # ---- what came of it
    "news.carried": N_("Carried. {turnout} of the {roll} who could vote did."),
    "news.not_carried": N_("Not carried. {turnout} of the {roll} who could vote did."),
    "news.chosen": N_("A choice was made. {turnout} of the {roll} who could vote did."),
    "news.nothing_chosen": N_(
        "Nothing was decided. {turnout} of the {roll} who could vote did."
    ),
    "news.too_few": N_(
        "Nothing was decided: too few took part, {turnout} of the {roll} who could "
        "vote."
    ),
    "news.too_few_yes": N_(
        "Nothing was decided: too few said yes. {turnout} of the {roll} who could vote "
        "did."
    ),
    "news.too_few_yes_at_first": N_(
        "Too few said yes in the first vote; {turnout} of the {roll} who could vote "
        "did. The rule has us vote again."
    ),
    "news.too_few_at_first": N_(
        "Too few took part in the first vote, {turnout} of the {roll} who could vote. "
        "The rule has us vote again."
    ),
}
