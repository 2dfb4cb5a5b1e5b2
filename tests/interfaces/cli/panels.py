"""A pool of five and the quotas of a panel of two, as files, and how to ask for it."""

from pathlib import Path

PEOPLE = "id,gender,age\n1,w,old\n2,w,young\n3,m,old\n4,M,young\n5,m,old\n"
QUOTAS = (
    "feature,value,min,max\ngender,w,1,1\ngender,m,1,1\nage,old,0,2\nage,young,0,2\n"
)


def written(folder: Path) -> tuple[Path, Path]:
    """Write the pool and the quotas into a folder."""
    pool, quotas = folder / "pool.csv", folder / "quotas.csv"
    pool.write_text(PEOPLE, encoding="utf-8")
    quotas.write_text(QUOTAS, encoding="utf-8")
    return pool, quotas


def asked(files: tuple[Path, Path], **options: str) -> list[str]:
    """Give the words that ask for a panel of two."""
    said = {"quotas": str(files[1]), "size": "2", "seed": "May Day", **options}
    words = [word for name, value in said.items() for word in (f"--{name}", value)]
    return ["draw", str(files[0]), *words]
