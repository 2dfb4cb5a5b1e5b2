"""What each layer leaves to another: the clock, the tables, the names of kinds."""

import ast
import re
from pathlib import Path

from tests.architecture.tree import PACKAGE, called, fault, nodes, package_files

CLOCK = {"now", "utcnow", "today", "localtime", "localdate", "time_ns"}
WRITES = {"objects", "save", "delete", "bulk_create", "_default_manager"}

INSIDE = {
    "models", "access", "queries", "actions", "effects", "duties", "jobs", "schemas",
    "apps", "sentences", "migrations", "__init__",
}  # fmt: skip
OUTSIDE = {"urls", "views", "forms", "sentences", "__init__"}
# A closed list stays closed only if every exception says why it is one.
EXCEPTIONS = {
    "foundation/keys/store.py": "the files keys are in, which are no tables",
    "foundation/journal/placing.py": "whose each row is, over every table",
    "foundation/journal/seals.py": "rows that lines seal, written and compared",
    "foundation/keys/ended.py": "what no backup brings back, written in no table",
    "foundation/keys/standing.py": "keys that stay, read by every role",
    "foundation/safeguards/naming.py": "how the sealed is found, read by every role",
    "foundation/backups/keys.py": "the paper key, and what a server keeps of it",
    "foundation/backups/stores.py": "where backups lie, the other way out",
    "foundation/backups/lists.py": "which backups there are, and whose each is",
    "foundation/backups/archives.py": "how a backup lies in its store",
    "foundation/backups/engines.py": "what is asked of a database as a whole",
    "foundation/backups/tables.py": "every row of every table, whatever it means",
    "foundation/nodes/columns.py": "what tables hold, more than one module tells",
    "foundation/institutions/charters.py": "the charter in force, read by every role",
    "foundation/institutions/effect.py": "what all effects are made of",
    "foundation/institutions/locking.py": "one writer at a time",
}
# What opens a way out of this machine, and who may, with what for.
WAYS_OUT = {
    "socket", "ssl", "http.client", "urllib.request", "ftplib", "smtplib", "imaplib",
    "poplib", "xmlrpc", "asyncio", "django.core.mail", "websockets", "paramiko",
    "requests", "httpx", "urllib3", "aiohttp", "obstore", "boto3", "distributed",
}  # fmt: skip
DOORS = {
    "foundation/people/jobs.py": "sends letters by the mail server of the operator",
    "foundation/backups/stores.py": "writes backups where the operator said",
    "interfaces/cli/assembly_addresses.py": "asks which addresses this machine has",
    "project/news.py": "answers the lines that pages open, and opens none",
    "interfaces/cli/count_dask.py": "has a file counted by the machines one names",
}
# Modules that serve every subject of the layer stand beside the subjects.
BESIDE_SUBJECTS = {
    "foundation": {
        "effects.py": "what a decision can set in motion, by name",
        "duties.py": "what is due, settled",
        "rows.py": "what every row of an institution has",
        "codes.py": "codes that open a door once",
        "prepared.py": "what every request asks, put into SQL once",
        "waiting.py": "which rows a duty waits for",
        "private_folders.py": "folders nobody else may look into",
        "text.py": "what people type, made safe",
        "language.py": "a sentence in the reader's language",
        "sentences.py": "what every subject says",
    },
    "capabilities": {},
}


def clock_readers(root: Path) -> list[str]:
    """Find who asks what time it is, other than the interfaces, once a request."""
    faults = []
    for path in package_files(root):
        if path.relative_to(root / PACKAGE).parts[0] == "interfaces":
            continue
        for node in nodes(path):
            if isinstance(node, ast.Call) and _asks_the_time(node):
                faults.append(fault(root, path, node.lineno, f"{called(node)} asked"))
    return faults


def _asks_the_time(call: ast.Call) -> bool:
    owner, _, name = called(call).rpartition(".")
    if name == "time" and owner == "time":
        return True
    # `localtime(at)` only changes the zone; without `at` it reads the clock.
    if name in {"localtime", "localdate"} and (call.args or call.keywords):
        return False
    return name in CLOCK or (name == "Now" and owner in {"", "functions"})


def ways_out(root: Path) -> list[str]:
    """Find who could ask another machine for something, but for the named doors."""
    return [
        fault(root, path, node.lineno, f"imports {name}, a way out of this machine")
        for path in package_files(root)
        if path.relative_to(root / PACKAGE).as_posix() not in DOORS
        for node in nodes(path)
        for name in _imported(node)
        if _leads_out(name)
    ]


def _leads_out(name: str) -> bool:
    return any(name == way or name.startswith(f"{way}.") for way in WAYS_OUT)


