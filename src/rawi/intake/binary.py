"""Tell files that are no text by their first bytes, to say what was given instead."""

from __future__ import annotations

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "an RTF document"),
)

# Kinds of files that tell what they are further on: where, and by which bytes.
INNER_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (8, b"WEBP", "a WebP image"),
    (8, b"WAVE", "a WAV recording"),
    (4, b"ftyp", "an MP4 or HEIF file"),
    (257, b"ustar", "a tar archive (unpack it first)"),
)

# Some signatures are words that a text may well begin with.
_WORDLIKE = (b"BZh", b"ID3", b"OggS", b"PAR1")


def binary_kind(data: bytes) -> str | None:
    """Return what the bytes look like ("a PDF file"), or None where no signature fits."""
    for signature, name in SIGNATURES:
        if data.startswith(signature) and not (signature in _WORDLIKE and _is_texty(data)):
            return name
    for start, signature, name in INNER_SIGNATURES:
        if data.startswith(signature, start) and not _is_texty(data):
            return name
    return None


def _is_texty(data: bytes) -> bool:
    """Return whether the first bytes hold no control character but white space."""
    return not any(byte < 32 and byte not in b"\t\n\f\r" for byte in data[:64])
