"""What is said when a key is not as it should be."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "key_missing": N_(
        "The key “{name}” is not where this server keeps its keys, so what it seals "
        "cannot be read. Whoever runs the server can put it back from where a copy of "
        "the keys is kept. Nothing has been changed."
    ),
    "key_wrong": N_(
        "The key “{name}” is not the one that sealed this, or what was sealed has been "
        "changed. Whoever runs the server can put the right key back. Nothing has been "
        "changed now."
    ),
    "key_open_to_others": N_(
        "Others on this machine can read the key “{name}”, so it is not used. Whoever "
        "runs the server makes it readable by the server alone (chmod 600) and thinks "
        "about who may have read it."
    ),
}
