"""`rawi demo`: the story that comes with Rawi, traced."""

from __future__ import annotations

import click

from rawi.cli import options
from rawi.cli.trace import trace


@click.command()
@click.option(
    "--explain",
    is_flag=True,
    help="Show on what the origins and every derivation rest. For example: rawi demo --explain",
)
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write the dossier instead. For example: rawi demo --html dossier.html",
)
@click.option(
    "--serve",
    "served",
    is_flag=True,
    help="Show it as pages instead, until Ctrl-C ends it. For example: rawi demo --serve",
)
@options.view_options
@click.pass_context
def demo(
    context: click.Context,
    explain: bool,
    page: str | None,
    served: bool,
    color: str,
    width: int | None,
) -> None:
    """Trace the story that comes with Rawi: one interview, twelve reports.

    The reports are invented, in Arabic, English, French and Russian. They go
    into a ledger that is gone afterwards. One of them loses an "almost", one
    credits whom it did not copy, and the speaker denies it in the end.

    \b
    For example:
      rawi demo
      rawi demo --html dossier.html
      rawi demo --serve
    """
    from rawi import demo as story

    with story.filled() as where:
        if served:
            from rawi.cli.serve import serve

            context.invoke(serve, where=str(where))
            return
        context.invoke(
            trace,
            asked=story.FIRST,
            where=str(where),
            everything=False,
            limit=1,
            explain="everything" if explain else None,
            page=page,
            table=None,
            as_json=False,
            color=color,
            width=width,
        )
