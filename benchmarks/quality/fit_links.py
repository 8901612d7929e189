"""Fit what each sign of `rawi.tracing.links` counts for, on the open stories and pairs.

    python benchmarks/quality/fit_links.py            print what leaving out each story gives
    python benchmarks/quality/fit_links.py --write    write src/rawi/tracing/links.toml, too
    python benchmarks/quality/fit_links.py --pairs    what the weights in place give on single pairs
    python benchmarks/quality/fit_links.py --real DIR make real_pairs.npz again from DIR/*.json

Pairs of attributions of one story are told one statement or not by the stories' authors; pairs of
`hard_pairs.jsonl` stand beside them, for what differs where nothing ties two reports, and pairs of
the reader's gold, whose reports have nothing to do with each other, as most of a ledger's, and
those of six real stories.  The text of these is not ours to keep: `real_pairs.npz` has the signs of
their pairs and nothing else (after a change of the signs `--real FOLDER` makes it again from
stories in the format of `score_routes.py`, which the folder must have).  A logistic regression with
a ridge is fitted to their signs.  What it is worth is told by stories, and pairs of one origin, on
which it was not fitted.  Whether reports are tied is found as tracing does, with the weights that
are in place: run it twice after a change of the signs.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from pool import read_line, unrelated
from routes import ROOT, SHARED

from rawi.records import Attribution, Report, Span, Speaker
from rawi.tracing.candidates import pairs as pairs_beside
from rawi.tracing.derivation import derive, kinship
from rawi.tracing.items import Item, sources_of
from rawi.tracing.links import chance_of, may_be_linked, signs
from rawi.tracing.statements import LEAST, gather
from rawi.tracing.story import Story
from rawi.tracing.units import units_of

GOLD = ROOT / "tests" / "gold"
TARGET = ROOT / "src" / "rawi" / "tracing" / "links.toml"
STORIES = (GOLD / "routes_own.json", GOLD / "routes_more.json", SHARED / "gold" / "routes_dev.json")
REAL = ROOT / "benchmarks" / "quality" / "real_pairs.npz"
#: What a hard pair counts beside a pair of a story, what all pairs of real stories count together
#: beside all of the written ones, and the ridge.
PAIR_COUNTS = 3.0
REAL_COUNTS = 0.1
RIDGE = 5.0
FOLDS = 5
#: Pairs of reports that have nothing to do with each other, and what each counts for: there are as
#: many as one likes, and a story's own statements are lost where they are all that is fitted to.
UNRELATED = "unrelated"
REAL_KIND = "real"
OF_STORIES = ("", REAL_KIND)
UNRELATED_COUNT = 0.1
#: Signs of which one tells a hard pair apart.  Where none does, the pair is counted but not fitted
#: to: it would teach that likeness is worth nothing, and still not be told.
TELLING = (
    "another", "a role", "numbers", "a number more", "month", "negation", "hedge", "moved",
    "swapped", "turned",
)  # fmt: skip

#: What tells of a change on the way, and what a pair of one statement counts for that has it: where
#: nothing ties two reports, such contents are two statements, and where something does, lineage
#: says so (`ties.py`).
CHANGED = {"numbers": 0.15, "negation": 0.15, "hedge": 0.15, "month": 0.0}

Floats = npt.NDArray[np.float64]


class Pair(NamedTuple):
    """Two attributions: the signs, whether they are of one statement, and what they come from."""

    signs: Mapping[str, float]
    same: bool
    group: str
    kind: str = ""


def story_pairs(path: Path) -> Iterator[Pair]:
    """Yield the pairs of attributions, in two reports each, that the reader found and gold has."""
    sys.path.insert(0, str(SHARED))
    scorer = importlib.import_module("score_routes")
    gold = scorer.read_gold(scorer.load(path))
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "reports.jsonl")
        scorer.write_reports(path, lines)
        reports = [read_line(line) for line in lines.read_text("utf-8").splitlines()]
    for story in gold.stories:
        mine = sorted((r for r in reports if r.id in story.reports), key=lambda r: r.id)
        yield from _of_story(scorer, gold, story.id, mine)


def _of_story(scorer: Any, gold: Any, name: str, reports: Sequence[Report]) -> Iterator[Pair]:
    known = _known(scorer, gold, reports)
    sources = sources_of(reports)
    story = Story(sources, units_of(reports), gather(sources, loosely=True))
    tied = kinship(story, derive(story))
    items = [item for source in sources for item in source.items]
    for one, other in combinations(items, 2):
        mine, theirs = known.get(_key(one)), known.get(_key(other))
        kin = tied.get((one.source.number, other.source.number), 0.0)
        if mine is None or theirs is None or one.source is other.source:
            continue
        if may_be_linked(one, other, kin):
            same = bool(gold.known[mine].statements & gold.known[theirs].statements)
            yield Pair(signs(one, other, kin), same, name)


def _key(item: Item) -> tuple[str, str]:
    return item.source.report.id, item.attribution.id


def _known(scorer: Any, gold: Any, reports: Sequence[Report]) -> dict[tuple[str, str], int]:
    """Return which attribution of the gold each that was read is, as the scorer pairs them."""
    found = {}
    for report in reports:
        ours = [n for n, known in enumerate(gold.known) if known.report == report.id]
        units = gold.reports[report.id].units
        theirs = [units.within([(s.start, s.end) for s in a.content]) for a in report.attributions]
        pairs = scorer._pair_up([gold.known[n].content for n in ours], theirs)
        for row, column in pairs:
            found[report.id, report.attributions[column].id] = ours[row]
    return found


def hard_pairs(path: Path) -> Iterator[Pair]:
    """Yield the hard pairs that time and speaker do not tell apart already; those get no signs."""
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        group = "pair " + record["id"].split("-")[0]
        sides = [_side(record["id"] + side, record[side]) for side in "ab"]
        one, other = (source.items[0] for source in sources_of(sides))
        found = signs(one, other, 0.0) if may_be_linked(one, other, 0.0) else {}
        yield Pair(found, record["same"], group, record["kind"])


def unrelated_pairs() -> Iterator[Pair]:
    """Yield the pairs that tracing would lay beside each other in reports that nothing ties."""
    pool = unrelated()
    files = {report.id: name for name, report in pool}
    items = [item for source in sources_of([r for _, r in pool]) for item in source.items]
    for i, j in pairs_beside(items):
        one, other = items[i], items[j]
        first, second = (item.source.report.id for item in (one, other))
        if files[first] != files[second] and may_be_linked(one, other, 0.0):
            group = f"{UNRELATED} {zlib.crc32(first.encode()) % FOLDS}"
            yield Pair(signs(one, other, 0.0), False, group, UNRELATED)


def real_pairs() -> Iterator[Pair]:
    """Yield the pairs of the real stories that are kept: their signs alone."""
    with np.load(REAL, allow_pickle=False) as kept:
        names, groups = kept["names"].tolist(), kept["groups"].tolist()
        table, same, group = kept["signs"].astype(np.float64), kept["same"], kept["group"]
    for row, told, number in zip(table, same, group, strict=True):
        yield Pair(
            dict(zip(names, row.tolist(), strict=True)), bool(told), groups[number], REAL_KIND
        )


def keep_real(folder: Path) -> None:
    """Write the signs of the pairs of the stories in a folder."""
    pairs = [pair for path in sorted(folder.glob("*.json")) for pair in story_pairs(path)]
    groups = sorted({pair.group for pair in pairs})
    np.savez_compressed(
        REAL,
        names=np.array(list(pairs[0].signs)),
        groups=np.array(groups),
        signs=np.array([list(pair.signs.values()) for pair in pairs], np.float16),
        same=np.array([pair.same for pair in pairs]),
        group=np.array([groups.index(pair.group) for pair in pairs], np.uint8),
    )


def _side(id: str, side: Mapping[str, Any]) -> Report:
    speaker = Speaker(**{**side["speaker"], "also": tuple(side["speaker"]["also"])})
    told = Attribution(
        id="a1",
        content=tuple(Span(start, end) for start, end in side["content"]),
        type="indirect",
        speaker=speaker,
    )
    return Report(
        id=id,
        text=side["text"],
        language=side["language"],
        published=side["published"],
        attributions=(told,),
    )


def counted(pairs: Sequence[Pair]) -> Floats:
    """Return what each pair counts for when weights are fitted."""
    written = sum(not pair.kind for pair in pairs)
    real = sum(pair.kind == REAL_KIND for pair in pairs)
    return np.array(
        [REAL_COUNTS * written / real if p.kind == REAL_KIND else _counts(p) for p in pairs]
    )


def _counts(pair: Pair) -> float:
    if not pair.kind:
        changes = [count for name, count in CHANGED.items() if pair.same and pair.signs[name]]
        return min(changes, default=1.0)
    if pair.kind == UNRELATED:
        return UNRELATED_COUNT
    told = pair.same or any(pair.signs[name] for name in TELLING)
    return PAIR_COUNTS if told else 0.0


def fit(rows: Floats, same: Floats, counts: Floats) -> Floats:
    """Return the weights of the signs, that of none last: a logistic regression, by Newton."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    ridge = np.diag([RIDGE] * rows.shape[1] + [0.0])
    weights = np.zeros(scaled.shape[1])
    for _ in range(60):
        chance = 1.0 / (1.0 + np.exp(-np.clip(scaled @ weights, -30.0, 30.0)))
        slope = scaled.T @ (counts * (chance - same)) + ridge @ weights
        bend = (scaled * (counts * chance * (1.0 - chance))[:, None]).T @ scaled + ridge
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    plain = weights[:-1] / spread
    return np.append(plain, weights[-1] - float((plain * mean).sum()))


