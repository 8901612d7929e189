"""The command line: `rawi`.

Exit status: 0 all went well, 1 some inputs were skipped, 2 wrong usage, 130
interrupted, 141 whoever read the output went away.  Commands import what they
need when they run, so that `rawi --help` is there at once.
"""

from __future__ import annotations

import click

from rawi import __version__
from rawi.cli.add import add
from rawi.cli.correct import correct
from rawi.cli.decide import decide
from rawi.cli.demo import demo
from rawi.cli.doctor import doctor
from rawi.cli.export import export
from rawi.cli.follow import follow
from rawi.cli.forget import forget
from rawi.cli.group import RawiGroup
from rawi.cli.outlets import outlets
from rawi.cli.read import read
from rawi.cli.reread import reread
from rawi.cli.retrace import retrace
from rawi.cli.score import score
from rawi.cli.search import search
from rawi.cli.serve import serve
from rawi.cli.show import show
from rawi.cli.speakers import speakers
from rawi.cli.stats import stats
from rawi.cli.trace import trace


@click.group(
    cls=RawiGroup,
    name="rawi",
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


main.add_command(read)
main.add_command(add)
main.add_command(follow)
main.add_command(reread)
main.add_command(search)
main.add_command(trace)
main.add_command(retrace)
main.add_command(demo)
main.add_command(show)
main.add_command(speakers)
main.add_command(outlets)
main.add_command(stats)
main.add_command(correct)
main.add_command(decide)
main.add_command(serve)
main.add_command(export)
main.add_command(forget)
main.add_command(doctor)
main.add_command(score)
