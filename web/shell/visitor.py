"""Where a request comes from, as far as guesses are counted by it."""

from ipaddress import IPv6Address, ip_address, ip_network

from flask import request

_UNREADABLE = "?"  # all that cannot be read share one count
_HOME = 64  # bits: what one customer is given, and can walk through address by address


def network() -> str:
    """The network of this request's visitor."""
    return network_of(request.remote_addr or "")


def network_of(address: str) -> str:
    """``192.0.2.1`` as it is, of IPv6 the first 64 bits; a port or a zone counts for nothing.

    Some proxies write ``192.0.2.1:50123`` into X-Forwarded-For, another port each time.
    """
    bare = address.strip()
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        found = ip_address(bare.partition("%")[0])
    except ValueError:
        return _UNREADABLE
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or ip_network((found, _HOME), strict=False))
