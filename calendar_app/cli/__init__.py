"""The command `calendar-app`: what it is asked, and which room answers.

Each command is a module here with `run(options) -> int` (the exit status); it is imported only when it is asked for,
so that a short question is answered in a fraction of a second.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

from calendar_app.model import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WRONG_USE = 2
FAILED = 1


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line that says what to do."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, 1 when some input could not be read, 2 for wrong use."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # not where somebody has put another stream in its place
            stream.reconfigure(encoding="utf-8", errors="replace")
    run: Callable[[argparse.Namespace], int] = import_module(f"calendar_app.cli.{options.command}").run
    try:
        return run(options)
    except InputError as problem:
        print(f"calendar-app: {problem}", file=sys.stderr)
        return FAILED
    except ValueError as problem:  # a setting or an option of the wrong form
        print(f"calendar-app {options.command}: {problem}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="calendar-app", description="Chinese newspaper pages in, calendar feeds out.")
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    _add_extract(commands)
    _add_ingest(commands)
    _add_mentions(commands)
    _add_explain(commands)
    _add_serving(commands)
    return parser


def _version() -> str:
    from calendar_app import __version__

    return f"calendar-app {__version__}"


Commands = argparse._SubParsersAction  # noqa: SLF001  argparse gives its type no public name


def _add_extract(commands: Commands[_Parser]) -> None:
    extract = commands.add_parser("extract", help="read pages and print their events")
    extract.add_argument(
        "pages", nargs="*", metavar="PAGE", help="files, folders or addresses; with --jsonl one file, or standard input"
    )
    _add_page_options(extract)
    form = extract.add_mutually_exclusive_group()
    form.add_argument("--jsonl", action="store_true", help="one JSON document a line in, one a line out, in order")
    form.add_argument("--json", action="store_true", help="one JSON document a page")
    form.add_argument("--ics", action="store_true", help="one calendar of all events")
    form.add_argument("--table", action="store_true", help="a table for people (the default)")
    extract.add_argument(
        "--workers", type=_positive, default=1, metavar="N", help="processes, with --jsonl (default 1)"
    )


def _add_ingest(commands: Commands[_Parser]) -> None:
    ingest = commands.add_parser("ingest", help="read pages into the database")
    ingest.add_argument("pages", nargs="+", metavar="PAGE", help="files, folders or .jsonl archives")
    ingest.add_argument(
        "--yes", action="store_true", help="go on though more than a fifth of the coming events would be lost"
    )
    _add_page_options(ingest)
    _add_database(ingest)


def _add_mentions(commands: Commands[_Parser]) -> None:
    times = commands.add_parser("times", help="find and normalise the times of a text")
    times.add_argument("text", nargs="?", help="the text; standard input when it is left out")
    times.add_argument("--on", metavar="DATE", help="the day (or instant) that relative words lean on")
    times.add_argument("--jsonl", action="store_true", help='lines of {"id","text","on"}')
    places = commands.add_parser("places", help="find the places of a text and the district it tells of")
    places.add_argument("text", nargs="?", help="the text; standard input when it is left out")
    places.add_argument("--home", metavar="ADCODE", help="the city or district of the publication")
    places.add_argument("--gazetteer", metavar="FILE", help="venues of your own (CSV); they win over ours")
    places.add_argument("--jsonl", action="store_true", help='lines of {"id","text","home"}')


def _add_explain(commands: Commands[_Parser]) -> None:
    explain = commands.add_parser("explain", help="tell how every event of a page was read")
    explain.add_argument("pages", nargs="+", metavar="PAGE")
    _add_page_options(explain)


def _add_serving(commands: Commands[_Parser]) -> None:
    serve = commands.add_parser("serve", help="serve agenda and feeds")
    _add_address(serve)
    _add_database(serve)
    demo = commands.add_parser("demo", help="load the sample pages and serve them")
    _add_address(demo)
    publish = commands.add_parser("publish", help="write every feed and page as static files")
    publish.add_argument("folder", metavar="FOLDER")
    publish.add_argument("--base-url", metavar="URL", help="the address under which the files will be reached")
    _add_database(publish)
    check = commands.add_parser("check", help="test a feed as calendar clients and feed readers would")
    check.add_argument("feed", metavar="FILE|URL")


def _add_page_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--issued", metavar="DATE", help="the day of publication; found on the page when left out")
    command.add_argument("--publication", metavar="NAME", help="the paper")
    command.add_argument(
        "--home", metavar="ADCODE", help="the paper's city or district (default: as its name says, else Beijing)"
    )


def _add_database(command: argparse.ArgumentParser) -> None:
    command.add_argument("--database", metavar="URL", help="an SQLAlchemy URL (default: your own SQLite database)")


def _add_address(command: argparse.ArgumentParser) -> None:
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=_port, default=8000)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number above 0")
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port (0 to 65535)")
    return int(text)
