"""textacy's direct quotations, in an interpreter of its own: it brings spaCy; Rawi does not.

    PYTHON textacy_quotes.py MODEL < texts.jsonl > predictions.jsonl

Lines of JSON go in with `id` and `text`, and come out with `id` and `attributions`; the last
line has `seconds`, the CPU time without loading the model.
"""

import json
import sys
import time

import spacy
from textacy.extract import direct_quotations


def main() -> None:
    """Read standard input, write standard output."""
    model = spacy.load(sys.argv[1])
    texts = [json.loads(line) for line in sys.stdin]
    start = time.process_time()
    for record in texts:
        found = [
            {"content": [[quote.content.start_char, quote.content.end_char]]}
            for quote in _quotations(model(record["text"]))
        ]
        print(json.dumps({"id": record["id"], "attributions": found}))
    print(json.dumps({"seconds": time.process_time() - start}))


def _quotations(document):  # type: ignore[no-untyped-def]
    """Yield what textacy finds; it gives up on a text whose marks do not match."""
    try:
        yield from direct_quotations(document)
    except ValueError as error:
        print(error, file=sys.stderr)


if __name__ == "__main__":
    main()