def left_out(pairs: Sequence[Pair], rows: Floats, same: Floats, counts: Floats) -> Floats:
    """Return for each pair the chance that weights give which were fitted without its group."""
    groups = np.array([pair.group for pair in pairs])
    hard = sorted({pair.group for pair in pairs if pair.kind not in OF_STORIES})
    folds = [[group] for group in sorted(set(groups) - set(hard))]
    folds += [hard[n::FOLDS] for n in range(FOLDS)]
    found = np.zeros(len(pairs))
    for fold in folds:
        out = np.isin(groups, fold)
        weights = fit(rows[~out], same[~out], counts[~out])
        found[out] = 1.0 / (1.0 + np.exp(-(rows[out] @ weights[:-1] + weights[-1])))
    return found


def report(pairs: Sequence[Pair], chances: Floats, same: Floats, dropped: Sequence[Pair]) -> None:
    """Print what weights are worth on what was left out, by story and by kind of hard pair."""
    linked = chances >= LEAST
    print(f"{'left out':<14}{'pairs':>7}{'same':>7}{'P':>7}{'R':>7}{'F1':>7}")
    for name in [*sorted({pair.group for pair in pairs if pair.kind in OF_STORIES}), "all stories"]:
        of = np.array([p.kind in OF_STORIES and name in (p.group, "all stories") for p in pairs])
        hits = float((linked & of & (same > 0)).sum())
        told, true = float((linked & of).sum()), float(same[of].sum())
        shares = (hits / max(told, 1), hits / max(true, 1), 2 * hits / max(told + true, 1))
        cells = "".join(f"{100 * share:7.1f}" for share in shares)
        print(f"{name:<14}{int(of.sum()):7d}{int(true):7d}{cells}")
    apart = np.array([pair.kind == UNRELATED for pair in pairs])
    print(f"unrelated: {int((linked & apart).sum())} of {int(apart.sum())} linked")
    hard = zip(pairs, linked, strict=True)
    kinds = [*[(p, bool(hit)) for p, hit in hard if p.kind not in (*OF_STORIES, UNRELATED)],
             *[(p, False) for p in dropped]]  # fmt: skip
    for same_kind in (True, False):
        of_kind = [(pair, hit) for pair, hit in kinds if pair.same is same_kind]
        each = {
            kind: f"{sum(hit for p, hit in of_kind if p.kind == kind)}"
            f" of {sum(p.kind == kind for p, _ in of_kind)}"
            for kind in sorted({pair.kind for pair, _ in of_kind})
        }
        share = 100 * sum(hit for _, hit in of_kind) / max(1, len(of_kind))
        print(f"hard pairs, {'one' if same_kind else 'two'}: {share:.1f} % linked: {each}")


