"""Where `rawi` begins: as a program of its own, or as `python -m rawi`.

The command line is imported inside, so that an interrupt ends it alike from its first
moment to its last: with the same exit status, and no traceback.
"""

from __future__ import annotations

import gc
import sys

from rawi.errors import INTERRUPTED

#: Objects made before Python looks for circles among them.  Reading makes very many and hardly
#: a circle: at Python's 700 it takes a twelfth longer.
_UNTIL_COLLECTION = 50_000


def run() -> None:
    """Run the command line; does not return."""
    gc.set_threshold(_UNTIL_COLLECTION)
    try:
        from rawi.cli import main

        main(prog_name="rawi")
    except KeyboardInterrupt:  # before the commands took care of it, or after
        sys.exit(INTERRUPTED)
    finally:
        # What is left goes with the program: to look through it takes a fifth of a second.
        gc.freeze()


if __name__ == "__main__":
    run()
