"""XML from strangers: no entities of its own, nothing fetched, nothing without end."""

from __future__ import annotations

import re
from typing import Any

from rawi.errors import FormatError
from rawi.intake.charset import declared_charset, known_charset
from rawi.intake.decoding import decode

_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,16})|([0-9]{1,16}))(?!\w);?", re.IGNORECASE | re.ASCII)
_REFERENCE_BYTES = re.compile(_REFERENCE.pattern.encode(), re.IGNORECASE)
#: Bytes that a reference to a character takes at most.
LONGEST_REFERENCE = 24
_FAULT = "XML that declares entities, as bombs do; Rawi does not expand them"


def check_entities(head: bytes, where: str) -> None:
    """Raise FormatError where the beginning of XML declares entities, whatever they stand for."""
    if b"<!ENTITY" in head.replace(b"\0", b""):
        raise FormatError(where, _FAULT)


def xml_utf8(data: bytes, where: str, charset: str | None = None) -> bytes:
    """Return XML in UTF-8, without its declaration; `charset` is what a server says.

    Raises EncodingError for bytes that are no text, FormatError where it declares entities.
    """
    text = decode(data, where, declared=known_charset(charset) or declared_charset(data)).text
    text = sound_references(_DECLARATION.sub("", text).replace("\0", "\ufffd"))
    utf8 = text.encode("utf-8", "replace")
    check_entities(utf8, where)
    return utf8


def sound_references(text: str) -> str:
    """Return XML with U+FFFD for each reference to what is no character (`&#xD800;`).

    A parser that bears with faults takes them, and then cannot hand on what holds one.
    """
    return _REFERENCE.sub(_sound, text)


def sound_reference_bytes(data: bytes) -> bytes:
    """Return XML in bytes, in an encoding that holds ASCII, as `sound_references` does."""
    return _REFERENCE_BYTES.sub(_sound_bytes, data) if b"&#" in data else data


def _sound_bytes(reference: re.Match[bytes]) -> bytes:
    """Return a reference as it is, or that to U+FFFD."""
    text = reference[0].decode("ascii")
    return reference[0] if sound_references(text) == text else b"&#xFFFD;"


def _sound(reference: re.Match[str]) -> str:
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    is_one = 0 < number < 0xD800 or 0xDFFF < number < 0x110000
    return reference[0] if is_one else "\ufffd"


def xml_options() -> dict[str, Any]:
    """Return the options with which lxml loads and expands nothing."""
    return {
        "resolve_entities": False, "no_network": True, "load_dtd": False,
        "dtd_validation": False, "huge_tree": False, "remove_comments": True, "remove_pis": True,
    }  # fmt: skip


def parser() -> Any:
    """Return a parser of lxml that loads and expands nothing, and bears with faults."""
    from lxml import etree

    return etree.XMLParser(recover=True, **xml_options())


def local_name(element: Any) -> str:
    """Return the name of an element without its namespace, "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
