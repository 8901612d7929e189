"""Responses that can hold whatever a report does."""

from __future__ import annotations

from typing import Any

from litestar import Response
from litestar.serialization import default_serializer
from litestar.types import Serializer

from rawi.export.jsonl import json_line


class SafeResponse(Response[Any]):
    """A response that is encoded even where a text holds lone surrogates: a "?" for each."""

    def render(
        self, content: Any, media_type: str, enc_hook: Serializer = default_serializer
    ) -> bytes:
        """Return the body."""
        if isinstance(content, str):
            return content.encode("utf-8", "replace")
        try:
            return super().render(content, media_type, enc_hook)
        except Exception as error:
            if not isinstance(error.__cause__, UnicodeEncodeError):
                raise
            return json_line(content)
