"""Who is who among those who relay the news: one record an outlet, many names and domains."""

from rawi.authority.names import NameSequence, fold_name, fold_words
from rawi.authority.outlets import Authority
from rawi.authority.table import Outlet, OutletKind

__all__ = ["Authority", "NameSequence", "Outlet", "OutletKind", "fold_name", "fold_words"]
