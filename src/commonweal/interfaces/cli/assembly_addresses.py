"""By which addresses phones reach this laptop; nothing is sent to find out.

Source: netdevice(7): SIOCGIFADDR, one interface after another.
"""

import fcntl
import socket
import struct
from contextlib import closing
from ipaddress import ip_address

SIOCGIFADDR = 0x8915
NAME_BYTES = 15


def of_this_machine() -> list[str]:
    """List the addresses of this machine, those of a Wi-Fi of its own first."""
    found = [one for _, name in socket.if_nameindex() if (one := _address(name))]
    there = [one for one in found if not ip_address(one).is_loopback]
    return sorted(there, key=lambda one: (not ip_address(one).is_private, one))


def _address(interface: str) -> str:
    """Give the address of one interface; nothing where it has none."""
    asked = struct.pack("256s", interface.encode()[:NAME_BYTES])
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as door:
        try:
            answer = fcntl.ioctl(door.fileno(), SIOCGIFADDR, asked)
        except OSError:
            return ""
    return socket.inet_ntoa(answer[20:24])
