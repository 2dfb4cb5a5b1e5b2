"""What must never be committed: secrets, data, and words that are not the project's."""

import re
import subprocess
from pathlib import Path

from tests.architecture.tree import fault

# Put together here so that this file does not hold what it looks for.
HOSTS = [
    "pypi" + ".org", "python" + "hosted", "registry.npm" + "js", "npm" + "js.com",
    "deb.deb" + "ian.org", "proxy.gol" + "ang",
]  # fmt: skip
MACHINE_PATHS = ["/wo" + "rk/", "/ro" + "ot/", "/tm" + "p/", "/ho" + "me/"]
TOOLS = [
    "clau" + "de", "chat" + "gpt", "open" + "ai", "anth" + "ropic", "copi" + "lot",
    "language " + "model", "gener" + "ated by ai", "ai " + "assist",
]  # fmt: skip
SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}"
    r"|\bxox[bp]-[0-9A-Za-z-]{20,}"
)
NEVER = re.compile(
    r"(^|/)(\.env|secret-key|uv\.lock|package-lock\.json|node_modules/.*|\.venv.*"
    r"|.*\.(sqlite3|pem|key|mo|pyc|log))$"
)
UNREAD = {".png", ".ico", ".woff2", ".pdf", ".webp", ".zip"}


def foreign_words(root: Path) -> list[str]:
    """Find hosts, places on one machine, and tools that are none of the project's."""
    unwanted = [*HOSTS, *MACHINE_PATHS, *TOOLS]
    return [
        fault(root, path, number, f"says {word}")
        for path in committed(root)
        for number, line in _lines(path)
        for word in unwanted
        if word in line.lower()
    ]


def secrets(root: Path) -> list[str]:
    """Find keys and tokens, by how they look."""
    return [
        fault(root, path, number, "looks like a secret")
        for path in committed(root)
        for number, line in _lines(path)
        if SECRETS.search(line)
    ]


def stray_files(root: Path) -> list[str]:
    """Find files that belong on one machine only: databases, keys, locks of hosts."""
    return [
        fault(root, path, 1, "does not belong in the repository")
        for path in committed(root)
        if NEVER.search(path.relative_to(root).as_posix())
    ]


def committed(root: Path) -> list[Path]:
    """List the files git keeps; without git, every file."""
    if not (root / ".git").exists():
        return [path for path in sorted(root.rglob("*")) if path.is_file()]
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True
    )
    paths = [root / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def _lines(path: Path) -> list[tuple[int, str]]:
    if path.suffix in UNREAD or path.name == "LICENSE":
        return []
    return list(enumerate(path.read_text(errors="replace").splitlines(), 1))
