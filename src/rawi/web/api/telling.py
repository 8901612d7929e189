"""What the OpenAPI document tells of answers that have more forms than one."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Final

from litestar.openapi.spec import (
    OpenAPIHeader,
    OpenAPIMediaType,
    OpenAPIResponse,
    OpenAPIType,
    Operation,
    Schema,
)

from rawi.web.api.lists import CSV, NEXT

JSONLD: Final = "application/ld+json"
_TABLE: Final = Schema(
    type=OpenAPIType.STRING,
    description="The list as a table in UTF-8 with a byte order mark: a line of names, then the "
    "rows. It is of all that follows the cursor; with `limit`, of a page.",
)
_CLAIM: Final = Schema(
    type=OpenAPIType.OBJECT,
    description="The statement in the words of schema.org, PROV and Web Annotation.",
)
_NEXT: Final = OpenAPIHeader(
    schema=Schema(type=OpenAPIType.STRING),
    description="Of a table with `limit`: the cursor of the page that follows, where one does.",
)


@dataclass
class Listed(Operation):
    """An operation that gives a list, as JSON or as a table."""

    def __post_init__(self) -> None:
        """Add the table to what the operation may answer."""
        answer = _also(self, CSV, _TABLE)
        answer.headers = {**(answer.headers or {}), NEXT: _NEXT}


@dataclass
class Linked(Operation):
    """An operation that gives a record, as JSON or as linked data."""

    def __post_init__(self) -> None:
        """Add the linked data to what the operation may answer."""
        _also(self, JSONLD, _CLAIM)


def _also(operation: Operation, kind: str, schema: Schema) -> OpenAPIResponse:
    """Give the answer 200 another form; return that answer."""
    responses = operation.responses = dict(operation.responses or {})
    answer = copy(responses["200"])
    assert isinstance(answer, OpenAPIResponse)
    answer.content = {**(answer.content or {}), kind: OpenAPIMediaType(schema=schema)}
    responses["200"] = answer
    return answer
