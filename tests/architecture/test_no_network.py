"""No test reaches beyond this machine, so none depends on what is out there."""

import socket

import pytest


def test_a_connection_elsewhere_is_refused():
    with (
        socket.socket() as door,
        pytest.raises(AssertionError, match="may not connect"),
    ):
        door.connect(("192.0.2.1", 80))


def test_a_connection_to_this_machine_is_let_through():
    with socket.socket() as server, socket.socket() as door:
        server.bind(("127.0.0.1", 0))
        server.listen()

        door.connect(server.getsockname())
