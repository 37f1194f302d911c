"""What of an address guesses are counted by."""

import pytest

from web.shell.visitor import network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("192.0.2.1:50123", "192.0.2.1"),
        (" 192.0.2.1 ", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2::1]:50123", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", "?"),
        ("unknown", "?"),
        ("_hidden:7", "?"),
        ("192.0.2.1.5", "?"),
    ],
)
def test_port_zone_and_the_last_64_bits_count_for_nothing(address: str, network: str) -> None:
    assert network_of(address) == network
