"""Pages as they are kept in archives: as a letter (MHTML), in a zip, and as what came over the network (WARC)."""

import gzip
import io
import uuid
import zipfile
from email.encoders import encode_base64
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

ADDRESS = "https://news.example/2025/water.html"


def mhtml(html, *pictures, address=ADDRESS):
    """A page and its pictures, each headers and bytes, as a browser writes them into one letter."""
    letter = MIMEMultipart("related", type="text/html")
    letter["From"] = "<Saved by a browser>"
    letter["Snapshot-Content-Location"] = address
    text = MIMEText(html, "html", "utf-8")
    text["Content-Location"] = address
    letter.attach(text)
    for headers, data in pictures:
        part = MIMEImage(data, "png", encode_base64)
        for name, value in headers.items():
            part[name] = value
        letter.attach(part)
    return letter.as_bytes()


def zipped(files):
    """A zip of some files, by name."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def record(kind, address, content_type, content):
    """One record of a web archive."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-09-16T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, address)}>\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def warc(answers, *, packed=True):
    """A web archive of some answers: by address their content type, body and, where not 200 OK, status and headers."""
    records = [record("warcinfo", "a.warc", "application/warc-fields", b"software: our own\r\n")]
    for address, (content_type, body, *more) in answers.items():
        status, *headers = more or ["200 OK"]
        head = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", *(": ".join(header) for header in headers)]
        content = "\r\n".join([*head, "", ""]).encode() + body
        records.append(record("response", address, "application/http; msgtype=response", content))
    return b"".join(gzip.compress(each, mtime=0) if packed else each for each in records)
