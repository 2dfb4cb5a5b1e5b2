"""Why mutants of what reads ballot files survive, where nobody could see them."""

WHOLE_READER = (
    "A file of which a byte less is looked at is cut alike, or left to the reader of "
    "whole files, who reads the same."
)
CAREFUL = "What is left to the careful reader is read alike, only more slowly."
SHORT = "No ballot is as short as that."
LINE_ENDS = "A piece goes on to the end of its line."
EDGE = (
    "Letters of two bytes have a nought in nearly every other byte, and UTF-8 in none; "
    "no file is near the line drawn between them."
)
SHORTENED = "Only how much of a sentence that quotes somebody is shown depends on it."

REASONS_OF_FORMATS: dict[str, dict[str, str]] = {
    "voting.formats.blt": {
        "shortened: `len(found) <= 40` → `len(found) < 40`": SHORTENED,
        "shortened: `40` → `41`": SHORTENED,
    },
    "voting.formats.blt_fast": {
        "read_tidy: `len(options) > MOST_CANDIDATES` → "
        "`len(options) >= MOST_CANDIDATES`": CAREFUL,
        "read_tidy: `False` → `True`": "A copy holds the same numbers.",
        "_read_piece: `line_ends[0] < 2` → `line_ends[0] <= 2`": SHORT,
        "_read_piece: `2` → `3`": SHORT,
        "_read: `1` → `2`": "It stands for numbers that are read elsewhere; where it "
        "is more than there are options, all is left to the careful reader.",
        "_read_long_numbers: `1` → `2`": "A space more is taken away again, and what "
        "begins too early is left to the careful reader.",
        "_read_long_numbers: `len(number) > MOST_DIGITS` → "
        "`len(number) >= MOST_DIGITS`": CAREFUL,
    },
    "voting.formats.blt_names": {
        "read_names: `40` → `41`": SHORTENED,
    },
    "voting.formats.decoding": {
        **{
            f"_in_two_bytes: {change}": EDGE
            for change in (
                "`4 * raw.count(0) < len(raw)` → `4 * raw.count(0) <= len(raw)`",
                "`4` → `5`",
                "`len(raw) < FEW_BYTES` → `len(raw) <= FEW_BYTES`",
                "`20 * min(first, second) > len(raw)` → "
                "`20 * min(first, second) >= len(raw)`",
                "`20 * min(first, second)` → `20 + min(first, second)`",
                "`20` → `21`",
            )
        },
        "_in_two_bytes: `first > second` → `first >= second`": "Where a quarter is "
        "nought and one half has hardly any, the two are not equal.",
    },
    "voting.formats.spelling": {
        "slips_between: `1` → `2`": "More than the most is all the same.",
    },
    "voting.formats.blt_parts": {
        "cut: `0` → `1`": WHOLE_READER,
        "cut: `ends < 0` → `ends <= 0`": WHOLE_READER,
        "cut: `tail_begins + ends + 1` → `tail_begins + ends - 1`": LINE_ENDS,
        "lines_before: `0` → `1`": "The first byte of a file ends no line, and what is "
        "left is read at once.",
        "lines_before: `left > 0` → `left >= 0`": "Of nothing, nothing is read.",
        "pieces: `left > 0` → `left >= 0`": "Of nothing, nothing is read.",
        "pieces: `0` → `1`": "A line of a single byte is empty.",
    },
}
