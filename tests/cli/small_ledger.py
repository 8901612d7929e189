"""A ledger of three reports, for the commands that look into one."""

from __future__ import annotations

from pathlib import Path

from rawi import Attribution, Hop, Ledger, Report, Span, Speaker

ARABIC = "قال ديارا إن مكافحة الإرهاب مستمرة. وحذر مصدر من نقص القمح."
ENGLISH = "Diarra said that wheat is enough. =Lavrov noted that the road is open."


def said(text: str, words: str, number: int, name: str, *, via: str | None = None,
         anonymous: bool = False) -> Attribution:  # fmt: skip
    """An attribution of some words of a text."""
    start = text.index(words)
    hop = Hop(name=via, how="relayed by", evidence=(), outlet=via.lower()) if via else None
    return Attribution(
        id=f"a{number}",
        content=(Span(start, start + len(words)),),
        type="indirect",
        speaker=Speaker(name=name, anonymous=anonymous),
        chain=(hop,) if hop else (),
    )


REPORTS = (
    Report(
        id="war", text=ARABIC, title="حرب طويلة", publisher="RT", published="2024-08-21",
        language="ar", url="https://arabic.rt.com/1",
        attributions=(
            said(ARABIC, "مكافحة الإرهاب مستمرة", 1, "سيدو ديارا", via="TASS"),
            said(ARABIC, "نقص القمح", 2, "مصدر", anonymous=True),
        ),
    ),
    Report(
        id="wheat", text=ENGLISH, publisher="Le Monde", published="2024-09", language="en",
        attributions=(
            said(ENGLISH, "wheat is enough", 1, "Seydou Diarra"),
            said(ENGLISH, "the road is open", 2, "=Lavrov"),
        ),
    ),
    Report(id="bare", text="No statement here, but wheat.", language="en"),
)  # fmt: skip


def make(path: Path) -> Path:
    """Make the ledger at a path; return that."""
    with Ledger(path) as ledger:
        ledger.add(REPORTS)
    return path
