"""Which addresses of the network are private: not reachable from everywhere, or reserved."""

import ipaddress
from ipaddress import IPv4Address, IPv6Address

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 inside IPv6, for networks that translate: https://www.rfc-editor.org/rfc/rfc6052"""


def is_private(text: str) -> bool:
    """Whether this address (of IPv4 or IPv6) is private, loopback, link-local, multicast or reserved; also one that wraps such."""
    address = ipaddress.ip_address(text.partition("%")[0])
    return any(not one.is_global or one.is_multicast for one in _meant(address))


def _meant(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The address, or the ones that it stands for."""
    if isinstance(address, IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    wrapped: list[IPv4Address | IPv6Address] = [address]
    if address in _TRANSLATED:
        wrapped.append(IPv4Address(int(address) & 0xFFFFFFFF))
    if address.sixtofour:
        wrapped.append(address.sixtofour)
    if address.teredo:
        wrapped += address.teredo
    return wrapped
