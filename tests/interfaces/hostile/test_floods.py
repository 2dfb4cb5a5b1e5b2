"""Too much at once: large files, packed files, forms without end, nests without floor.

What is sent packed is never unpacked, so that a small thing cannot become a large one;
what is larger than any form of ours is not read.
"""

import ast
import gzip
import io
import json
import zipfile
from pathlib import Path
from time import process_time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from fido2.utils import websafe_encode

import commonweal
from commonweal.foundation.people import actions as people
from commonweal.interfaces.web.refusals import MOST_SENT
from tests.builders import a_person, an_institution, day, founder_of
from tests.clock import stopped
from tests.foundation.people.keyring import Keyring
from tests.interfaces.api.conftest import Program, program_of
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db

SOURCE = Path(commonweal.__file__).parent
# What unpacks. Our own backups are sealed and signed by this node before they are.
UNPACKERS = {"bz2", "gzip", "lzma", "tarfile", "zipfile", "zlib"}
MAY_UNPACK = {
    "foundation/backups/archives.py": "pieces this node has sealed and signed",
    "interfaces/web/node/views/source.py": "packs the source, unpacks nothing",
    "rules/secrecy/carried.py": "what a laptop signed, no more than it may be",
    "interfaces/web/people/views/mine.py": "packs a download, unpacks nothing",
}
DEEP = 100_000
NESTS = ["[" * DEEP, '{"a":' * DEEP, "[" * DEEP + "]" * DEEP]
LIST = {"origin": "a sheet", "ground": "consent", "gathered_on": "2026-01-04"}


def _closed(depth: int) -> str:
    return "[" * depth + "]" * depth


@pytest.fixture
def union(monkeypatch):
    stopped(monkeypatch, day(1))
    return an_institution()


def bring(union, file: bytes, name: str = "list.csv"):
    """Send a file as a members' list."""
    upload = SimpleUploadedFile(name, file)
    where = f"/i/{union.address}/bring/members/"
    return browser_of(founder_of(union)).post(where, {**LIST, "file": upload})


def a_bomb() -> bytes:
    """Pack a hundred million letters into a hundred thousand."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"a" * 100_000_000)
    return packed.getvalue()


def test_only_named_modules_can_pack_or_unpack():
    found = {
        str(file.relative_to(SOURCE))
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if UNPACKERS & _imported(node)
    }

    assert found == set(MAY_UNPACK)


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list.zip", "../list.csv"])
def test_a_packed_file_is_read_as_the_letters_it_is_made_of(union, name):
    begun = process_time()

    answer = bring(union, a_bomb(), name)

    assert answer.status_code == 422
    assert process_time() - begun < 10


@pytest.mark.parametrize(
    "file", [b"name\n" + b"," * 499_000, b'"' * 499_000, b"name\n" + b"A\n" * 240_000]
)
def test_a_file_made_to_be_slow_is_refused_in_a_moment(union, file):
    begun = process_time()

    answer = bring(union, file)

    # A list with nobody on it is shown back; the others are refused.
    assert answer.status_code in {200, 422}
    assert process_time() - begun < 5


def test_a_file_larger_than_any_list_is_refused(union):
    assert bring(union, b"name\n" + b"A" * 600_000).status_code == 422
    assert bring(union, b"name\n" + b"A" * MOST_SENT).status_code == 413


def test_a_form_of_more_fields_than_any_of_ours_is_refused(client):
    many = "&".join(f"f{n}=1" for n in range(3_000))

    answer = client.post(
        "/sign-in/", many, content_type="application/x-www-form-urlencoded"
    )

    assert answer.status_code == 400


def test_what_is_sent_packed_is_not_unpacked(union):
    program = program_of(founder_of(union))
    packed = gzip.compress(json.dumps({"title": "a" * 50_000_000}).encode())
    begun = process_time()

    answer = program.client.post(
        f"/api/institutions/{union.address}/proposals",
        packed,
        content_type="application/json",
        headers={
            "authorization": f"Bearer {program.code}",
            "content-encoding": "gzip",
        },
    )

    assert answer.status_code in {400, 415, 422}
    assert process_time() - begun < 5


@pytest.mark.parametrize("nest", [*NESTS, *(_closed(n) for n in (900, 2_000, 9_000))])
def test_a_nest_without_a_floor_is_refused_by_programs_door(union, nest):
    program = program_of(founder_of(union))

    answer = program.client.post(
        f"/api/institutions/{union.address}/proposals",
        nest,
        content_type="application/json",
        headers={"authorization": f"Bearer {program.code}"},
    )

    assert answer.status_code in {400, 422}


@pytest.mark.parametrize("nest", [*NESTS, *(_closed(n) for n in (900, 5_000, 20_000))])
def test_a_nest_without_a_floor_is_no_passkey(nest):
    stranger, asha = Client(), browser_of(a_person("Asha"))
    stranger.get("/sign-in/passkey/ask.json")
    asha.get("/me/passkeys/offer.json")

    shown = stranger.post("/sign-in/passkey/", {"answer": nest})
    made = asha.post("/me/passkeys/", {"answer": nest, "name": "phone"})

    assert shown.status_code in {409, 422}
    assert made.status_code in {409, 422}


@pytest.mark.parametrize("part", ["clientDataJSON", "attestationObject", "signature"])
@pytest.mark.parametrize("nest", [b"\x81" * 5_000, b"[" * DEEP, b"\xa1" * 5_000, b""])
def test_a_nest_inside_a_passkey_is_refused_in_words(part, nest):
    asha, ring = a_person("Asha"), Keyring()
    asked, state = people.offer_passkey(asha, called="Asha")
    people.keep_passkey(
        asha, answer=ring.made(asked), state=state, name="my phone", at=day(1)
    )
    mine, stranger = browser_of(asha), Client()
    offered = mine.get("/me/passkeys/offer.json").json()
    wanted = stranger.get("/sign-in/passkey/ask.json").json()

    made, shown = Keyring().made(offered), ring.signed(wanted)
    for one in (made, shown):
        one["response"][part] = websafe_encode(nest)

    kept = mine.post("/me/passkeys/", {"answer": json.dumps(made), "name": "phone"})
    entered = stranger.post("/sign-in/passkey/", {"answer": json.dumps(shown)})

    assert kept.status_code in {302, 409}
    assert entered.status_code in {302, 409}


def test_a_program_that_asks_for_more_than_there_is_gets_what_there_is(union):
    here = f"/institutions/{union.address}"

    for limit in ("-1", "0", "1e9", "9" * 5_000, "99999999999999999999"):
        for path in ("/members", "/journal", "/proposals"):
            answer = program_of(founder_of(union)).get(f"{here}{path}?limit={limit}")
            assert answer.status_code in {200, 400, 422}, (path, limit)
    assert Program().get(f"{here}?after=" + "a" * 5_000).status_code < 500


def _imported(node: ast.AST) -> set[str]:
    match node:
        case ast.Import(names=names):
            return {one.name.partition(".")[0] for one in names}
        case ast.ImportFrom(module=str(module)):
            return {module.partition(".")[0]}
        case _:
            return set()
