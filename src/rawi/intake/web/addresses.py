"""Which IP addresses are of the public web, and what the others are.

The table is IANA's registries of special-purpose addresses, with what else leads back into a
network: addresses that wrap an IPv4 address (mapped, NAT64, 6to4, Teredo, ISATAP).  It is kept
here, since what Python's `ipaddress` calls global has changed from release to release.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_network

Address = IPv4Address | IPv6Address

_SPECIAL = tuple(
    (ip_network(network), what)
    for network, what in (
        ("0.0.0.0/8", "this network's own"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "private (of a carrier)"),
        ("127.0.0.0/8", "this machine's own"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "reserved for examples"),
        ("192.88.99.0/24", "a 6to4 relay's"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "reserved for measurements"),
        ("198.51.100.0/24", "reserved for examples"),
        ("203.0.113.0/24", "reserved for examples"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "this network's own"),
        ("::1/128", "this machine's own"),
        ("::ffff:0:0/96", "an IPv4 address in IPv6"),
        ("::/96", "an IPv4 address in IPv6"),
        ("64:ff9b::/96", "an IPv4 address behind NAT64"),
        ("64:ff9b:1::/48", "an IPv4 address behind NAT64"),
        ("2001::/32", "an IPv4 address behind Teredo"),
        ("2001::/23", "reserved"),
        ("2001:db8::/32", "reserved for examples"),
        ("2002::/16", "an IPv4 address behind 6to4"),
        ("2620:4f:8000::/48", "reserved"),
        ("3fff::/20", "reserved for examples"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "private"),
        ("ff00::/8", "multicast"),
    )
)
_PUBLIC_V6 = ip_network("2000::/3")
# The half of an address that ISATAP makes: of its local and of its global kind.
_ISATAP = (0x00005EFE, 0x02005EFE)


def why_forbidden(address: Address) -> str | None:
    """Return what an address is ("private", "link-local"), None where it is of the public web."""
    for network, what in _SPECIAL:
        if address.version == network.version and address in network:
            return what
    if isinstance(address, IPv6Address):
        if address not in _PUBLIC_V6:
            return "reserved"
        if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
            return "an IPv4 address behind ISATAP"
    # What the table may not know yet.
    return None if address.is_global and not address.is_multicast else "reserved"
