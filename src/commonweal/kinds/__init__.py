"""What an institution can be: one charter a kind, as data. No code knows their names.

To add a kind, write `<name>.toml` here, a name of two words or more.
"""

from importlib.resources import files


def names() -> list[str]:
    """List the kinds there are, in alphabetical order."""
    found = (entry.name for entry in files(__name__).iterdir())
    return sorted(name[:-5] for name in found if name.endswith(".toml"))


def text_of(name: str) -> str:
    """Give the charter of a kind as TOML. Raises `KeyError` for a kind there is not."""
    if name not in names():
        raise KeyError(name)
    return files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
