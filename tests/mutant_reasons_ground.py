"""Which tests are about which module that all rules share, and which small ones."""

RULES = "tests/rules"


def about(*names: str) -> list[str]:
    """Give the files of tests of these names; what is quick to notice comes first."""
    places = [name.rpartition("/") for name in names]
    return [f"{RULES}/{part}{stroke}test_{name}.py" for part, stroke, name in places]


TESTS_OF_GROUND: dict[str, list[str]] = {
    "asked": about("asked", "recount", "voting/consensus"),
    "canonical": about("canonical", "journal_chain"),
    "days": about("days"),
    "difference": about("difference"),
    "exact": about("exact"),
    "journal_chain": about("journal_chain"),
    "journal_seals": about("journal_seals"),
    "leading_away": about("leading_away"),
    "lookalikes": about("lookalikes"),
    "plain": about("plain", "exact", "recount", "voting/consensus"),
    "recount": about("recount", "voting/consensus", "voting/sealed_lot"),
    "sentence": about("wording", "plain"),
    "setting": about("charters/settings", "charters/parse", "charters/controls"),
    "spreadsheet": about("spreadsheet"),
    "unlike": about("unlike"),
    "verdict": about("plain", "confederation/matter", "voting/secret_ballots"),
    "wording": about("wording"),
    "backups.keeping": about("backups/keeping"),
    "backups.pieces": about("backups/pieces"),
    "backups.rows": about("backups/rows"),
    "belonging.changing": about("belonging/changing"),
    "belonging.confirming": about("belonging/confirming"),
    "belonging.independence": about("belonging/independence", "belonging/confirming"),
    "belonging.named": about("belonging/named"),
    "moderation.judging": about("moderation/judging"),
    "moderation.newcomers": about("moderation/newcomers"),
    "reaching.reminding": about("reaching/reminding"),
    "reaching.searching": about("reaching/searching"),
    "recovery.anew": about("recovery/vouching"),
    "recovery.vouching": about("recovery/vouching"),
    "secrecy.boxes": about("secrecy/boxes", "secrecy/carried"),
    "secrecy.carried": about("secrecy/carried"),
    "secrecy.sealed_words": about("secrecy/sealed_words"),
    "secrecy.shared_secret": about("secrecy/shared_secret"),
    "secrecy.spoken": about("secrecy/spoken"),
}

LENGTH = (
    "The limit only keeps numbers of absurd length out; where it is does not matter."
)

REASONS_OF_GROUND: dict[str, dict[str, str]] = {
    "exact": {
        "exact: `len(text) > LONGEST` → `len(text) >= LONGEST`": LENGTH,
        "exact: `abs(int(power[1])) > HIGHEST_POWER` → "
        "`abs(int(power[1])) >= HIGHEST_POWER`": LENGTH,
    },
    "difference": {
        "_blocks: `len(before) * len(after) > MOST_PAIRS` → "
        "`len(before) * len(after) >= MOST_PAIRS`": "The limit only keeps people from "
        "waiting; where it is does not matter.",
    },
}
