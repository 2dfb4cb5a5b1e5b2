"""Where the English of every sentence stands that this node can say."""

SENTENCES = [
    *(
        f"commonweal.rules.{one}.sentences"
        for one in (
            *("charters", "sortition", "voting", "apportionment", "budgeting"),
            *("moderation", "belonging", "recovery", "consensus", "assemblies"),
            "confederation",
        )
    ),
    "commonweal.rules.voting.rule_sentences",
    "commonweal.foundation.sentences",
    *(
        f"commonweal.foundation.{one}.sentences"
        for one in (
            *("keys", "journal", "nodes", "people", "tokens"),
            *("institutions", "safeguards", "sealing", "notices", "threads"),
            "backups",
        )
    ),
    "commonweal.foundation.effects",
    *(
        f"commonweal.capabilities.{one}.sentences"
        for one in ("decisions", "assemblies", "confederation", "reaching")
    ),
    "commonweal.interfaces.web.sentences",
    "commonweal.interfaces.cli.sentences",
    "commonweal.interfaces.api.sentences",
]
