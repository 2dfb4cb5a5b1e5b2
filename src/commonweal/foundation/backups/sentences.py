"""What can be wrong with backups and their keys, and what to do about it."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "paper_key_mistyped": N_(
        "This is not the key as it was printed: it has fourteen groups of four letters "
        "and digits, and the last group checks the others. Compare it with the paper."
    ),
    "paper_key_wrong": N_(
        "This paper key does not open this backup. It belongs to another node, or was "
        "replaced since."
    ),
    "backup_keys_there": N_(
        "{file} is there already, and a paper key belongs to it. To begin anew, move "
        "it away and keep the old paper as long as the old backups."
    ),
    "backup_keys_missing": N_(
        "{file} is missing, so no backup can be written. Make keys with “commonweal "
        "backup keys”; where they were lost, that begins a new row of backups, and the "
        "old ones still open with their old paper key."
    ),
    "backup_keys_open": N_(
        "Others on this machine can read {file}, or write to it. Take that from them "
        "with “chmod 600”, and see who could have."
    ),
    "backup_keys_broken": N_(
        "{file} does not hold backup keys. Put it back from your copy, or make new "
        "keys with “commonweal backup keys” after moving it away."
    ),
    "backup_place_unknown": N_(
        "Nothing says where backups lie. Set COMMONWEAL_BACKUPS to a folder or to "
        "s3://bucket/folder, or say it with --to."
    ),
    "backup_under_way": N_("Another backup is being written or pruned; wait for it."),
    "backup_none": N_("There is no backup at {place} by that name."),
    "backup_none_of_paper": N_(
        "None of the backups there is signed with the keys of this paper. Look for the "
        "paper of the node that took them."
    ),
    "keep_rule_unreadable": N_(
        "“{rule}” does not say what to keep. Write days, weeks and months, as in "
        "“7d 4w 12m”."
    ),
    "store_away": N_("The place of the backups, {place}, does not answer: {reason}."),
    "store_in_the_clear": N_(
        "{place} is not encrypted on the way. Write https://, or reach a store on this "
        "machine."
    ),
    "backup_not_there": N_("There is no {backup}."),
    "backup_list_damaged": N_(
        "{backup}: the list was changed or cut short, so this backup is lost. Others "
        "are not touched by it."
    ),
    "backup_of_another": N_(
        "{backup}: not signed with the keys of this node or of this paper. It is of "
        "another node or of an older paper key, or somebody put it there; it is not "
        "used."
    ),
    "backup_redated": N_(
        "{backup}: what is sealed in it was taken on {taken}, so somebody gave it "
        "another day. It is not put back. Choose another one with “--backup”, and ask "
        "who can write to the place of the backups."
    ),
    "backup_disturbed": N_(
        "While the backup was being written, {piece} was removed, so it was given up; "
        "the ones before stand. Take it once more, and give each node a place of its "
        "own for its backups."
    ),
    "backups_of_others": N_(
        "Lists that are not signed with this node’s keys lie among its backups: "
        "{count}, such as {backup}. They are neither counted nor removed. Give each "
        "node a place of its own; delete what is of an older paper key when its time "
        "has come, and ask who else can write there."
    ),
    "backups_ahead": N_(
        "Backups of a moment that has not come: {count}, such as {backup}. The clock "
        "was wrong when they were taken. They are neither counted nor removed until "
        "then."
    ),
    "backups_unreadable": N_(
        "Lists of backups that were changed or cut short: {count}, such as {backup}. "
        "Those backups are lost. Put the lists back from a copy, or delete them: until "
        "then what interrupted backups left stays there as well."
    ),
    "backup_passed_over": N_("Passed over: {why}"),
    "piece_gone": N_(
        "{backup}: {piece} is gone, piece {number} of {total}. The next backup writes "
        "anew what stands in the database; put the file back from a copy if this one "
        "is to be whole again."
    ),
    "piece_changed": N_(
        "{backup}: {piece} is damaged or was changed, piece {number} of {total}. The "
        "next backup leans on it no more and writes anew what stands in the database. "
        "Put the file back from a copy if this backup is to be whole again, and see to "
        "the disk."
    ),
    "backup_mended": N_(
        "Pieces of earlier backups were found damaged tonight: {count}, such as "
        "{piece}. What was in them is written anew and tonight’s backup is whole. "
        "“commonweal backup verify” says which earlier ones are not; see to the disk."
    ),
    "table_damaged": N_("The rows of {table} cannot be read back whole."),
    "table_unknown": N_(
        "The database has a table, {table}, that this program does not know, so a "
        "backup would lose it."
    ),
    "database_newer": N_(
        "The database was made by a newer version of this program ({step}). Bring the "
        "program up to date first."
    ),
    "backup_newer": N_(
        "The backup was made by a newer version of this program ({step}). Bring the "
        "program up to date first."
    ),
    "place_not_empty": N_(
        "Something stands in this database already. A backup is put back into an empty "
        "one only: move the old one away, or name a new one."
    ),
    "table_bent": N_(
        "The rows of {table} came out of this database otherwise than they went in, so "
        "nothing was put back. Please report this; the backup is whole."
    ),
    "table_bent_on_the_way": N_(
        "The rows of {table} came out of the new database otherwise than they went in, "
        "so nothing was moved. The old database is as it was, and goes on. Please "
        "report this."
    ),
    "database_not_unicode": N_(
        "The database keeps letters as {encoding}, which has not all that people "
        "write. Make one that keeps them as UTF8 (“createdb --encoding=UTF8 "
        "--template=template0 …”). Where people use this one already, move to it with "
        "“commonweal move”."
    ),
    "table_not_taken": N_(
        "The other database does not take the rows of {table} as they are, so nothing "
        "was moved. Please report this."
    ),
    "node_is_running": N_(
        "Another process has the database open. Stop the web server and the worker "
        "first, so that nothing is written to what is being left."
    ),
    "move_from_nowhere": N_(
        "Nothing says from where. Set COMMONWEAL_MOVE_FROM to the old database, and "
        "COMMONWEAL_DATABASE_URL to the new one."
    ),
    "upgrade_failed": N_(
        "The upgrade failed: {reason}. The backup taken before it is whole; the way "
        "back stands above."
    ),
    "clock_behind_backup": N_(
        "This machine’s clock is behind the backup, which was taken on {taken}. Set "
        "the clock first."
    ),
    "secret_key_differs": N_(
        "The secret key here is not the one of the node that was backed up: printed "
        "codes and invitations that are still out do not work. Put the old file "
        "“secret-key” in its place and start again."
    ),
    "database_moved_away": N_(
        "This database was moved to another one and is kept as it was. Set "
        "COMMONWEAL_DATABASE_URL to the new one."
    ),
    "already_acknowledged": N_("You have said so already."),
    "journal.restored_from_backup": N_(
        "This server was put back to how it was on {taken}. What was done after that "
        "is missing here."
    ),
    "journal.acknowledged_restoration": N_(
        "{by} knows that the server was put back to {taken}, and that deeds since then "
        "may be missing."
    ),
    "restore_unfinished": N_(
        "An earlier restore was interrupted here. Throw this database away and begin "
        "with an empty one."
    ),
}
