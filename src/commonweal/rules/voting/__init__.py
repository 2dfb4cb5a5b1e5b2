"""How people decide by ballot: what a ballot says, how it is counted, what follows."""
