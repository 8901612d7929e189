"""The figures, on cases made by hand."""

from __future__ import annotations

from typing import Any

from marking import TEXT, attribution

from rawi.scoring.figures import Score
from rawi.scoring.files import marked_all


def figures(gold: list[Any], predicted: list[Any], text: str = TEXT) -> dict[str, Any]:
    score = Score()
    score.add(marked_all(gold, text), marked_all(predicted, text))
    return score.figures()


def prf(figures: dict[str, Any]) -> tuple[float, ...]:
    return tuple(round(figures[key], 4) for key in ("precision", "recall", "f1"))


def test_identical_is_perfect() -> None:
    gold = [
        attribution("rain will come soon", source="Ann"),
        attribution("We wait", type="direct", source="Bo"),
    ]
    result = figures(gold, gold)
    assert prf(result["detection"]["all"]["exact"]) == (1.0, 1.0, 1.0)
    assert result["source"]["accuracy"] == 1.0


def test_marks_and_complementiser_do_not_matter() -> None:
    gold = [attribution("rain will come soon"), attribution("We wait", type="direct")]
    predicted = [
        attribution("that rain will come soon,"),
        attribution("“We wait,”", type="direct"),
    ]
    assert figures(gold, predicted)["detection"]["all"]["exact"]["f1"] == 1.0


def test_soft_threshold() -> None:
    gold = [attribution("rain will come soon")]
    close = figures(gold, [attribution("will come soon")])["detection"]["all"]  # 6/7
    assert (close["soft"]["f1"], close["exact"]["f1"]) == (1.0, 0.0)
    far = figures(gold, [attribution("come soon")])["detection"]["all"]  # 4/6
    assert far["soft"]["f1"] == 0.0
    text = "a b c d e f"  # 2 * 4 / (6 + 4) is 0.8 to the dot
    exactly = figures([attribution(text, text=text)], [attribution("a b c d", text=text)], text)
    assert exactly["detection"]["all"]["soft"]["f1"] == 1.0


def test_one_to_one() -> None:
    twice = attribution("rain will come soon")
    assert prf(figures([twice], [twice, twice])["detection"]["all"]["soft"]) == (0.5, 1.0, 0.6667)


def test_equal_contents_are_paired_by_speaker() -> None:
    one, other = (attribution("We wait", speaker={"name": name}) for name in ("Ann", "Bo"))
    assert figures([one, other], [other, one])["speaker"]["accuracy"] == 1.0


def test_by_type() -> None:
    gold = [attribution("rain will come soon"), attribution("We wait", type="direct")]
    predicted = [
        attribution("rain will come soon", type="mixed"),
        attribution("Ann", type="direct"),
    ]
    detection = figures(gold, predicted)["detection"]
    assert list(detection) == ["all", "direct", "mixed", "indirect"]
    assert prf(detection["mixed"]["soft"]) == (1.0, 0.0, 0.0)
    assert prf(detection["indirect"]["soft"]) == (0.0, 1.0, 0.0)


def test_speaker_is_folded_and_end_to_end() -> None:
    gold = [
        attribution("rain will come soon", speaker={"name": "وزارة", "also": ["The Ministry"]}),
        attribution("snow may fall", speaker={"name": "أحمد"}),
        attribution("We wait", speaker={"name": "Bo"}),
    ]
    predicted = [
        attribution("rain will come soon", speaker={"name": "the  ministry"}),
        attribution("snow may fall", speaker={"name": "احمدي"}),
    ]
    speaker = figures(gold, predicted)["speaker"]
    assert (speaker["pairs"], speaker["accuracy"]) == (2, 0.5)
    assert prf(speaker["end_to_end"]) == (0.5, 0.3333, 0.4)


def test_chain_order_and_length() -> None:
    tass, rtvi = {"name": "TASS", "also": ["تاس"]}, {"name": "RTVI"}
    gold = [attribution("We wait", chain=[rtvi, tass])]

    def accuracy(*chain: dict[str, Any]) -> float:
        found = figures(gold, [attribution("We wait", chain=list(chain))])
        return float(found["chain"]["accuracy"])

    assert accuracy(rtvi, {"name": "تاس"}) == 1.0
    assert accuracy(tass, rtvi) == accuracy(rtvi) == accuracy() == 0.0


def test_fields_that_gold_lacks_are_left_out() -> None:
    predicted = [attribution("We wait", source="Bo", speaker={"name": "Bo"}, chain=[])]
    assert not {"source", "speaker", "chain"} & figures([attribution("We wait")], predicted).keys()
