"""Clauses: from the sentences of a document to the drafts of its attributions.

`reader` goes through a sentence; `candidates` says where cues may stand; `verbs`,
`nominals`, `citations` and `relays` read one kind of cue each.  They share what is known of
clauses (`joints`), of who can speak (`heads`), of subjects before their verbs (`leading`),
of where contents end (`ends`), and of which verbs are cues (`admission`).
"""

from rawi.reading.clauses.reader import ClauseReader

__all__ = ["ClauseReader"]
