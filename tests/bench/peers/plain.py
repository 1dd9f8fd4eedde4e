#!/usr/bin/env python3
"""Reads the bench source into one table of plain SQLite, without encryption, extraction or text search.
    plain.py URL FILE"""
import http.client
import json
import sqlite3
import sys
import time
from urllib.parse import urlsplit

url, path = sys.argv[1:]
parts = urlsplit(url)
line = http.client.HTTPConnection(parts.hostname, parts.port)
db = sqlite3.connect(path)
db.execute("PRAGMA journal_mode = WAL")
db.execute("CREATE TABLE record (id TEXT PRIMARY KEY, kind TEXT, payload TEXT)")
started = time.perf_counter()
documents, cursor, more = 0, "", True
while more:
    line.request("GET", f"{parts.path}/changes?cursor={cursor}&limit=1000")
    page = json.loads(line.getresponse().read())
    db.executemany("INSERT INTO record VALUES (?, ?, ?)",
                   ((r["id"], r["kind"], json.dumps(r["payload"], ensure_ascii=False)) for r in page["records"]))
    documents += len(page["records"])
    cursor, more = page["next_cursor"], page["has_more"]
    if documents % 10_000 == 0 or not more:
        db.commit()
print(json.dumps({"documents": documents, "seconds": time.perf_counter() - started}))
