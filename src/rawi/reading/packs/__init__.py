"""Language packs: a folder of tables, read once into what the engine asks for.

`available()` names the languages that ship; `load(code)` reads one.  A pack may
also lie outside the package: `load_from(folder)`.
"""

from rawi.reading.packs.pack import Pack, load_from
from rawi.reading.packs.shipped import Profile, available, load, profile

__all__ = ["Pack", "Profile", "available", "load", "load_from", "profile"]
