"""Opens the records of a store with the key of a recovery sheet, by the formats alone.

A second implementation, of nothing but what the comments of Sources/RecordStore say, so that a clinic
is never bound to one program.

    python3 open_records.py STORE < SHEET       the four lines of the sheet on standard input

Prints how many records opened and how many did not; exit status 0 when all did.
"""

import hashlib
import hmac
import pathlib
import shutil
import sqlite3
import sys
import tempfile

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
START = bytes(32)


class Refused(Exception):
    """Something is not as it was written."""


# --- The recovery sheet ------------------------------------------------------------------------


def check_symbol(values):
    result = 0
    for value in values:
        result ^= value
        result = result << 1 if result < 16 else result << 1 & 31 ^ 5
    return result


def sheet_key(lines):
    """The private key on a sheet: four lines of 13 symbols and a check that counts the line's number."""
    bits = ""
    for number, line in enumerate(lines, start=1):
        symbols = line.upper().replace("-", "").replace(" ", "")
        values = [DIGITS.index({"O": "0", "I": "1", "L": "1"}.get(s, s)) for s in symbols]
        if len(values) != 14 or check_symbol([number] + values[:-1]) != values[-1]:
            raise Refused(f"line {number} of the sheet")
        bits += "".join(f"{value:05b}" for value in values[:-1])
    if len(lines) != 4 or "1" in bits[256:]:
        raise Refused("the sheet")
    return X25519PrivateKey.from_private_bytes(int(bits[:256], 2).to_bytes(32, "big"))


# --- HPKE, RFC 9180: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM -------------


def extract(salt, key):
    return hmac.new(salt, key, hashlib.sha256).digest()


def expand(key, info, length):
    result, block = b"", b""
    counter = 1
    while len(result) < length:
        block = hmac.new(key, block + info + bytes([counter]), hashlib.sha256).digest()
        result += block
        counter += 1
    return result[:length]


def labeled_extract(suite, salt, label, key):
    return extract(salt, b"HPKE-v1" + suite + label + key)


def labeled_expand(suite, key, label, info, length):
    return expand(key, length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info, length)


def raw(public):
    return public.public_bytes(Encoding.Raw, PublicFormat.Raw)


def hpke_open(private, sealed, info):
    encapsulated, ciphertext = sealed[:32], sealed[32:]
    shared = private.exchange(X25519PublicKey.from_public_bytes(encapsulated))
    kem = b"KEM" + (0x20).to_bytes(2, "big")
    prk = labeled_extract(kem, b"", b"eae_prk", shared)
    context = encapsulated + raw(private.public_key())
    secret = labeled_expand(kem, prk, b"shared_secret", context, 32)
    suite = b"HPKE" + b"".join(n.to_bytes(2, "big") for n in (0x20, 1, 2))
    schedule = (
        b"\0"
        + labeled_extract(suite, b"", b"psk_id_hash", b"")
        + labeled_extract(suite, b"", b"info_hash", info)
    )
    key_secret = labeled_extract(suite, secret, b"secret", b"")
    key = labeled_expand(suite, key_secret, b"key", schedule, 32)
    nonce = labeled_expand(suite, key_secret, b"base_nonce", schedule, 12)
    return AESGCM(key).decrypt(nonce, ciphertext, b"")


# --- Records -----------------------------------------------------------------------------------


def key_id(public):
    return hashlib.sha256(public).digest()[:8]


def number(value):
    return value.to_bytes(8, "big")


def open_event(key, record, sequence, previous, sealed):
    if sealed[:2] != b"\1\1":
        raise Refused(f"event {sequence}: the form")
    place = b"intake-evt-1" + record + number(sequence) + previous
    padded = AESGCM(key).decrypt(sealed[2:14], sealed[14:], place)
    length = int.from_bytes(padded[:4], "big")
    return padded[4 : 4 + length]


def event_hash(previous, record, sequence, time, sealed):
    return hashlib.sha256(
        b"intake-aud-1" + previous + record + number(sequence) + number(time)
        + hashlib.sha256(sealed).digest()
    ).digest()


def open_record(store, row, private, devices):
    record = row["id"]
    mine = key_id(raw(private.public_key()))
    wrap = store.execute(
        "SELECT sealed FROM wrap WHERE record = ? AND key = ?", (record, mine)
    ).fetchone()
    if wrap is None:
        raise Refused("no key for this sheet")
    key = hpke_open(private, wrap[0], b"intake/1/ks" + record + mine)
    events, hashes = [], [START]
    rows = store.execute("SELECT * FROM event WHERE record = ? ORDER BY sequence", (record,))
    for expected, event in enumerate(rows, start=1):
        if event["sequence"] != expected:
            raise Refused(f"event {expected} is missing")
        events.append(open_event(key, record, expected, hashes[-1], event["sealed"]))
        hashes.append(event_hash(hashes[-1], record, expected, event["time"], event["sealed"]))
        if hashes[-1] != event["hash"]:
            raise Refused(f"event {expected}: the hash")
    if row["sequence"] != len(events) or row["head"] != hashes[-1]:
        raise Refused("the end")
    signed = row["signed"]
    if row["state"] != "inProgress" and signed != len(events):
        raise Refused("the end is not signed")
    if signed:
        message = b"intake-head-1" + record + number(signed) + hashes[signed]
        devices[row["device"]].verify(row["signature"], message)
    return events


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    private = sheet_key([line.strip() for line in sys.stdin if line.strip()])
    opened = refused = answers = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in pathlib.Path(sys.argv[1]).glob("records.sqlite*"):
            shutil.copy(path, folder)
        store = sqlite3.connect(pathlib.Path(folder) / "records.sqlite")
        store.row_factory = sqlite3.Row
        devices = {
            row["id"]: Ed25519PublicKey.from_public_bytes(row["public"])
            for row in store.execute("SELECT * FROM device")
        }
        for row in store.execute("SELECT * FROM record"):
            try:
                answers += len(open_record(store, row, private, devices))
                opened += 1
            except (Refused, InvalidTag, InvalidSignature, KeyError):
                refused += 1
        store.close()
    print(f"{opened} opened, {refused} refused, {answers} events")
    return 0 if refused == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
