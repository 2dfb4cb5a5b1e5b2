"""What is said about tokens: what each lets a program do, and what it may not."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "scope_read": N_("read what I can read"),
    "scope_discuss": N_("take part in discussions and assemblies under my name"),
    "scope_propose": N_("propose, support and contest under my name"),
    "scope_vote": N_("cast my ballots in open votes"),
    "scope_steward": N_("look at reports, and hide words or let them stand"),
    "scope_seal": N_("seal words for trustees and, as a trustee, open and end them"),
    "scope_organise": N_(
        "found, invite, bring along, and call and run assemblies in my name"
    ),
    "scope_belong": N_("join and leave, and change my name and language"),
    "scope_read_more": N_(
        "All you see in your institutions, and what this server holds about you."
    ),
    "scope_discuss_more": N_("The others read it as if you had written it yourself."),
    "scope_propose_more": N_(
        "It can write drafts, propose them to everybody and give your support."
    ),
    "scope_vote_more": N_(
        "Whoever holds the key sees how you voted and can vote in your place. Secret "
        "votes stay with you: no program can cast those."
    ),
    "scope_steward_more": N_(
        "Of use only while you hold an office for it. It reads what was reported."
    ),
    "scope_seal_more": N_(
        "It reads what trustees opened. It opens nothing without the code on your "
        "paper, and takes no new code."
    ),
    "scope_organise_more": N_(
        "It sees the codes it makes, and so who comes in. It calls assemblies, which "
        "all members are written to about, and has the roles there that you have."
    ),
    "scope_belong_more": N_("It can end your membership, which cannot be undone."),
    "token_needed": N_(
        "Please send a key. You make one on your page on this server, under “Keys for "
        "programs”."
    ),
    "token_unknown": N_(
        "This key opens nothing. It may have ended or been taken back; you make "
        "another on your page on this server."
    ),
    "token_scope_missing": N_(
        "This key was not made for that. You can make one with which a program may "
        "“{scope}”."
    ),
    "token_scopes_unknown": N_("Please tick at least one thing the program may do."),
    "token_days_out_of_range": N_("A key lasts from 1 to {most} days."),
    "too_many_tokens": N_(
        "You have {most} keys, and more nobody keeps in mind. End one you no longer "
        "need."
    ),
    "repeat_key_malformed": N_(
        "An Idempotency-Key has 8 to {most} plain letters, digits and signs."
    ),
    "repeat_key_used": N_(
        "Something else was asked with this Idempotency-Key within the last day. Use a "
        "new one for each deed."
    ),
}
