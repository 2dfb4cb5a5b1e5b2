"""What stands in deploy/ is well formed, closes what it can, and says what we mean."""

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from commonweal.interfaces.cli.table import COMMANDS
from tests.machine import ROOT

DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
SERVICES = [path for path in UNITS if path.suffix == ".service"]
CLOSED = {
    "UMask": "0077",
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "CapabilityBoundingSet": "",
    "SystemCallFilter": "@system-service",
    "StateDirectoryMode": "0700",
    "User": "commonweal",
}
COMMAND = re.compile(r"commonweal\.interfaces\.cli\.main\W+(\w[\w-]*)")
VARIABLE = re.compile(r"\bCOMMONWEAL_[A-Z_]+\b")
OF_COMPOSE = {"COMMONWEAL_HOST", "COMMONWEAL_DB_PASSWORD"}


def unit(path: Path) -> configparser.ConfigParser:
    """Read a unit as systemd does, as far as ours go."""
    read = configparser.ConfigParser(interpolation=None, strict=True)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(path)
    return read


def compose() -> dict[str, dict[str, dict[str, object]]]:
    """Read the compose file."""
    told: dict[str, dict[str, dict[str, object]]] = yaml.safe_load(
        (DEPLOY / "compose.yaml").read_text()
    )
    return told


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_every_service_is_closed_as_far_as_it_can_be(path: Path) -> None:
    service = unit(path)["Service"]

    assert {name: service.get(name) for name in CLOSED} == CLOSED


def test_the_pages_have_no_way_out() -> None:
    web = unit(DEPLOY / "systemd" / "commonweal-web.service")["Service"]

    assert (web["IPAddressDeny"], web["IPAddressAllow"]) == ("any", "localhost")
    assert "--bind 127.0.0.1:" in web["ExecStart"]


def test_every_timer_has_its_service() -> None:
    timers = [path for path in UNITS if path.suffix == ".timer"]

    assert timers
    assert all(path.with_suffix(".service") in SERVICES for path in timers)


def test_every_command_is_one_of_ours() -> None:
    texts = [path.read_text() for path in DEPLOY.rglob("*") if path.is_file()]

    named = {word for text in texts for word in COMMAND.findall(text)}

    assert {"work", "backup", "upgrade"} <= named <= set(COMMANDS)


def test_every_variable_is_one_the_program_reads() -> None:
    read = "".join(
        path.read_text() for path in (ROOT / "src" / "commonweal" / "project").glob("*")
        if path.suffix == ".py"
    )  # fmt: skip
    told = {
        name
        for path in DEPLOY.rglob("*")
        if path.is_file()
        for name in VARIABLE.findall(path.read_text())
    }

    assert told - OF_COMPOSE <= set(VARIABLE.findall(read))


@pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here"
)
def test_systemd_finds_nothing_wrong(tmp_path: Path) -> None:
    for path in UNITS:
        # The programs are looked for where they are on this machine.
        text = path.read_text().replace("/opt/commonweal", str(ROOT))
        (tmp_path / path.name).write_text(text)

    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *map(str, tmp_path.iterdir())],
        env=os.environ | {"SYSTEMD_LOG_COLOR": "0"},
        capture_output=True,
        text=True,
        check=False,
    )

    ours = [line for line in said.stderr.splitlines() if "commonweal-" in line]
    assert ours == []


def test_no_container_may_do_more_than_it_must() -> None:
    services = compose()["services"]
    ours = [one for one in services.values() if one.get("image") == "commonweal"]

    assert len(ours) == 4
    for one in ours:
        assert one["read_only"] is True
        assert one["cap_drop"] == ["ALL"]
    # Only the proxy can be reached from outside.
    assert [name for name, one in services.items() if "ports" in one] == ["proxy"]


def test_no_password_is_written_down() -> None:
    text = (DEPLOY / "compose.yaml").read_text()

    assert re.findall(r"PASSWORD: (.*)", text) == ['"${COMMONWEAL_DB_PASSWORD}"']


def test_the_container_is_not_run_by_root_and_copies_what_is_there() -> None:
    text = (DEPLOY / "Containerfile").read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and line[0] not in "# "]
    words = [line.split() for line in lines]

    assert {one[0] for one in words} <= {
        "FROM", "RUN", "WORKDIR", "COPY", "USER", "ENV", "VOLUME", "EXPOSE",
        "ENTRYPOINT", "CMD",
    }  # fmt: skip
    assert [one[1] for one in words if one[0] == "USER"] == ["commonweal"]
    sources = [name for one in words if one[0] == "COPY" for name in one[1:-1]]
    assert all((ROOT / name).exists() for name in sources)
    assert ".git" in (ROOT / ".dockerignore").read_text().split()


def engine() -> str | None:
    """Find a container engine that is running, or None."""
    for name in ("podman", "docker"):
        if (
            shutil.which(name)
            and not subprocess.run(
                [name, "info"], capture_output=True, check=False
            ).returncode
        ):
            return name
    return None


@pytest.mark.long
def test_the_container_starts_and_answers() -> None:
    program = engine()
    if program is None:
        pytest.skip("no container engine is running here")
    build = [program, "build", "-f", "deploy/Containerfile", "-t", "commonweal-test"]
    subprocess.run([*build, "."], cwd=ROOT, check=True)

    said = subprocess.run(
        [program, "run", "--rm", "commonweal-test", "commonweal.interfaces.cli.main",
         "upgrade"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert said.returncode == 0, said.stderr
