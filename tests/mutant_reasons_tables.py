"""Why mutants of what lays ballots out in arrays survive."""

FURTHER_ROW = "A further row, which no option asks for."
ANY_LAST = (
    "Any number after all places says that nobody is named there; and a further row is "
    "one that no option asks for."
)
SAME_SHAPE = (
    "Any negative length lets NumPy find it; and a copy holds the same numbers."
)
MORE_NOUGHTS = (
    "More noughts than needed are put behind the last ballot; nobody reads on."
)
BY_NOTHING = "Eight marks that are all there are moved by nothing."
FEWER_MARKS = (
    "Fewer marks are put into a number and more numbers are needed, never more than "
    "fit; the same rankings are read back."
)
BOTH_FORMS = "Both forms say the same; one is sooner done with many, one with few."
WIDER = (
    "Any base larger than every place keeps branches and places apart; and any "
    "negative length lets NumPy find it."
)
NONE_BEFORE = "The first mark of all is on the first ballot, and none comes before it."
AFTER_ALL = "Any rank after all that are named is the last."

REASONS_OF_TABLES: dict[str, dict[str, str]] = {
    "voting.repeated": {
        "_repeats: `options > BITS` → `options >= BITS`": BOTH_FORMS,
        "_repeats: `options <= FEW_BITS` → `options < FEW_BITS`": BOTH_FORMS,
        "_repeats_in_order: `-1` → `1`": NONE_BEFORE,
        "_repeats_in_order: `1` → `2`": NONE_BEFORE,
    },
    "voting.placed": {
        "_flags_of_absent: `0` → `1`": FURTHER_ROW,
        "more_of: `weights > 1` → `weights >= 1`": "One voter is none more than one, "
        "and weighs nothing.",
        "more_of: `0` → `1`": "A power of two that nobody has weighs nothing; and the "
        "order by bits is the same where one is left out of each number.",
        "placed: `len(ballots.options) <= FEW` → `len(ballots.options) < FEW`": "Both "
        "ways find the same places for fifteen options, one of them more slowly.",
        "_in_any_number: `0` → `1`": "It matters only where there are no ballots.",
        "_in_any_number: `1` → `2`": ANY_LAST,
    },
    "voting.eights": {
        "eights_from: `fingers.max(initial=0) <= last` → "
        "`fingers.max(initial=0) < last`": BY_NOTHING,
        "eights_from: `0` → `1`": "It matters only where there are no fingers.",
        "eights_from: `fingers > last` → `fingers >= last`": BY_NOTHING,
    },
    "voting.fast_piles": {
        "piles_of: `len(ballots) > FEW` → `len(ballots) >= FEW`": BOTH_FORMS,
        "FastPiles._stops: `1` → `2`": "A further place, at which no option is.",
        "FastPiles._moved_on: `np.count_nonzero(stops) <= FEW_CONTINUE` → "
        "`np.count_nonzero(stops) < FEW_CONTINUE`": BOTH_FORMS,
    },
    "voting.fast_kept": {
        "Branch.__init__: `0` → `1`": "All papers are counted anew before anybody "
        "asks.",
        "FastPapers.__init__: `0` → `1`": "The first branch has passed nobody, and "
        "nobody asks whom.",
        "FastPapers._after: `1` → `2`": WIDER,
        "FastPapers._count_ends: `1` → `2`": WIDER,
    },
    "voting.partial": {
        "packing: `1` → `2`": FEWER_MARKS,
        "packing: `base ** (digits + 1) <= 2 ** BITS` → "
        "`base ** (digits + 1) < 2 ** BITS`": FEWER_MARKS,
        "unpacked: `0` → `1`": "Noughts like those of any other column.",
        "_added_up: `keys.shape[1] > 1` → `keys.shape[1] >= 1`": "One column is sorted "
        "alike by either, only more slowly.",
    },
    "voting.nibbles": {
        "_sixteen_each: `last + PARTS - first - len(piece)` → "
        "`last + PARTS - first + len(piece)`": MORE_NOUGHTS,
        "_sixteen_each: `last + PARTS - first` → `last + PARTS + first`": MORE_NOUGHTS,
        "_as_written: `1` → `2`": SAME_SHAPE,
        "_as_written: `np.uint64(0) - ends` → `np.uint64(0) + ends`": "What is marked "
        "above the first end is the highest bit of parts in which it is not set.",
        "_as_written: `0` → `1`": "One more changes only the three bits below any that "
        "can be marked.",
        "_turned_round: `False` → `True`": SAME_SHAPE,
        "_turned_round: `1` → `2`": SAME_SHAPE,
        "_table: `1` → `2`": "A further place, which no table asks for, and any "
        "negative length, which lets NumPy find it.",
        "_spread: `False` → `True`": SAME_SHAPE,
        "_spread: `1` → `2`": SAME_SHAPE,
    },
    "voting.pairs": {
        "before_in: `int(weights.sum()) <= LARGEST` → "
        "`int(weights.sum()) < LARGEST`": "Numbers of any length say the same as "
        "machine words, only more slowly.",
        "in_places: `0` → `1`": AFTER_ALL,
        "in_places: `1` → `2`": AFTER_ALL,
    },
}
