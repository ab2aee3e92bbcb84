"""A document behind a URL, read only when somebody asks for it: http and https, public addresses, bounded, polite.

The name is resolved once, every address it may have is checked, and the connection goes to the very address that was
checked: a name that changes its mind between the two finds nobody. Each redirect is checked like the first address.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from calendar_app import __version__
from calendar_app.config import Settings
from calendar_app.model import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

AGENT = f"calendar-app/{__version__} (reads one page at a person's request)"
MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
CONNECT_SECONDS = 10
PIECE = 65_536


class Target(NamedTuple):
    """Where to connect: the URL's parts and an address that was checked."""

    scheme: str
    host: str
    port: int
    path: str
    address: str


def fetch(url: str, settings: Settings | None = None) -> bytes:
    """Get a document; InputError naming the URL when it may not or cannot be read."""
    settings = settings or Settings()
    deadline = time.monotonic() + settings.max_seconds
    here = url
    for _ in range(MOST_REDIRECTS + 1):
        target = _target(here, url, private=bool(settings.private_hosts))
        try:
            status, location, body = _get(target, url, settings.max_bytes, deadline)
        except TimeoutError:
            raise InputError(url, "did not answer in time") from None
        except (OSError, http.client.HTTPException) as error:
            raise InputError(url, f"cannot be reached ({error})") from None
        if location is None:
            if status != http.client.OK:
                raise InputError(url, f"was answered with {status} {http.client.responses.get(status, '')}".rstrip())
            return body
        here = urljoin(here, location)
    raise InputError(url, f"leads on more than {MOST_REDIRECTS} times")


def is_url(text: str) -> bool:
    """Tell whether what somebody named is an address to fetch."""
    return text.lower().startswith(("http://", "https://"))


def _target(url: str, asked: str, *, private: bool) -> Target:
    """Check a URL and find the address to connect to."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise InputError(asked, f"is no URL ({error})") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InputError(asked, "is not read: only http and https are")
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise InputError(asked, f"names a host that is not known, {parts.hostname}") from None
    addresses = [str(each[4][0]) for each in found]
    if not private and not all(_is_public(address) for address in addresses):
        raise InputError(asked, f"is not read: {parts.hostname} is a private address")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
    return Target(parts.scheme, parts.hostname, port, path + query, addresses[0])


def _is_public(address: str) -> bool:
    """Tell whether an address belongs to the public network, also inside IPv6's ways of writing IPv4."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if inner is not None:
            return inner.is_global
    return parsed.is_global and not parsed.is_multicast


def _get(target: Target, asked: str, most: int, deadline: float) -> tuple[int, str | None, bytes]:
    """Ask once; answer the status, where it leads on to, and the document."""
    connection = _connection(target, deadline)
    try:
        default = 443 if target.scheme == "https" else 80
        host = f"[{target.host}]" if ":" in target.host else target.host
        connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", host if target.port == default else f"{host}:{target.port}")
        connection.putheader("User-Agent", AGENT)
        connection.putheader("Accept", "text/html, application/xml, text/plain, application/pdf, */*;q=0.5")
        connection.putheader("Accept-Encoding", "identity")
        connection.putheader("Connection", "close")
        connection.endheaders()
        with connection.getresponse() as response:
            location = response.getheader("Location") if response.status in REDIRECTS else None
            body = b"" if location else b"".join(_pieces(response, asked, most, deadline))
            return response.status, location, body
    finally:
        connection.close()


def _connection(target: Target, deadline: float) -> http.client.HTTPConnection:
    """Connect to the address that was checked, under the name that was asked for."""
    seconds = min(CONNECT_SECONDS, max(0.1, deadline - time.monotonic()))
    plain = socket.create_connection((target.address, target.port), timeout=seconds)
    connection = http.client.HTTPConnection(target.host, target.port, timeout=seconds)
    if target.scheme == "https":
        try:
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=target.host)
        except BaseException:
            plain.close()
            raise
    else:
        connection.sock = plain
    return connection


def _pieces(response: http.client.HTTPResponse, asked: str, most: int, deadline: float) -> Iterator[bytes]:
    size = 0
    while piece := response.read1(PIECE):
        size += len(piece)
        if size > most:
            raise InputError(asked, f"is longer than {most:,} bytes")
        if time.monotonic() > deadline:
            raise TimeoutError
        yield piece
