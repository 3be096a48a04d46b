#!/usr/bin/env python3
"""Opens every record of a store with a private key, and verifies its chains and signed heads.

    pip install -r Tests/Interop/requirements.txt
    python3 Tests/Interop/open_records.py STORE KEY [--events]
    python3 Tests/Interop/open_records.py --self-test

STORE is the store's folder or its file store.sqlite; it is copied first and never written. KEY is the private
clinic or recovery key, 64 hexadecimal digits, or "-" to read them from the standard input. With --events
every opened event is printed, so then the output is as confidential as the records.

It needs no code of the program: only the formats (record_formats.py) and the tables below.

    device(id, public_key)
    record(id, state, head_seq, head_hash, head_device, head_signature, card_version,
           desk_card, desk_card_key, clinical_card, clinical_card_key)
    wrap(record, kind, recipient, sealed)                     kind: clinic, recovery, desk
    event(record, seq, at, sealed, hash)                      seq from 1, without gaps
    audit(seq, at, action, record, person, device, hash)      seq from 1, without gaps
    audit_head(seq, hash, device, signature)

An audit entry is hashed as: device 8 | record 16 or zeros | person 16 or zeros | action in UTF-8.

Exit status: 0 everything opens and agrees, 1 something does not, 64 wrong use.
"""

import pathlib
import shutil
import sqlite3
import sys
import tempfile
import uuid

import record_formats as formats

NOBODY = bytes(16)


def connect(path, folder):
    """A copy of the store, with what is still in its write-ahead log."""
    path = pathlib.Path(path)
    if path.is_dir():
        path = path / "store.sqlite"
    for ending in ["", "-wal"]:
        if pathlib.Path(f"{path}{ending}").exists() or not ending:
            shutil.copy(f"{path}{ending}", pathlib.Path(folder) / f"copy.sqlite{ending}")
    store = sqlite3.connect(pathlib.Path(folder) / "copy.sqlite")
    store.row_factory = sqlite3.Row
    return store


def devices(store):
    keys = {row["id"]: row["public_key"] for row in store.execute("SELECT * FROM device")}
    return {name: key for name, key in keys.items() if formats.key_id(key) == name}


def head_problem(known, device, signature, message):
    """What is wrong with a signed head, or nothing."""
    if device not in known:
        return "the device that signed the head is not known"
    if not formats.signed(known[device], signature, message):
        return "the signature of the head is wrong"
    return None


def record_key(store, record, private):
    mine = formats.key_id(formats.public_of(private))
    wraps = store.execute(
        "SELECT sealed FROM wrap WHERE record = ? AND recipient = ? AND kind != 'code'",
        (record, mine),
    )
    for (sealed,) in wraps:
        return formats.open_wrap(sealed, private, record)
    raise formats.Refused("no key for this private key")


def cards(row, private):
    """The opened cards that are under this key."""
    mine = formats.key_id(formats.public_of(private))
    opened = {}
    for name, kind in [("desk", formats.DESK), ("clinical", formats.CLINICAL)]:
        sealed = row[f"{name}_card"]
        if sealed is not None and row[f"{name}_card_key"] == mine:
            opened[name] = formats.open_card(sealed, private, kind, row["id"], row["card_version"])
    return opened


def open_record(store, row, private, known):
    """The events of a record; raises Refused when anything does not agree."""
    key = record_key(store, row["id"], private)
    previous, events, hashes = formats.START, [], {0: formats.START}
    rows = store.execute("SELECT * FROM event WHERE record = ? ORDER BY seq", (row["id"],))
    for expected, event in enumerate(rows, start=1):
        seq, sealed = event["seq"], event["sealed"]
        if seq != expected:
            raise formats.Refused(f"event {expected} is missing")
        try:
            events.append(formats.open_event(sealed, key, row["id"], seq, previous))
        except formats.Refused as error:
            raise formats.Refused(f"event {seq}: {error}") from error
        previous = formats.record_hash(previous, row["id"], seq, event["at"], sealed)
        if previous != event["hash"]:
            raise formats.Refused(f"event {seq}: the hash is wrong")
        hashes[seq] = previous
    if hashes.get(row["head_seq"]) != row["head_hash"]:
        raise formats.Refused("the head is not in the chain")
    message = formats.record_head(row["id"], row["head_seq"], row["head_hash"])
    problem = head_problem(known, row["head_device"], row["head_signature"], message)
    if problem:
        raise formats.Refused(problem)
    return events, len(events) - row["head_seq"]


