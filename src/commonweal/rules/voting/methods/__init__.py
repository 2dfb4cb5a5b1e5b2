"""The methods of counting a charter may name, one line each."""

from commonweal.rules.voting.method import Method
from commonweal.rules.voting.methods import (
    approval,
    borda,
    coombs,
    irv,
    minimax,
    motion,
    plurality,
    ranked_pairs,
    schulze,
    schulze_status_quo,
    score,
    stv_ers97,
    stv_gregory,
    stv_meek,
    stv_scottish,
    stv_wigm,
)

METHODS: dict[str, Method] = {
    "motion": motion.METHOD,
    "approval": approval.METHOD,
    "score": score.METHOD,
    "plurality": plurality.METHOD,
    "irv": irv.METHOD,
    "stv-scottish": stv_scottish.METHOD,
    "stv-wigm": stv_wigm.METHOD,
    "stv-gregory": stv_gregory.METHOD,
    "stv-ers97": stv_ers97.METHOD,
    "stv-meek": stv_meek.METHOD,
    "coombs": coombs.METHOD,
    "borda": borda.METHOD,
    "schulze": schulze.METHOD,
    "schulze-status-quo": schulze_status_quo.METHOD,
    "ranked-pairs": ranked_pairs.METHOD,
    "minimax": minimax.METHOD,
}
