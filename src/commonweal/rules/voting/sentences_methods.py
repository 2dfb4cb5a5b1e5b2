"""What methods of counting are called, and what each asks of a voter."""

from commonweal.rules.sentence import N_, Words

METHODS: dict[str, Words] = {
    "method_motion": N_("Yes or no"),
    "method_motion_summary": N_("Say yes, no, or that you abstain."),
    "method_consensus": N_("Consensus"),
    "method_consensus_summary": N_(
        "Say where you stand. What nobody blocks, and few doubt, is adopted."
    ),
    "method_approval": N_("Tick all you can live with"),
    "method_approval_summary": N_("Tick as many as you like; the most ticks win."),
    "method_score": N_("Give points"),
    "method_score_summary": N_("Give each option points; the most points win."),
    "method_plurality": N_("Mark one"),
    "method_plurality_summary": N_(
        "Mark one option, or as many as there are places; the most marks win."
    ),
    "method_irv": N_("Rank them, last one drops out"),
    "method_irv_summary": N_(
        "Rank them. The last drops out and those ballots go to their next choice, "
        "until one option has more than half."
    ),
    "method_stv_scottish": N_("Rank them, each group gets its share"),
    "method_stv_scottish_summary": N_(
        "Rank them. Whoever has as many votes as a place takes gets one, and votes "
        "nobody needs pass on to the next choice, so that each group gets its share of "
        "the places. As in Scotland."
    ),
    "method_stv_wigm": N_("Rank them, each group gets its share, unrounded"),
    "method_stv_wigm_summary": N_(
        "Rank them. Whoever has more votes than a place takes gets one, and all their "
        "ballots pass on, each at the part of its worth that was not needed. Nothing "
        "is rounded."
    ),
    "method_stv_gregory": N_("Rank them, each group gets its share, as in Australia"),
    "method_stv_gregory_summary": N_(
        "Rank them. Whoever has as many votes as a place takes gets one, and all their "
        "ballots pass on at one and the same worth. As for Australia's Senate."
    ),
    "method_stv_ers97": N_("Rank them, each group gets its share, counted by hand"),
    "method_stv_ers97_summary": N_(
        "Rank them. Whoever has as many votes as a place takes gets one, and what they "
        "have beyond that passes on from the ballots that came last. As British unions "
        "and societies count by hand."
    ),
    "method_stv_meek": N_("Rank them, each group gets its share, by computer (Meek)"),
    "method_stv_meek_summary": N_(
        "Rank them. Whoever has as many votes as a place takes gets one and keeps only "
        "the part of each ballot that is needed; the rest goes to the next choice, "
        "even if that one has a place too. Only a computer can count it."
    ),
    "method_schulze": N_("Rank them, each against each"),
    "method_schulze_summary": N_(
        "Rank them. Each option is held against each other; what beats all others wins."
    ),
    "method_schulze_status_quo": N_("Rank what is better than now"),
    "method_schulze_status_quo_summary": N_(
        "Rank what you would rather have than what there is now, and leave out the "
        "rest. The best that more want than not wins; if there is none, nothing "
        "changes."
    ),
    "method_ranked_pairs": N_("Rank them, the clearest wins first"),
    "method_ranked_pairs_summary": N_(
        "Rank them. Each option is held against each other, and the wins with the most "
        "voters behind them are believed first."
    ),
    "method_minimax": N_("Rank them, the smallest defeat wins"),
    "method_minimax_summary": N_(
        "Rank them. Each option is held against each other; whoever's worst defeat is "
        "the smallest wins."
    ),
    "method_borda": N_("Rank them, points for each place"),
    "method_borda_summary": N_(
        "Rank them. An option gets a point for each one it is put before; the most "
        "points win."
    ),
    "method_coombs": N_("Rank them, the most disliked drops out"),
    "method_coombs_summary": N_(
        "Rank them. Whoever most ballots put last drops out, until one option is first "
        "on more than half."
    ),
    "method_disapproval": N_("Tick what you cannot live with"),
    "method_disapproval_summary": N_(
        "Tick what you cannot live with, as many as you like; the fewest ticks win."
    ),
    "method_pav": N_("Tick as many as you like, each group gets its share"),
    "method_pav_summary": N_(
        "Tick as many as you like. Those win who together leave voters most content, "
        "where a second one you ticked counts half as much as the first, a third a "
        "third."
    ),
    "method_pav_sequential": N_(
        "Tick as many as you like, each group gets its share, place by place"
    ),
    "method_pav_sequential_summary": N_(
        "Tick as many as you like. Each place goes to whoever has most, and your "
        "ballot counts half once one you ticked is in, a third after two."
    ),
    "method_phragmen_sequential": N_("Tick as many as you like, loads shared out"),
    "method_phragmen_sequential_summary": N_(
        "Tick as many as you like. Each place is a load that those who ticked its "
        "holder carry together; it goes where the load stays smallest."
    ),
    "method_committee_shares": N_("Tick as many as you like, everybody pays alike"),
    "method_committee_shares_summary": N_(
        "Tick as many as you like. Each voter has an equal part of all places, and "
        "those who ticked somebody pay for that place together."
    ),
    "method_star": N_("Give points, then the best two"),
    "method_star_summary": N_(
        "Give each option points. Of the two with the most, the one that more ballots "
        "gave more points wins."
    ),
    "method_majority_judgment": N_("Give grades, the middle one counts"),
    "method_majority_judgment_summary": N_(
        "Give each option a grade. The one that half of the voters grade highest wins."
    ),
}