def verify_audit(store, known):
    """How many audit entries there are; raises Refused when the chain does not agree."""
    previous, hashes = formats.START, {0: formats.START}
    for expected, row in enumerate(store.execute("SELECT * FROM audit ORDER BY seq"), start=1):
        if row["seq"] != expected:
            raise formats.Refused(f"entry {expected} of the audit is missing")
        entry = row["device"] + (row["record"] or NOBODY) + (row["person"] or NOBODY)
        entry += row["action"].encode()
        previous = formats.audit_hash(previous, row["seq"], row["at"], entry)
        if previous != row["hash"]:
            raise formats.Refused(f"entry {expected} of the audit: the hash is wrong")
        hashes[expected] = previous
    head = store.execute("SELECT * FROM audit_head").fetchone()
    if head is None:
        if len(hashes) > 1:
            raise formats.Refused("the audit has no signed head")
        return 0
    if hashes.get(head["seq"]) != head["hash"]:
        raise formats.Refused("the head of the audit is not in the chain")
    message = formats.audit_head(head["seq"], head["hash"])
    problem = head_problem(known, head["device"], head["signature"], message)
    if problem:
        raise formats.Refused(f"the audit: {problem}")
    return len(hashes) - 1


def check(path, private, print_events=False, out=print):
    """Opens all; gives how many records did not open."""
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        store = connect(path, folder)
        known = devices(store)
        rows = store.execute("SELECT * FROM record WHERE state != 'deleted' ORDER BY id").fetchall()
        for row in rows:
            name = uuid.UUID(bytes=row["id"])
            try:
                events, unsigned = open_record(store, row, private, known)
                opened = cards(row, private)
            except formats.Refused as error:
                failures += 1
                out(f"{name}: {error}")
                continue
            out(f"{name}: {row['state']}, {len(events)} events ({unsigned} after the signed head)")
            if print_events:
                for kind, card in opened.items():
                    out(f"  {kind} card {card.decode(errors='replace')!r}")
                for seq, event in enumerate(events, start=1):
                    out(f"  {seq} {event.decode(errors='replace')!r}")
        try:
            out(f"audit: {verify_audit(store, known)} entries agree")
        except formats.Refused as error:
            failures += 1
            out(str(error))
        store.close()
    out(f"{len(rows)} records, {failures} problems")
    return failures


TABLES = """
CREATE TABLE device(id BLOB, public_key BLOB);
CREATE TABLE record(id BLOB, state TEXT, head_seq INT, head_hash BLOB, head_device BLOB,
  head_signature BLOB, card_version INT, desk_card BLOB, desk_card_key BLOB,
  clinical_card BLOB, clinical_card_key BLOB);
CREATE TABLE wrap(record BLOB, kind TEXT, recipient BLOB, sealed BLOB);
CREATE TABLE event(record BLOB, seq INT, at INT, sealed BLOB, hash BLOB);
CREATE TABLE audit(seq INT, at INT, action TEXT, record BLOB, person BLOB, device BLOB, hash BLOB);
CREATE TABLE audit_head(seq INT, hash BLOB, device BLOB, signature BLOB);
"""

