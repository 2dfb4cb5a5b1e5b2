"""What people read about the steps of a count."""

from commonweal.rules.sentence import N_, NP_, Words

STEPS: dict[str, Words] = {
    "motion_answers": N_("Answers"),
    "motion_answers_explained": N_("{yes} yes, {no} no, {abstain} abstain."),
    "approval_counts": N_("Ticks"),
    "approval_counts_explained": NP_(
        "{cast} ballot was cast, {spoilt} of them spoilt. The most ticks take the "
        "places, of which there are {seats}.",
        "{cast} ballots were cast, {spoilt} of them spoilt. The most ticks take the "
        "places, of which there are {seats}.",
        by="cast",
    ),
    "score_counts": N_("Points"),
    "score_counts_explained": NP_(
        "{cast} ballot was cast, {spoilt} of them spoilt. The most points take the "
        "places, of which there are {seats}.",
        "{cast} ballots were cast, {spoilt} of them spoilt. The most points take the "
        "places, of which there are {seats}.",
        by="cast",
    ),
    "plurality_counts": N_("Marks"),
    "plurality_counts_explained": NP_(
        "{cast} ballot was cast, {spoilt} of them spoilt. The most marks take the "
        "places, of which there are {seats}.",
        "{cast} ballots were cast, {spoilt} of them spoilt. The most marks take the "
        "places, of which there are {seats}.",
        by="cast",
    ),
    "first_preferences": N_("First preferences"),
    "irv_first_preferences_explained": NP_(
        "The one ballot counts for its first preference; {blank} more name nobody. "
        "More than half of the ballots still in the count wins.",
        "Each of {valid} ballots counts for its first preference; {blank} more name "
        "nobody. More than half of the ballots still in the count wins.",
        by="valid",
    ),
    "irv_exclusion_explained": N_(
        "{name} has the fewest ballots, {votes}, and drops out. They pass to their "
        "next choice; {stranded} of them have none."
    ),
    "irv_exclusion_by_lot": N_(
        "So the lot puts {name} out, with {votes} ballots. They pass to their next "
        "choice; {stranded} of them have none."
    ),
    "exclusion_of": N_("{name} drops out"),
    "stv_quota_explained": NP_(
        "{valid} valid ballots for {seats} place make a quota of {quota}: ballots "
        "divided by places plus one, rounded down, plus one. Whoever has that many "
        "votes has a place.",
        "{valid} valid ballots for {seats} places make a quota of {quota}: ballots "
        "divided by places plus one, rounded down, plus one. Whoever has that many "
        "votes has a place.",
        by="seats",
    ),
    "stv_surplus": N_("What {name} has beyond the quota"),
    "stv_surplus_explained": N_(
        "{name} has {votes} votes, {surplus} beyond the quota. All {papers} ballots "
        "pass on to their next choice, each at the part of its worth that was not "
        "needed. Votes without a next choice: {stranded}; lost in rounding: {lost}."
    ),
    "stv_exclusion_explained": N_(
        "Nobody has votes beyond the quota to pass on. {name} has the fewest, {votes}, "
        "and drops out. These ballots pass on at the worth they came with. Votes "
        "without a next choice: {stranded}."
    ),
    "stv_exclusion_by_lot": N_(
        "Nobody has votes beyond the quota to pass on. So the lot puts {name} out, "
        "with {votes} votes. These ballots pass on at the worth they came with. Votes "
        "without a next choice: {stranded}."
    ),
    "reserved_room": N_("No room for all"),
    "reserved_room_explained": N_(
        "Because places are reserved, there is no room for all who have enough votes."
    ),
    "reserved_held_in": N_("Because places are reserved, {names} may not drop out."),
    "stv_last_places": N_("Last places"),
    "stv_last_places_explained": N_(
        "As many are left as there are places: {vacancies}."
    ),
    "wigm_quota_explained": N_(
        "{valid} valid ballots for {seats} places: whoever has more than {quota} votes "
        "has a place. That is the ballots divided by places plus one."
    ),
    "wigm_surplus_explained": N_(
        "{name} has {votes} votes, {surplus} beyond the quota. All {papers} ballots "
        "pass on to their next choice, each at the part of its worth that was not "
        "needed. Votes without a next choice: {stranded}."
    ),
    "gregory_surplus_explained": N_(
        "{name} has {votes} votes, {surplus} beyond the quota. All {papers} ballots "
        "pass on to their next choice at one worth: {surplus} divided by {papers}. "
        "Votes without a next choice or lost in rounding: {lost}."
    ),
    "gregory_exclusion_explained": N_(
        "{name} had the fewest votes, {votes}, and drops out. {papers} ballots worth "
        "{worth} each pass on to their next choice; fractions of a vote are lost."
    ),
    "gregory_exclusion_by_lot": N_(
        "So the lot puts {name} out, with {votes} votes. {papers} ballots worth "
        "{worth} each pass on to their next choice; fractions of a vote are lost."
    ),
    "ers97_quota_explained": N_(
        "{valid} valid ballots for {seats} places make a quota of {quota}: ballots "
        "divided by places plus one, rounded up to two decimal places. Whoever has "
        "that many votes has a place."
    ),
    "ers97_surplus_explained": N_(
        "{name} has {votes} votes, {surplus} beyond the quota. Of the ballots that "
        "came last, the {papers} with a next choice pass on, each worth {worth}; "
        "{lost} votes are lost."
    ),
    "ers97_exclusion_explained": N_(
        "{names} cannot catch up or has the fewest votes, and drops out. {papers} "
        "ballots worth {worth} each pass on to their next choice. Votes without one: "
        "{stranded}."
    ),
    "ers97_earliest_point_first": N_(
        "{tied} are level. {chosen} had more when they first differed."
    ),
    "ers97_earliest_point_last": N_(
        "{tied} are level. {chosen} had fewer when they first differed."
    ),
    "meek_quota_explained": N_(
        "{valid} valid ballots for {seats} places: whoever has more than {quota} votes "
        "has a place. That is the ballots still in the count divided by places plus "
        "one, and it shrinks as ballots run out of choices."
    ),
    "meek_passed_on": N_("What is not needed passes on"),
    "meek_elected": N_(
        "Whoever has a place keeps just the part of each ballot that is needed. With "
        "what they pass on, {names} has more than {quota} votes, which is the quota "
        "now."
    ),
    "meek_certain_losers": N_(
        "The quota is {quota} now, and {surplus} votes are still to pass on. Even with "
        "all of these, {names} together, with {votes} votes, would have fewer than the "
        "next one above; all of them drop out."
    ),
    "meek_exclusion": N_(
        "The quota is {quota} now, and {surplus} votes are still to pass on. {names} "
        "has the fewest, {votes}, and drops out: the ballots count as if nobody of "
        "that name had stood."
    ),
    "schulze_pair": N_("{first} or {second}"),
    "schulze_pair_first_wins": N_("More voters put {first} before {second}."),
    "schulze_pair_second_wins": N_("More voters put {second} before {first}."),
    "schulze_pair_level": N_("As many put {first} before {second} as the other way."),
    "schulze_chains": N_("The strongest chains"),
    "schulze_chains_explained": N_(
        "A chain of wins is as strong as its weakest link. Each count says how many of "
        "the {others} others have no stronger chain to this option than it has to them."
    ),
    "schulze_now": N_("Against what there is now"),
    "schulze_now_beaten": N_(
        "The counts say how many would rather have each one than what there is now. "
        "More want it than not: {able}."
    ),
    "schulze_now_stays": N_(
        "The counts say how many would rather have each one than what there is now. "
        "None is wanted by more than do not want it, so nothing changes."
    ),
    "ranked_pairs_held": N_("The wins that hold"),
    "ranked_pairs_held_explained": N_(
        "The wins with the most voters behind them hold first, each unless those "
        "before it say the opposite. The counts say above how many of the {others} "
        "others each option stands."
    ),
    "minimax_worst": N_("The worst defeats"),
    "minimax_worst_explained": N_(
        "Each count is the number of voters behind the worst defeat of that option, "
        "nought if it beats or equals all others. The smallest wins."
    ),
    "borda_counts": N_("Points"),
    "borda_counts_explained": NP_(
        "{cast} ballot was cast. A ballot gives an option a point for each one it is "
        "put before, and half a point for each it is level with. The most points take "
        "the places, of which there are {seats}.",
        "{cast} ballots were cast. A ballot gives an option a point for each one it is "
        "put before, and half a point for each it is level with. The most points take "
        "the places, of which there are {seats}.",
        by="cast",
    ),
    "coombs_explained": N_(
        "Nobody is first on more than half of the ballots. {name} is last on the most, "
        "{votes}, and drops out."
    ),
    "irv_batch_explained": N_(
        "{name} together have {votes} ballots, fewer than the next one above, and drop "
        "out. The ballots pass to their next choice; {stranded} of them have none."
    ),
    "disapproval_counts": N_("Ticks against"),
    "disapproval_counts_explained": NP_(
        "{cast} ballot was cast. The fewest ticks take the places, of which there "
        "are {seats}.",
        "{cast} ballots were cast. The fewest ticks take the places, of which there "
        "are {seats}.",
        by="cast",
    ),
    "pav_counts": N_("Ticks, and who together leaves voters most content"),
    "pav_counts_explained": N_(
        "Every group of {seats} that could still be best was looked at. With {names} "
        "voters are content by {content}: one for the first of them a ballot ticks, "
        "half for the second, a third for the third, and so on."
    ),
    "pav_nobody": N_("Nobody is chosen: nothing was ticked, or a tie stands."),
    "pav_round": N_("Place {place}: {name}"),
    "pav_round_explained": N_(
        "Each ballot counts as one divided by one more than the number of those it "
        "ticks who are in. {name} has the most, {value}."
    ),
    "phragmen_round": N_("Place {place}: {name}"),
    "phragmen_round_explained": N_(
        "Each count is what everybody who ticked that option would carry in all, with "
        "that option in. {name} has the smallest, {value}."
    ),
    "shares_round": N_("Place {place}: {name}"),
    "shares_round_explained": N_(
        "Each count is the most that anybody would pay for that option. {name} can be "
        "had for the least: nobody pays more than {value} of a place."
    ),
    "star_points_explained": NP_(
        "{cast} ballot was cast, {spoilt} of them spoilt. The two with the most "
        "points go into a run-off.",
        "{cast} ballots were cast, {spoilt} of them spoilt. The two with the most "
        "points go into a run-off.",
        by="cast",
    ),
    "star_runoff": N_("Run-off"),
    "star_runoff_explained": N_(
        "Each ballot counts for the one of {first} and {second} that it gives more "
        "points; ballots that give both the same count for neither."
    ),
    "judgment": N_("Grades in the middle"),
    "judgment_explained": NP_(
        "{cast} ballot was cast, {spoilt} of them spoilt. At least half of the "
        "voters find each option worth its count. The highest wins.",
        "{cast} ballots were cast, {spoilt} of them spoilt. At least half of the "
        "voters find each option worth its count. The highest wins.",
        by="cast",
    ),
    "judgment_parted": NP_(
        "{cast} ballot was cast, {spoilt} of them spoilt. At least half of the "
        "voters find each option worth its count. Several have the highest, so that "
        "many grades were taken away from their middle until one was ahead: {removed}.",
        "{cast} ballots were cast, {spoilt} of them spoilt. At least half of the "
        "voters find each option worth its count. Several have the highest, so that "
        "many grades were taken away from their middle until one was ahead: {removed}.",
        by="cast",
    ),
    "sentences_after_each_other": N_("{first} {then}"),
}
