"""Bytes → one Report."""

from __future__ import annotations

from rawi.errors import FormatError
from rawi.intake.charset import known_charset
from rawi.intake.decoding import decode
from rawi.intake.limits import HEAD_BYTES, MAX_BYTES, check_size
from rawi.intake.sniffing import check_format, told_format
from rawi.intake.text import from_text
from rawi.records import Report


def from_bytes(
    data: bytes,
    *,
    id: str = "bytes",
    format: str | None = None,
    url: str | None = None,
    charset: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Report:
    """Return the one Report in `data`: text, a page, or one JSON object.

    `format` is "text", "html" or "jsonl"; None tells it from the content.  `url` is where
    a page was found, `charset` what its server says of its encoding.  `id` names the input in
    errors too.  Raises InputError (TooLargeError over `max_bytes`), UsageError for a format
    that there is not.
    """
    check_format(format)
    check_size(len(data), id, max_bytes)
    told = told_format(data[:HEAD_BYTES], format, "", id)
    if told == "html":
        from rawi.intake.html import from_html

        return from_html(data, id=id, url=url, charset=charset)
    if told == "jsonl":
        from rawi.intake.json_report import report_of_json

        return report_of_json(data.removeprefix(b"\xef\xbb\xbf"), id, id)
    if told != "text":
        what = f"{told} may hold several reports: open it with rawi.intake.take_stream"
        raise FormatError(id, what)
    decoded = decode(data, id, declared=known_charset(charset))
    return from_text(decoded.text, id=id, warnings=decoded.warnings)
