"""A network is called what the report calls it, else what it was called then."""

import pytest

import rawi
from rawi.authority.renamed import called


@pytest.mark.parametrize(
    ("text", "published", "language", "name"),
    [
        ("He wrote on Twitter.", "2024-05-01", "en", "Twitter"),
        ("He wrote on X, once Twitter.", "2024-05-01", "en", "X"),
        ("كتب في تويتر", None, "ar", "تويتر"),
        ("He tweeted.", "2019-05-01", "en", "Twitter"),
        ("غرد الوزير", "2019-05-01T10:00:00Z", "ar", "تويتر"),
        ("He tweeted.", "2024-05-01", "en", "told"),
        ("He tweeted of Xenia.", None, "en", "told"),
    ],
)
def test_network_is_called(text: str, published: str | None, language: str, name: str) -> None:
    assert called("x", text, published, language, "told") == name


def test_other_networks_keep_their_name() -> None:
    assert called("facebook", "Twitter", "2019", "en", "Facebook") == "Facebook"


def test_post_on_a_page_of_then() -> None:
    text = (
        "The minister answered at once.\n\nThe bridge stays shut until the spring.\n"
        "— Ann Poe (@annpoe) May 5, 2019\n\nNobody was hurt, the town said."
    )
    report = rawi.read(text, published="2019-05-06", language="en")
    assert [hop.name for one in report.attributions for hop in one.chain] == ["Twitter"]