def told_in_place() -> None:
    """Print how many hard pairs of each kind are linked now, and of those set aside."""
    for name in ("hard_pairs.jsonl", "hard_pairs_blind.jsonl"):
        linked: Counter[tuple[bool, str]] = Counter()
        count: Counter[tuple[bool, str]] = Counter()
        for pair in hard_pairs(GOLD / name):
            kind = pair.same, pair.kind
            count[kind] += 1
            linked[kind] += bool(pair.signs) and chance_of(pair.signs) >= LEAST
        for same in (True, False):
            kinds = [kind for kind in sorted(count) if kind[0] is same]
            share = 100 * sum(linked[k] for k in kinds) / sum(count[k] for k in kinds)
            each = ", ".join(f"{k[1]} {linked[k]} of {count[k]}" for k in kinds)
            print(f"{name}, {'one' if same else 'two'}: {share:.1f} % linked ({each})")


def save(names: Sequence[str], weights: Floats) -> None:
    """Write the weights."""
    lines = [
        "# What each sign counts for (`links.py` tells what it is), fitted by",
        "# `benchmarks/quality/fit_links.py` on stories and pairs: the logarithm of the odds.",
        "[weights]",
    ]
    lines += [f'"{name}" = {value:.3f}' for name, value in zip(names, weights, strict=True)]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--pairs", action="store_true", help="only tell the single pairs")
    parser.add_argument("--real", type=Path, metavar="DIR", help="make real_pairs.npz again")
    asked = parser.parse_args()
    if asked.real:
        keep_real(asked.real)
        return 0
    if asked.pairs:
        told_in_place()
        return 0
    hard = list(hard_pairs(GOLD / "hard_pairs.jsonl"))
    pairs = [pair for path in STORIES for pair in story_pairs(path)]
    pairs += [pair for pair in hard if pair.signs]
    pairs += [*unrelated_pairs(), *real_pairs()]
    names = list(pairs[0].signs)
    rows = np.array([[pair.signs[name] for name in names] for pair in pairs], np.float64)
    same = np.array([pair.same for pair in pairs], np.float64)
    counts = counted(pairs)
    chances = left_out(pairs, rows, same, counts)
    report(pairs, chances, same, [pair for pair in hard if not pair.signs])
    weights = fit(rows, same, counts)
    for name, value in zip([*names, "always"], weights, strict=True):
        print(f"{name:<18}{value:8.2f}")
    if asked.write:
        save([*names, "always"], weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
