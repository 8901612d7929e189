"""A dossier to hand on: statements as one page of HTML that needs nothing else."""

from rawi.export.dossier.page import dossier_html

__all__ = ["dossier_html"]