def idle_exceptions(root: Path) -> list[str]:
    """Find exceptions that are about no file, and doors that lead nowhere."""
    beside = [
        f"{layer}/{name}" for layer, names in BESIDE_SUBJECTS.items() for name in names
    ]
    listed = [*EXCEPTIONS, *DOORS, *beside]
    gone = [one for one in listed if not (root / PACKAGE / one).is_file()]
    return [f"{one}: an exception for no file" for one in gone] + [
        f"{door}: a door that leads nowhere"
        for door in DOORS
        if door not in gone
        and not any(
            _leads_out(name)
            for node in nodes(root / PACKAGE / door)
            for name in _imported(node)
        )
    ]


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [each.name for each in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        whole = [f"{node.module}.{each.name}" for each in node.names]
        leads_out = [one for one in whole if _leads_out(one)]
        return [node.module] if _leads_out(node.module) else leads_out
    return []


def table_touchers(root: Path) -> list[str]:
    """Find interfaces that reach past queries and actions to the tables."""
    return [
        fault(root, path, node.lineno, f"touches a table: .{node.attr}")
        for path in package_files(root, "interfaces")
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in WRITES
    ]


def stamped_by_the_database(root: Path) -> list[str]:
    """Find `auto_now`: a time nobody passed in, which no replay can repeat."""
    return [
        fault(root, path, node.value.lineno, f"{node.arg} reads the clock unasked")
        for path in package_files(root)
        for node in nodes(path)
        if isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"}
    ]


def hidden_writes(root: Path) -> list[str]:
    """Find signals and `save` or `delete` made over: deeds that no action shows."""
    faults = []
    for path in package_files(root):
        for node in nodes(path):
            if isinstance(node, ast.ImportFrom) and "signals" in (node.module or ""):
                faults.append(fault(root, path, node.lineno, "listens to signals"))
            if isinstance(node, ast.ClassDef):
                faults += [
                    fault(root, path, member.lineno, f"{node.name}.{member.name}")
                    for member in node.body
                    if isinstance(member, ast.FunctionDef)
                    and member.name in {"save", "delete"}
                ]
    return faults


def kinds_named(root: Path) -> list[str]:
    """Find the name of a kind in code: a kind is data, and code knows none."""
    stems = sorted(path.stem for path in (root / PACKAGE / "kinds").glob("*.toml"))
    if not stems:
        return []
    name = re.compile(r"\b(" + "|".join(map(re.escape, stems)) + r")\b", re.IGNORECASE)
    code = [
        path
        for ending in ("*.py", "*.html", "*.js", "*.css", "*.txt")
        for path in sorted((root / PACKAGE).rglob(ending))
        if path.relative_to(root / PACKAGE).parts[0] != "demo"
    ]
    return [
        fault(root, path, number, f"names the kind {found[0]}")
        for path in code
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if (found := name.search(line))
    ]


def short_named_kinds(root: Path) -> list[str]:
    """Find kinds named by one word, which ordinary code could say by chance."""
    return [
        fault(root, path, 1, "a kind is named by two words or more")
        for path in (root / PACKAGE / "kinds").glob("*.toml")
        if "_" not in path.stem
    ]


# Packages beside the subjects that serve all of them: Django's, and the pictures.
SHARED = {"templatetags", "charts"}


def stray_roles(root: Path) -> list[str]:
    """Find files that play no role of the closed list: no `utils`, no `helpers`."""
    return [
        *_strays(root, "foundation", INSIDE),
        *_strays(root, "capabilities", INSIDE),
        *_strays(root, "interfaces/web", OUTSIDE),
    ]


LAYERS = ("interfaces", "capabilities", "foundation", "rules")


def subjects_without_line(root: Path) -> list[str]:
    """Find folders of a layer that docs/architecture.md does not name."""
    told = (root / "docs" / "architecture.md").read_text()
    return [
        fault(
            root, path / "__init__.py", 1, f"docs/architecture.md lacks `{path.name}`"
        )
        for layer in LAYERS
        for path in sorted(_packages(root / PACKAGE / layer))
        if f"`{path.name}`" not in told
    ]


def _strays(root: Path, layer: str, roles: set[str]) -> list[str]:
    top = root / PACKAGE / layer
    faults = []
    for subject in sorted(_subjects(top)):
        for path in sorted([*subject.glob("*.py"), *_packages(subject)]):
            name = path.relative_to(root / PACKAGE).as_posix()
            if path.stem not in roles and name not in EXCEPTIONS:
                faults.append(fault(root, path, 1, f"{path.stem} is no role here"))
    for path in sorted(top.glob("*.py")):
        beside = BESIDE_SUBJECTS.get(layer)
        if beside is not None and path.name not in {*beside, "__init__.py"}:
            faults.append(fault(root, path, 1, f"{path.stem} belongs to no subject"))
    return faults


def _packages(folder: Path) -> list[Path]:
    return [path.parent for path in folder.glob("*/__init__.py")]


def _subjects(top: Path) -> list[Path]:
    # A folder of tags is Django's way to name what templates may call.
    return [path for path in _packages(top) if path.name not in SHARED]
