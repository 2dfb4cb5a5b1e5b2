"""What the doctor finds, each with what to do about it."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "doctor_file_open": N_(
        "Others on this machine can look into {file}. Take that from them: "
        "“chmod {mode} {file}”."
    ),
    "doctor_disk_full": N_(
        "The disk of {folder} has {free} MB left of {all}. Make room before writing "
        "stops: nothing is lost then, but nobody can vote."
    ),
    "doctor_debug": N_(
        "COMMONWEAL_DEBUG is set, so errors show what was typed to whoever sees them. "
        "Take it out."
    ),
    "doctor_address_in_clear": N_(
        "COMMONWEAL_ADDRESS is {address}, so what people read and write passes in the "
        "clear. Put a server with HTTPS in front and say https:// in the address."
    ),
    "doctor_secret_key_short": N_(
        "COMMONWEAL_SECRET_KEY is short enough to guess. Take it out, and the node "
        "makes one; printed codes that are still out stop working."
    ),
    "doctor_no_mail": N_(
        "There is no mail server, so no letter goes out and people can sign in by code "
        "or passkey only. Set COMMONWEAL_SMTP_URL."
    ),
    "doctor_letters_stuck": N_(
        "Letters that have waited for over a quarter of an hour: {count}. See that "
        "“commonweal work” is running and that COMMONWEAL_SMTP_URL is right."
    ),
    "doctor_overdue": N_(
        "Proposals with which something fell due and was not written down: {count}. "
        "Pages are right all the same, but letters wait: see that “commonweal work” is "
        "running."
    ),
    "doctor_engine_old": N_(
        "The database program is too old for this version. Bring it up to date."
    ),
    "doctor_database_away": N_(
        "The database does not answer ({reason}). See that it is running and that "
        "COMMONWEAL_DATABASE_URL is right."
    ),
    "doctor_database_damaged": N_(
        "The database file is damaged. Stop the node, keep the file, and go back to "
        "the newest backup with “commonweal restore”."
    ),
    "doctor_tables_behind": N_(
        "The tables are behind the program by {count} steps. Run “commonweal upgrade”."
    ),
    "doctor_journal": N_(
        "{address}: {problem} Tell its members, and ask who could write to the "
        "database."
    ),
    "doctor_clock_behind": N_(
        "The clock is behind the newest line of a journal, written on {newest}. Set it "
        "right: until then, votes close late and lines stand out of order."
    ),
    "doctor_no_backup": N_(
        "There is no backup at {place}. Take one with “commonweal backup”, every night."
    ),
    "doctor_backup_damaged": N_(
        "Pieces of backups are damaged: {count}. New backups do without them. See "
        "which ones are not whole with “commonweal backup verify”, and see to the disk "
        "of the backups."
    ),
    "doctor_backup_old": N_(
        "The newest backup is of {taken}. See why none was taken since: “systemctl "
        "status commonweal-backup”."
    ),
    "doctor_backup_untried": N_(
        "Nobody has tried in the last year whether the paper key opens the backups. Do "
        "it with “commonweal backup verify --paper-key -”."
    ),
    "doctor_backup_beside": N_(
        "The backups lie on the same disk as the node, and would be lost with it. Take "
        "them to another one."
    ),
    "doctor_before_upgrade": N_(
        "{folder} is a week old and holds all that was here before an upgrade, with "
        "the key to it, and the names of those who have left since. Delete it."
    ),
}
