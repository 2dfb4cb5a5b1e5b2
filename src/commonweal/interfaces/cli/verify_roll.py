"""Check the proof that somebody is on the list of voters, without a server.

The list, also called the roll, is fixed when a vote opens and published without names:
a long number for each member, which only they can tell is theirs. The file is the one
that a decision's page offers to each of them. One fingerprint belongs to the whole
list; --seal compares it with what was published or written down.
"""

import argparse
import hmac
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from commonweal.interfaces.cli.verify_found import CannotVerifyError, Found, Report
from commonweal.rules.voting.roll import leaf, roll_hash

FORMAT = "commonweal-roll-1"
KIND = "a proof that somebody is on a list of voters"
HOLDS, FAILS, CANNOT = 0, 1, 2


class NotAProofError(ValueError):
    """Raised for a file that is no proof; the text says what is wrong."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after `verify-roll`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the proof")
    parser.add_argument("--seal", metavar="NUMBER", help="the fingerprint as published")


def run(options: argparse.Namespace) -> int:
    """Say whether the proof holds; what is no proof goes to standard error."""
    try:
        proof = read_proof(options.file)
        wrong = faults(proof, published=options.seal)
    except (OSError, NotAProofError) as problem:
        print(f"{options.file}: {problem}", file=sys.stderr)
        return CANNOT
    if wrong:
        print("\n".join(wrong))
        return FAILS
    size = len(proof["leaves"])
    print(f"Member {proof['member']} is on the list of voters, one of {size:,}.")
    print(f"The list's fingerprint is {proof['seal']}.")
    return HOLDS


def verify(told: Mapping[str, Any], options: argparse.Namespace) -> Report:
    """Verify a proof, as `commonweal verify` does every kind of file."""
    try:
        wrong = faults(told, published=options.seal)
    except NotAProofError as problem:
        raise CannotVerifyError(f"It is no such proof: {problem}.") from problem
    said = (
        f"Member {told['member']} is on the list of voters, one of "
        f"{len(told['leaves']):,}."
    )
    found = [Found(False, one) for one in wrong] or [Found(True, said)]
    seal = (
        "Whether this is the list that the vote went by: compare its fingerprint with "
        f"the one on the page of the decision.\n{told.get('seal')}"
    )
    return Report(KIND, found, [] if options.seal else [seal])


def read_proof(path: Path) -> Mapping[str, Any]:
    """Read a proof from its file."""
    try:
        proof = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as problem:
        raise NotAProofError(
            "this is no proof of being on a list of voters"
        ) from problem
    if not isinstance(proof, dict) or proof.get("format") != FORMAT:
        raise NotAProofError(f"expected the format {FORMAT}")
    return proof


def faults(proof: Mapping[str, Any], *, published: str | None) -> list[str]:
    """List what does not hold: the leaf, its place on the roll, the seal."""
    try:
        leaves = [str(one) for one in proof["leaves"]]
        seal = roll_hash(leaves)
        mine = leaf(bytes.fromhex(proof["salt"]), str(proof["member"]))
    except (LookupError, TypeError, ValueError) as problem:
        raise NotAProofError(f"something is malformed: {problem}") from problem
    expected = published.strip().lower() if published else str(proof.get("seal"))
    wrong = []
    if mine not in leaves:
        wrong.append(
            "No number on the list is made from this member and this secret number."
        )
    if not hmac.compare_digest(seal.encode(), expected.encode()):
        wrong.append(f"The list has the fingerprint {seal}, not {expected}.")
    return wrong
