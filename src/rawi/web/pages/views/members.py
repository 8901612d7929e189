"""The attributions that pass a statement on, with their reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rawi.authority.outlets import Authority
from rawi.records import OUTSIDE, Attribution, Report, SaidAt, Speaker, Statement, words


@dataclass(frozen=True)
class Told:
    """One attribution with its report."""

    report: Report
    attribution: Attribution

    @property
    def said(self) -> str:
        """The words of its content."""
        return words(self.attribution.content, self.report.text)

    @property
    def when(self) -> tuple[str, str]:
        """What orders it in time: those without a date last."""
        return self.report.published or "9", self.report.id


@dataclass(frozen=True)
class Who:
    """A speaker as most of the reports name him; `name` is None where none tells."""

    name: str | None
    language: str | None = None
    role: str | None = None
    role_language: str | None = None
    anonymous: bool = False


def members(statement: Statement, reports: Mapping[str, Report]) -> list[Told]:
    """Return the attributions of a statement, the earliest first; what is gone is left out."""
    found = []
    for member in statement.members:
        report = reports.get(member.report)
        if report is not None:
            found += [Told(report, a) for a in report.attributions if a.id == member.attribution]
    return sorted(found, key=lambda told: (*told.when, told.attribution.id))


def who(told: Sequence[Told]) -> Who:
    """Return who said it: a name before an unnamed one, the most frequent, then the first."""
    speakers = [(one.attribution.speaker, one.report) for one in told]
    there = [(speaker, report) for speaker, report in speakers if speaker is not None]
    named = [pair for pair in there if not pair[0].anonymous] or there
    if not named:
        return Who(None)
    name, _ = Counter(speaker.name for speaker, _ in named).most_common(1)[0]
    speaker, report = next(pair for pair in named if pair[0].name == name)
    role, role_language = _role(named, speaker, report)
    return Who(name, report.language, role, role_language, speaker.anonymous)


def _role(
    named: Sequence[tuple[Speaker, Report]], speaker: Speaker, report: Report
) -> tuple[str | None, str | None]:
    """Return a role, that of the same mention before another's of the same language."""
    if speaker.role:
        return speaker.role, report.language
    same = [pair for pair in named if pair[0].role]
    for other, its in sorted(same, key=lambda pair: pair[1].language != report.language):
        return other.role, its.language
    return None, None


def said_at(told: Sequence[Told]) -> SaidAt | None:
    """Return when it was said as most reports tell, the most precise of equals."""
    found = [one.attribution.said_at for one in told if one.attribution.said_at]
    if not found:
        return None
    value, _ = Counter(one.value for one in found).most_common(1)[0]
    return next(one for one in found if one.value == value)


def outlet_name(id: str, language: str) -> str:
    """Return an outlet's name in a language, by its id (`outlet:…`) or the name that stands there.

    Where it has none in that language, the first that it has.
    """
    known = id.removeprefix(OUTSIDE)
    outlet = Authority.load().by_id(known)
    names = outlet.names if outlet else {}
    own = names.get(language) or next(filter(None, names.values()), None)
    return own[0] if own else known
