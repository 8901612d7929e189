"""The web as a source: guarded fetching, politeness, pages and feeds.

Loaded only where a source is an address of the web; what fetches is loaded with the first one.
"""

from __future__ import annotations

from rawi.intake.options import TakeOptions
from rawi.intake.origins import Items


def take_url(url: str, options: TakeOptions) -> Items:
    """Yield the reports at an address of the web, or the InputError that says why none."""
    from rawi.intake.web.pages import take_url

    return take_url(url, options)
