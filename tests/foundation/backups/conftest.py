"""A folder for backups, a store that speaks S3 on this machine, and keys."""

from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from commonweal.foundation.backups import keys
from commonweal.foundation.backups.stores import Bucket, Folder, Store

ACCESS = {"key_id": "testing", "secret": "testing", "region": "us-east-1"}


@pytest.fixture(scope="session")
def s3_on_this_machine() -> Iterator[str]:
    """Serve what looks like S3 on a port of 127.0.0.1, and give its address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(s3_on_this_machine: str, request: pytest.FixtureRequest) -> Bucket:
    """Give an empty bucket."""
    name = f"b{abs(hash(request.node.nodeid))}"
    client = boto3.client(
        "s3",
        endpoint_url=s3_on_this_machine,
        region_name="us-east-1",
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
    )
    client.create_bucket(Bucket=name)
    return Bucket(name, "of/our/node", ACCESS | {"endpoint": s3_on_this_machine})


@pytest.fixture(params=["folder", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """Give an empty place for backups, of either sort in turn."""
    if request.param == "folder":
        return Folder(tmp_path / "backups")
    found: Bucket = request.getfixturevalue("bucket")
    return found


@pytest.fixture
def paper() -> keys.PaperKey:
    """Give a paper key."""
    return keys.new_paper_key()
