"""Whoever uses the program can have its source: the licence says so."""

import io
import subprocess
import tarfile
from pathlib import Path

import pytest

from commonweal.interfaces.web.node.views import source as view

ROOT = view.HERE.parent.parent
SECRETS = (
    *(".env", ".env.local", "deploy/.env", "deploy/node.env", "deploy/commonweal.env"),
    *("deploy/compose.override.yaml", "deploy/systemd/secrets.conf", "bin/token"),
    *("src/.env", "src/commonweal/.env.py", "src/commonweal/db.sqlite3"),
    *("src/commonweal/key.pem", "src/commonweal/.keys/key.py", "docs/.env"),
    *("docs/backup.dump", "docs/id_ed25519", "tests/.env", "var/db.sqlite3"),
)

pytestmark = pytest.mark.django_db


def test_the_source_is_there_to_take_and_holds_nothing_else(client):
    names = _names(_taken(client))

    assert "commonweal/LICENSE" in names
    assert "commonweal/src/commonweal/rules/recount.py" in names
    assert not any("__pycache__" in name or name.endswith(".mo") for name in names)


def test_it_is_packed_once_and_read_from_the_disk(client, monkeypatch, tmp_path):
    packed = []
    monkeypatch.setattr(view, "HERE", _a_copy(tmp_path))
    monkeypatch.setattr(
        view, "_packed", lambda here, once=view._packed: packed.append(1) or once(here)
    )

    first, second = client.get("/source.tar.gz"), client.get("/source.tar.gz")

    assert packed == [1]
    assert first.streaming
    assert first.getvalue() == second.getvalue()
    assert "commonweal.tar.gz" in first["Content-Disposition"]


def test_nobody_waits_or_packs_it_anew_while_somebody_packs(
    client, monkeypatch, tmp_path
):
    monkeypatch.setattr(view, "HERE", _a_copy(tmp_path))

    with view._PACKING:
        answer = client.get("/source.tar.gz")

    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert client.get("/source.tar.gz").status_code == 200


def test_no_password_key_or_database_beside_the_source_is_packed(
    client, monkeypatch, tmp_path
):
    for name in ("pyproject.toml", "src/commonweal/rules.py", *SECRETS):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("canary")
    (tmp_path / "src/link.py").symlink_to(tmp_path / ".env")
    monkeypatch.setattr(view, "HERE", tmp_path / "src" / "commonweal")

    names = _names(_taken(client))

    assert names == {"commonweal/pyproject.toml", "commonweal/src/commonweal/rules.py"}


def test_every_file_of_the_repository_is_packed(client):
    if not (ROOT / ".git").exists():
        pytest.skip("This copy has no history that says which files are ours.")
    listed = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    known = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True)

    names = _names(_taken(client))

    there = {one for one in known.stdout.split("\0") if one and (ROOT / one).exists()}
    assert {f"commonweal/{one}" for one in there} - names == set()


def test_a_container_is_built_without_what_the_node_is_told():
    ignored = (ROOT / ".dockerignore").read_text().split()

    assert {"**/.env*", "**/*.env", "**/*.sqlite3*", "**/*.pem"} <= set(ignored)


def test_every_page_leads_to_it(client):
    assert b"/source.tar.gz" in client.get("/").content


def _names(packed):
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        return set(archive.getnames())


def _taken(client) -> bytes:
    """Take the source."""
    return client.get("/source.tar.gz").getvalue()


def _a_copy(folder: Path) -> Path:
    """Give where the package of a small copy lies."""
    package = folder / "src" / "commonweal"
    package.mkdir(parents=True)
    (folder / "pyproject.toml").write_text("")
    return package
