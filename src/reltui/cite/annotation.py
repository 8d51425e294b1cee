"""W3C Web Annotation (2017): the words, what stands around them, and their place in the text."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from hashlib import sha1
from typing import Any

from reltui.cite.entry import Entry, describe
from reltui.cite.plain import render as plain_line
from reltui.cite.record import Record


def render(record: Record) -> str:
    """Return the annotation as JSON-LD."""
    return json.dumps(annotation(record), ensure_ascii=False, indent=2)


def quoted(record: Record) -> str:
    """Return the same: the annotation holds the quotation."""
    return render(record)


def annotation(record: Record) -> dict[str, Any]:
    """Return the annotation. Its positions count code points in the text of the source as reltui read it."""
    entry = describe(record)
    target: dict[str, Any] = {"type": "SpecificResource", "source": _resource(record, entry)}
    if record.quotation:
        quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": record.quotation}
        quote |= {k: v for k, v in (("prefix", record.prefix), ("suffix", record.suffix)) if v}
        position = {"type": "TextPositionSelector", "start": record.start, "end": record.end}
        target["selector"] = [quote, position]
    body = {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "language": "en",
        "value": plain_line(record),
    }
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _id(record),
        "type": "Annotation",
        "motivation": "highlighting",
        "body": body,
        "target": target,
    }


def _resource(record: Record, entry: Entry) -> dict[str, Any]:
    resource: dict[str, Any] = {"id": entry.url or named_information(record.source.sha256), "type": "Text"}
    if entry.language:
        resource["language"] = entry.language
    return resource


def named_information(sha256: str) -> str:
    """Return the RFC 6920 address of a file, which is its content: `ni:///sha-256;…`."""
    try:
        digest = bytes.fromhex(sha256)
    except ValueError:
        return f"urn:reltui:{sha256}"
    return f"ni:///sha-256;{urlsafe_b64encode(digest).decode('ascii').rstrip('=')}"


def _id(record: Record) -> str:
    """Return a name-based UUID (RFC 9562, version 5 in form): the same words have the same one again."""
    source = record.source
    name = "\x1f".join((source.sha256, source.id, str(record.start), str(record.end), record.quotation))
    digest = bytearray(sha1(name.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
