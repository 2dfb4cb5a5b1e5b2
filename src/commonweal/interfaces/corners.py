"""Which addresses of the network belong together."""

from ipaddress import IPv4Address, IPv6Network, ip_address


def corner(address: str) -> str:
    """Give the part of an address that one household has, however many it hands out.

    A line of the newer sort carries 2^64 addresses, each of which would be a new try.
    """
    try:
        there = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(there, IPv4Address):
        return str(there)
    if there.ipv4_mapped is not None:
        return str(there.ipv4_mapped)
    return str(IPv6Network((there.packed[:8] + bytes(8), 64)))
