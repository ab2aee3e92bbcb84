"""`calendar-app serve`: the agenda and the feeds, by HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from calendar_app import create_app
from calendar_app.cli.ingest import open_store
from calendar_app.config import Settings, default_database
from calendar_app.model import InputError

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Serve the database until interrupted."""
    database = options.database or Settings.from_environment().database or default_database()
    open_store(database).close()  # makes it where needed, so that a wrong address fails here
    return serve(database, options.host, options.port)


def serve(database: str, host: str, port: int) -> int:
    """Serve a database; a port that is taken raises InputError."""
    from werkzeug.serving import make_server

    here = f"http://{host}:{port}"
    told = Settings.from_environment()
    base_url = here if told.base_url == Settings().base_url else told.base_url  # what stands before us may be set
    settings = replace(told, database=database, base_url=base_url)
    try:
        server = make_server(host, port, create_app(settings), threaded=True)
    except (OSError, SystemExit) as problem:
        raise InputError(f"{host}:{port}", f"cannot be listened on ({problem}); choose another --port") from problem
    print(f"The agenda is at {here}/ and the feed at {here}/calendar.ics (Ctrl-C ends)", flush=True)
    with server:
        server.serve_forever()
    return 0
