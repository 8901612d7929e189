"""Language packs: a folder of tables, read once into what the engine asks for.

`available()` names the languages that there are; `load(code)` reads one.  A pack may also
lie outside the package: in a folder that `RAWI_LANGUAGES` names.
"""

from rawi.reading.packs.pack import Pack, load_from
from rawi.reading.packs.shipped import Profile, available, folder, load, profile

__all__ = ["Pack", "Profile", "available", "folder", "load", "load_from", "profile"]
