#!/usr/bin/env python3
"""Checks record-vectors.json against the formats, or writes it anew.

    pip install -r Tests/Interop/requirements.txt
    python3 Tests/Interop/record_vectors.py            checks; exit status 1 when anything differs
    python3 Tests/Interop/record_vectors.py --write    writes the file

The Swift tests read the same file. Every key, nonce and ephemeral key in it is made up and known to all.
"""

import hashlib
import json
import pathlib
import sys

import record_formats as formats

VECTORS = pathlib.Path(__file__).with_name("record-vectors.json")


def fixed(name, count=32):
    """Bytes that are always the same and belong to a name."""
    return hashlib.shake_128(b"intake vectors " + name.encode()).digest(count)


def vectors():
    record = fixed("record", 16)
    key, clinic, person = fixed("record key"), fixed("clinic"), fixed("person")
    public = formats.public_of(clinic)
    ephemeral, nonce, salt = fixed("ephemeral"), fixed("nonce", 12), fixed("salt", 16)
    seed, seq, at, version = fixed("device"), 7, 1_790_000_000_123, 3
    previous = fixed("previous")
    event = '{"kind":"change","note":"Grüße"}'.encode()
    card = b'{"label":"A-17"}'
    sealed = formats.seal_event(event, key, record, seq, previous, nonce)
    hashed = formats.record_hash(previous, record, seq, at, sealed)
    entry = b"unlock"
    audited = formats.audit_hash(previous, seq, at, entry)
    code = formats.resume_code("7K3M9QXW0ABCDEF")
    # The first letter is written with a combining accent; keys are derived from the composed form.
    passphrase = "E\u0301cole de la Gare 12"
    return {
        "record": record, "recordKey": key, "clinicPrivate": clinic, "clinicPublic": public,
        "clinicKeyID": formats.key_id(public), "personPrivate": person,
        "personKeyID": formats.key_id(formats.public_of(person)), "nonce": nonce, "salt": salt,
        "seq": seq, "at": at, "previous": previous, "event": event, "sealedEvent": sealed,
        "eventHash": hashed, "auditEntry": entry, "auditHash": audited,
        "deviceSeed": seed,
        "recordHeadSignature": formats.sign(seed, formats.record_head(record, seq, hashed)),
        "auditHeadSignature": formats.sign(seed, formats.audit_head(seq, audited)),
        "wrap": formats.seal_wrap(key, public, record, ephemeral),
        "clinicKeyForPerson": formats.seal_payload(
            clinic, formats.public_of(person), "clinic-key", formats.key_id(public), ephemeral
        ),
        "card": card, "cardVersion": version,
        "deskCardByWriter": formats.seal_card_by_writer(
            card, public, formats.DESK, record, version, ephemeral
        ),
        "clinicalCardByReader": formats.seal_card_by_reader(
            card, clinic, formats.CLINICAL, record, version, nonce
        ),
        "resumeCode": code,
        "resumeWrap": formats.seal_resume_wrap(key, salt, code, record, nonce),
        "passphrase": passphrase,
        "sealedPersonKey": formats.seal_person_key(person, passphrase, 14, salt, nonce),
        "recoverySheet": formats.recovery_sheet(clinic),
    }


def written(value):
    return value.hex() if isinstance(value, bytes) else value


def main():
    result = json.dumps(
        {name: written(value) for name, value in vectors().items()}, indent=2, ensure_ascii=True
    )
    if sys.argv[1:] == ["--write"]:
        VECTORS.write_text(result + "\n", encoding="utf-8")
        return 0
    if sys.argv[1:]:
        print(__doc__)
        return 64
    if VECTORS.read_text(encoding="utf-8") != result + "\n":
        print(f"{VECTORS.name} differs from the formats; compare it with --write", file=sys.stderr)
        return 1
    print(f"{len(json.loads(result))} vectors agree")
    return 0


if __name__ == "__main__":
    sys.exit(main())
