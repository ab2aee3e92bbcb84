"""Measure serving: `python -m tests.benchmarks.serving [SERVER…]` prints requests a second, and the ratio to nginx.

The calendar has 1,000 events and is asked for warm, whole and with its tag, by wrk; nginx serves the same bytes from a
file in the same run. Servers: granian, gunicorn, waitress (those installed), and `serve`, our own.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import Request, urlopen

from calendar_app.publishing.pieces import renderers
from calendar_app.store import Store
from tests.benchmarks.feeds import fill, made_up
from tests.events import NOW, page

if TYPE_CHECKING:
    from collections.abc import Iterator

PORT = 8911
URL = f"http://127.0.0.1:{PORT}/calendar.ics"
SECONDS = 4
SERVERS = {
    "granian": f"granian --interface wsgi --factory --workers 2 --no-access-log --port {PORT} calendar_app:create_app",
    "gunicorn": f"gunicorn --workers 2 --threads 4 --bind 127.0.0.1:{PORT} calendar_app:create_app()",
    "waitress": f"waitress-serve --threads 8 --listen 127.0.0.1:{PORT} --call calendar_app:create_app",
    "serve": f"calendar-app serve --port {PORT}",
}
# Without sendfile, which is four times slower on some file systems: the ratio is to the faster nginx.
NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 2;
events {{ worker_connections 256; }}
http {{
    access_log off; client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder}; keepalive_requests 1000000;
    sendfile off; output_buffers 2 512k; open_file_cache max=10;
    types {{ text/calendar ics; }}
    server {{ listen 127.0.0.1:{port}; root {folder}/site; }}
}}
"""


@contextmanager
def running(command: list[str], folder: Path) -> Iterator[None]:
    """Run a server until the block ends."""
    environment = os.environ | {
        "CALENDAR_APP_DATABASE": f"sqlite:///{folder / 'calendar.sqlite3'}",
        "CALENDAR_APP_RATE_LIMIT": "",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait()
            yield
        finally:
            server.terminate()
            server.wait()


def _wait() -> None:
    for _ in range(200):
        try:
            with urlopen(URL) as answered:
                answered.read()
        except (URLError, ConnectionError):
            sleep(0.05)
        else:
            return
    raise TimeoutError(URL)


def requests_a_second(tag: str | None = None) -> float:
    """Ask as fast as wrk can."""
    condition = ["-H", f"If-None-Match: {tag}"] if tag else []
    command = ["wrk", "-t", "1", "-c", "8", "-d", f"{SECONDS}s", *condition, URL]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"Requests/sec:\s*(?P<rate>[\d.]+)", shown)
    return float(found["rate"]) if found else 0.0


def measured() -> tuple[float, float]:
    """Give the rates of whole answers and of 304s."""
    for _ in range(20):  # each worker has been asked before
        _wait()
    with urlopen(Request(URL)) as answered:
        tag = answered.headers["ETag"]
    return requests_a_second(), requests_a_second(tag)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        url = f"sqlite:///{folder / 'calendar.sqlite3'}"
        with Store.open(url, renderers("http://127.0.0.1:8000")) as store:
            store.ingest(page(), NOW)
        fill(url, made_up(1_000))
        rates: dict[str, tuple[float, float]] = {}
        wanted = sys.argv[1:] or [each for each in SERVERS if shutil.which(SERVERS[each].split()[0])]
        for server in wanted:
            with running(SERVERS[server].split(), folder):
                rates[server] = measured()
                with urlopen(URL) as answered:
                    (folder / "site").mkdir(exist_ok=True)
                    (folder / "site" / "calendar.ics").write_bytes(answered.read())
        config = folder / "nginx.conf"
        config.write_text(NGINX.format(folder=folder, port=PORT))
        with running(["nginx", "-c", str(config)], folder):
            whole, unchanged = measured()
        size = (folder / "site" / "calendar.ics").stat().st_size
    print(f"{size:,} bytes; nginx: {whole:,.0f} whole, {unchanged:,.0f} unchanged a second")
    for server, (full, not_modified) in rates.items():
        ratios = f"ratio {full / whole:.2f} and {not_modified / unchanged:.2f}"
        print(f"{server:9} {full:9,.0f} whole, {not_modified:9,.0f} unchanged a second: {ratios}")


if __name__ == "__main__":
    main()
