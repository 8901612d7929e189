"""The command line: `rawi`.

Exit status: 0 all went well, 1 some inputs were skipped, 2 wrong usage, 130
interrupted, 141 whoever read the output went away.  A command is imported when it is asked for,
and imports what it needs when it runs, so that it is there at once.
"""

from __future__ import annotations

import click

from rawi import __version__
from rawi.cli.group import RawiGroup

#: Each is told by the module of its name.
COMMANDS = (
    "add", "correct", "decide", "demo", "doctor", "export", "follow", "forget", "outlets", "read",
    "reread", "retrace", "score", "search", "serve", "show", "speakers", "stats", "trace",
)  # fmt: skip


@click.group(
    cls=RawiGroup,
    name="rawi",
    modules=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(
    __version__, "-V", "--version", prog_name="rawi", help="Show the version and exit."
)
def main() -> None:
    """Who said it, and through whom did it reach us?

    Rawi reads news reports and finds every statement that they pass on: what
    was said, by whom, with which words it is attributed, and through which
    agencies and channels it came.

    \b
    For example:
      rawi read report.txt
      cat reports.jsonl | rawi read - --json > found.jsonl
    """
