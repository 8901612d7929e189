"""Whatever the document of the API allows is answered as it says: no 5xx, nothing undocumented."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

schemathesis = pytest.importorskip("schemathesis")


def test_no_request_is_answered_but_as_documented(client: Any) -> None:
    document = client.get("/api/docs/openapi.json").json()
    schema = schemathesis.openapi.from_dict(document)
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) >= 14
    for operation in operations:
        _ask(client, operation)


def _ask(client: Any, operation: Any) -> None:
    told = operation.definition.raw["responses"]

    @settings(
        max_examples=8, deadline=None, database=None, derandomize=True,
        phases=[Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        asked = case.as_transport_kwargs(base_url="http://127.0.0.1:8077")
        asked.pop("cookies", None)
        answer = client.request(**asked)
        assert answer.status_code < 500, answer.text
        assert str(answer.status_code) in told, (answer.status_code, answer.text)
        kind = answer.headers.get("Content-Type", "").partition(";")[0]
        kinds = told[str(answer.status_code)].get("content", {})
        assert not answer.content or kind in kinds, (answer.status_code, kind, list(kinds))

    ask()
