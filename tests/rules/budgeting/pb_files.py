"""Small Pabulib files for tests."""

META = "META\nkey;value\nbudget;100\nvote_type;{vote_type}\nrule;greedy\n"


def a_file(
    votes: str,
    *,
    vote_type: str = "approval",
    projects: str = "PROJECTS\nproject_id;cost;name\n1;60;Bath\n22;50;Creche\n",
    columns: str = "voter_id;vote",
) -> str:
    """Give a small file with these votes."""
    return META.format(vote_type=vote_type) + projects + f"VOTES\n{columns}\n" + votes
