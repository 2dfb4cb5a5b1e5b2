"""What is said when a key is not as it should be."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "key_missing": N_(
        "The key “{name}” is not where this server keeps its keys, so what it seals "
        "cannot be read. Whoever runs the server can put it back from where a copy of "
        "the keys is kept. Nothing has been changed."
    ),
    "keys_missing_people": N_(
        "Keys of mail addresses are missing: {count}, such as “{name}”. Nobody can "
        "write to these people, and they cannot sign in by mail. Put them back from "
        "where a copy of the keys is kept. After a restore, those who left, changed "
        "their address or took it back since the backup have none any more, as they "
        "wished: no link goes to the old address. Whoever changed it signs in another "
        "way and gives the new one again."
    ),
    "keys_missing_letters": N_(
        "Keys of letters that wait are missing: {count}, such as “{name}”. Those "
        "letters cannot go out. Put them back from where a copy of the keys is kept."
    ),
    "keys_missing_proposals": N_(
        "Keys of addresses that a proposal names are missing: {count}, such as "
        "“{name}”. Whoever is let in by it cannot be written to. Put them back from "
        "where a copy of the keys is kept."
    ),
    "keys_missing_ballots": N_(
        "Keys of secret votes that are open are missing: {count}, such as “{name}”. "
        "These votes take no ballot and cannot be counted. Nobody has a copy of such a "
        "key, on purpose: unless the folder “keys-of-votes” was only mislaid, tell the "
        "members, and hold the votes again."
    ),
    "keys_missing_paper": N_(
        "Keys of notes on who votes on paper are missing: {count}, such as “{name}”. "
        "Nobody knows any more who was noted. Unless the folder “keys-of-votes” was "
        "only mislaid, tell the tellers and the members."
    ),
    "keys_missing_rooms": N_(
        "Keys of secret votes by phone in an assembly are missing: {count}, such as "
        "“{name}”. These votes cannot be counted: tell the assembly, and hold them "
        "again."
    ),
    "keys_missing_sealed": N_(
        "Keys of what members have sealed are missing: {count}, such as “{name}”. It "
        "cannot be opened, by nobody. Put them back from where a copy of the keys is "
        "kept. After a restore, what was destroyed since the backup has none any more, "
        "as was wished."
    ),
    "keys_missing_avoidances": N_(
        "Keys of wishes to be kept apart are missing: {count}, such as “{name}”. They "
        "go on being kept, and whoever made them cannot read them. Put them back from "
        "where a copy of the keys is kept."
    ),
    "keys_amiss": N_("{problem} Keys of this sort with which it is so: {count}."),
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