# What somebody with the file could do; each must be found.
TAMPERINGS = {
    "a byte of an event": "UPDATE event SET sealed = substr(sealed, 1, 30) || x'00'"
    " || substr(sealed, 32) WHERE seq = 2",
    "the time of an event": "UPDATE event SET at = at + 1 WHERE seq = 3",
    "the hash of an event": "UPDATE event SET hash = zeroblob(32) WHERE seq = 3",
    "an event dropped": "DELETE FROM event WHERE seq = 2",
    "the last event dropped": "DELETE FROM event WHERE seq = 3",
    "two events swapped": "UPDATE event SET sealed = (SELECT sealed FROM event AS other"
    " WHERE other.record = event.record AND other.seq = 4 - event.seq) WHERE seq IN (1, 3)",
    "the head": "UPDATE record SET head_seq = 2,"
    " head_hash = (SELECT hash FROM event WHERE seq = 2 AND record = record.id)",
    "the signature": "UPDATE record SET head_signature = zeroblob(64)",
    "the device": "UPDATE device SET public_key = zeroblob(32)",
    "the keys of two records swapped": "UPDATE wrap SET record ="
    " (SELECT id FROM record WHERE record.id != wrap.record)",
    "an older card": "UPDATE record SET card_version = card_version + 1",
    "an audit entry": "UPDATE audit SET action = 'lock' WHERE seq = 2",
    "an audit entry dropped": "DELETE FROM audit WHERE seq = 2",
    "the head of the audit": "UPDATE audit_head SET seq = 1",
}


def write_example(path, private):
    """A store with two records of three events and an audit of three entries."""
    def fixed(number, count):
        return bytes([number]) * count

    seed, public = fixed(9, 32), formats.public_of(private)
    known = formats.Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    device, clinic = formats.key_id(known), formats.key_id(public)
    store = sqlite3.connect(path)
    store.executescript(TABLES)
    store.execute("INSERT INTO device VALUES (?, ?)", (device, known))
    for number in [1, 2]:
        record, key, previous = fixed(number, 16), fixed(number + 10, 32), formats.START
        wrap = formats.seal_wrap(key, public, record, fixed(number + 20, 32))
        store.execute("INSERT INTO wrap VALUES (?, 'clinic', ?, ?)", (record, clinic, wrap))
        for seq in [1, 2, 3]:
            message = b"event %d" % seq
            sealed = formats.seal_event(message, key, record, seq, previous, fixed(seq, 12))
            previous = formats.record_hash(previous, record, seq, 1_000 + seq, sealed)
            row = (record, seq, 1_000 + seq, sealed, previous)
            store.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?)", row)
        card = formats.seal_card_by_reader(
            b"card", private, formats.CLINICAL, record, 5, fixed(7, 12)
        )
        signature = formats.sign(seed, formats.record_head(record, 3, previous))
        row = (record, "finished", 3, previous, device, signature, 5, None, None, card, clinic)
        store.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    previous = formats.START
    for seq in [1, 2, 3]:
        entry = device + NOBODY + NOBODY + b"unlock"
        previous = formats.audit_hash(previous, seq, 2_000 + seq, entry)
        row = (seq, 2_000 + seq, "unlock", None, None, device, previous)
        store.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    signature = formats.sign(seed, formats.audit_head(3, previous))
    store.execute("INSERT INTO audit_head VALUES (?, ?, ?, ?)", (3, previous, device, signature))
    store.commit()
    store.close()


def self_test():
    """Whether an example opens, and every tampering with it is found."""
    def silent(_):
        return None

    private, wrong = bytes([5]) * 32, []
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "store.sqlite"
        write_example(path, private)
        if check(folder, private, out=silent):
            wrong.append("the example does not open")
        if check(folder, bytes([6]) * 32, out=silent) != 2:
            wrong.append("another key opens the example")
        whole = path.read_bytes()
        for name, statement in TAMPERINGS.items():
            path.write_bytes(whole)
            store = sqlite3.connect(path)
            store.execute(statement)
            store.commit()
            store.close()
            if not check(folder, private, out=silent):
                wrong.append(f"not found: {name}")
    for problem in wrong:
        print(problem, file=sys.stderr)
    print(f"{len(TAMPERINGS)} ways to tamper, {len(wrong)} problems")
    return 1 if wrong else 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    print_events = "--events" in arguments
    places = [argument for argument in arguments if argument != "--events"]
    try:
        path, key = places
        private = bytes.fromhex(sys.stdin.readline() if key == "-" else key)
        if len(private) != 32:
            raise ValueError
    except ValueError:
        print(__doc__, file=sys.stderr)
        return 64
    return 1 if check(path, private, print_events) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
