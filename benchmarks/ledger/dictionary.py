"""Train the dictionary that readings are compressed with: rawi/ledger/dictionaries.

    python benchmarks/ledger/dictionary.py 2

writes `readings-2.zdict`, trained on the reports of tests/gold as they are read now.  A ledger
names the dictionary that each of its readings needs, so one that has been shipped is never
changed or taken away: a new one has a new number.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import zstandard

from rawi.ledger import packing
from rawi.pipeline import read_report
from rawi.records import Report

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
FOLDER = Path(packing.__file__).with_name("dictionaries")
GIVEN = ("id", "text", "title", "publisher", "url", "published", "language")
#: Bytes: what is twice as large saves no more.
SIZE = 16_384
LEVEL = 12


def main() -> None:
    """Train it and write it."""
    number = int(sys.argv[1])
    path = FOLDER / f"readings-{number}.zdict"
    if path.exists():
        raise SystemExit(f"{path} is there: give the new one another number")
    samples = []
    for file in sorted(GOLD.glob("??_*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            raw = json.loads(line)
            given = Report(**{key: raw[key] for key in GIVEN if raw.get(key)})
            samples.append(packing.encoded(read_report(given), given))
    trained = zstandard.train_dictionary(SIZE, samples, dict_id=number, level=LEVEL)
    FOLDER.mkdir(exist_ok=True)
    path.write_bytes(trained.as_bytes())
    print(f"{path}: {len(samples)} readings, {sum(map(len, samples)):,} bytes")


if __name__ == "__main__":
    main()
