"""Whoever uses the program can have its source: the licence says so."""

import io
import tarfile

import pytest

pytestmark = pytest.mark.django_db


def test_the_source_is_there_to_take_and_holds_nothing_else(client):
    answer = client.get("/source.tar.gz")

    with tarfile.open(fileobj=io.BytesIO(answer.content)) as archive:
        names = archive.getnames()
    assert "commonweal/LICENSE" in names
    assert "commonweal/src/commonweal/rules/recount.py" in names
    assert not any("__pycache__" in name or name.endswith(".mo") for name in names)


def test_every_page_leads_to_it(client):
    assert b"/source.tar.gz" in client.get("/").content
