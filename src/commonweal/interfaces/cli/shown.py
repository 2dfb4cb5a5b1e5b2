"""Text of files as a terminal may show it: what would steer it is made visible."""

# Each control character has a picture of its own in Unicode; those above 127 have none.
PICTURES = {code: chr(0x2400 + code) for code in range(32) if chr(code) != "\n"}
STAND_INS = PICTURES | {127: "␡"} | {code: f"\\x{code:x}" for code in range(128, 160)}


def shown(text: str) -> str:
    """Give the text with a visible stand-in for every control character but line ends.

    Names come from strangers' files; one with an escape could clear the screen, or
    write another result over the true one.
    """
    return text.translate(STAND_INS)
