"""Fetching: only http and https, only public addresses unless allowed, bounded, polite."""

from __future__ import annotations

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from calendar_app import __version__
from calendar_app.config import Settings
from calendar_app.model import InputError, Page
from calendar_app.reading import read
from calendar_app.reading.fetch import fetch, is_url

if TYPE_CHECKING:
    from collections.abc import Iterator

ALLOWED = Settings(private_hosts=1, max_bytes=100_000, max_seconds=5)
PAGE = "京郊晚报 2024年5月20日 星期一\n\n书市开张\n\n本报讯（记者 林晓）昨天，书市开张。\n".encode("gb18030")
AGENTS: list[str | None] = []


class Paper(BaseHTTPRequestHandler):
    """A newspaper's site with a few bad habits."""

    def do_GET(self) -> None:
        AGENTS.append(self.headers["User-Agent"])
        if self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to?"))
            self.end_headers()
        elif self.path == "/missing":
            self.send_error(404)
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(40):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"x" * 200_000 if self.path == "/large" else PAGE)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  the base class names it
        del format, arguments


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Paper)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_fetch(site: str) -> None:
    AGENTS.clear()
    assert fetch(f"{site}/a.txt", ALLOWED) == PAGE
    assert [f"calendar-app/{__version__} (reads one page at a person's request)"] == AGENTS


def test_fetch_follows(site: str) -> None:
    assert fetch(f"{site}/to?/a.txt", ALLOWED) == PAGE
    assert fetch(f"{site}/to?{site}/a.txt", ALLOWED) == PAGE


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/missing", "was answered with 404 Not Found"),
        ("/large", "is longer than 100,000 bytes"),
        ("/to?/to?/to?/to?/to?/to?/to?/a.txt", "leads on more than 5 times"),
        ("/to?file:///etc/passwd", "is not read: only http and https are"),
        ("/to?gopher://127.0.0.1/", "is not read: only http and https are"),
    ],
)
def test_fetch_refuses(site: str, path: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        fetch(site + path, ALLOWED)
    assert str(caught.value) == f"{site}{path}: {message}"


def test_fetch_slow(site: str) -> None:
    with pytest.raises(InputError, match="did not answer in time"):
        fetch(f"{site}/slow", Settings(private_hosts=1, max_seconds=1))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:8000/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://224.0.0.1/",
    ],
)
def test_fetch_private_address(url: str) -> None:
    with pytest.raises(InputError, match=r"is not read: .* is a private address"):
        fetch(url)


def test_fetch_redirect_to_private_address(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first address is said to be public; what it leads on to is not."""
    real = socket.getaddrinfo
    port = int(site.rpartition(":")[2])

    def resolve(host: str, *arguments: object, **options: object) -> object:
        if host == "paper.example":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", port))]
        return real(host, *arguments, **options)  # type: ignore[arg-type]  # passed on as they came

    def connect(_address: object, timeout: float) -> socket.socket:
        return real_connect(("127.0.0.1", port), timeout=timeout)

    real_connect = socket.create_connection
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert fetch("http://paper.example/a.txt") == PAGE
    with pytest.raises(InputError, match=r"127\.0\.0\.1 is a private address"):
        fetch(f"http://paper.example/to?{site}/a.txt")


@pytest.mark.parametrize("url", ["ftp://e.example/", "file:///etc/passwd", "http:///x", "http://[::1", "http://a:b/"])
def test_fetch_no_such_url(url: str) -> None:
    with pytest.raises(InputError, match=r"is (not read: only http and https are|no URL)"):
        fetch(url)


def test_fetch_unknown_host() -> None:
    with pytest.raises(InputError, match="names a host that is not known"):
        fetch("http://no-such-host.invalid/")


def test_read_url(site: str) -> None:
    (page,) = read(f"{site}/2024-05-21/a.txt", settings=ALLOWED)
    assert isinstance(page, Page)
    assert (page.url, str(page.issued), page.issued_from) == (f"{site}/2024-05-21/a.txt", "2024-05-20", "masthead")
    assert [str(each) for each in read("http://127.0.0.1/")] == [
        "http://127.0.0.1/: is not read: 127.0.0.1 is a private address"
    ]


def test_is_url() -> None:
    assert [is_url(text) for text in ("http://a", "HTTPS://a", "a.txt", "file:///a")] == [True, True, False, False]
