"""One measurement in a process of its own: from standard input to standard output, in JSON.

The request has `warm`, a text that is read before time is taken, so that all is loaded, and
`texts`.  The result has `seconds` of processor time for reading all texts once, in turn, and
`peak_mb`, the most memory that the process has held, in MB of 1,000,000 bytes.
"""

from __future__ import annotations

import json
import resource
import sys
import time

from rawi.pipeline import read_report
from rawi.records import Report


def main() -> None:
    """Measure what is asked for."""
    asked = json.load(sys.stdin)
    reports = [Report(id=str(n), text=text, language="ar") for n, text in enumerate(asked["texts"])]
    read_report(Report(id="", text=asked["warm"], language="ar"))
    begun = time.process_time()
    for report in reports:
        read_report(report)
    seconds = time.process_time() - begun
    json.dump({"seconds": seconds, "peak_mb": peak_mb()}, sys.stdout)


def peak_mb() -> float:
    """Return the most memory that this process has held.

    Linux hands a parent's peak on to the child in `ru_maxrss`, so its own count is taken.
    """
    try:
        with open("/proc/self/status") as status:
            return (
                next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 976.5625
            )
    except (OSError, StopIteration):
        kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return kilobytes / (1e6 if sys.platform == "darwin" else 976.5625)


if __name__ == "__main__":
    main()
