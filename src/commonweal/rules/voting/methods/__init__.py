"""The methods of counting a charter may name, one line each."""

from commonweal.rules.voting.method import Method
from commonweal.rules.voting.methods import stv_scottish

METHODS: dict[str, Method] = {method.id: method for method in (stv_scottish.METHOD,)}
