"""The byte formats of records, written a second time from their description alone.

Nothing here is taken from the Swift code: HPKE (RFC 9180), the check symbol and the hash chains are
built from primitives of the package `cryptography` and of hashlib. What the primitives do not know
is in this file, so that it can be read beside the documentation of the formats.
"""

import hashlib
import hmac
import struct
import unicodedata

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
START = bytes(32)
DESK, CLINICAL = 1, 2


class Refused(Exception):
    """Bytes that do not open, or do not have their form."""


# HPKE, base mode, DHKEM(X25519, HKDF-SHA256) / HKDF-SHA256 / AES-256-GCM, first message only.

KEM = b"KEM" + struct.pack(">H", 0x0020)
SUITE = b"HPKE" + struct.pack(">HHH", 0x0020, 0x0001, 0x0002)


def extract(salt, key):
    return hmac.new(salt or bytes(32), key, hashlib.sha256).digest()


def expand(secret, info, count):
    block, result = b"", b""
    while len(result) < count:
        block = hmac.new(secret, block + info + bytes([len(result) // 32 + 1]), hashlib.sha256).digest()
        result += block
    return result[:count]


def labeled_extract(suite, salt, label, key):
    return extract(salt, b"HPKE-v1" + suite + label + key)


def labeled_expand(suite, secret, label, info, count):
    return expand(secret, struct.pack(">H", count) + b"HPKE-v1" + suite + label + info, count)


def public_of(private):
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def hpke_schedule(shared, encapsulated, public, info):
    eae = labeled_extract(KEM, b"", b"eae_prk", shared)
    secret = labeled_expand(KEM, eae, b"shared_secret", encapsulated + public, 32)
    context = (
        b"\0"
        + labeled_extract(SUITE, b"", b"psk_id_hash", b"")
        + labeled_extract(SUITE, b"", b"info_hash", info)
    )
    secret = labeled_extract(SUITE, secret, b"secret", b"")
    key = labeled_expand(SUITE, secret, b"key", context, 32)
    return AESGCM(key), labeled_expand(SUITE, secret, b"base_nonce", context, 12)


def hpke_open(box, private, info, context):
    if len(box) < 48:
        raise Refused("too short")
    encapsulated = box[:32]
    try:
        shared = X25519PrivateKey.from_private_bytes(private).exchange(
            X25519PublicKey.from_public_bytes(encapsulated)
        )
        cipher, nonce = hpke_schedule(shared, encapsulated, public_of(private), info)
        return cipher.decrypt(nonce, box[32:], context)
    except (InvalidTag, ValueError) as error:
        raise Refused("does not open") from error


def hpke_seal(message, public, info, context, ephemeral):
    shared = X25519PrivateKey.from_private_bytes(ephemeral).exchange(
        X25519PublicKey.from_public_bytes(public)
    )
    encapsulated = public_of(ephemeral)
    cipher, nonce = hpke_schedule(shared, encapsulated, public, info)
    return encapsulated + cipher.encrypt(nonce, message, context)


# AES-256-GCM: nonce 12 | ciphertext | tag 16.


def aes_open(box, key, context):
    if len(box) < 28:
        raise Refused("too short")
    try:
        return AESGCM(key).decrypt(box[:12], box[12:], context)
    except InvalidTag as error:
        raise Refused("does not open") from error


def aes_seal(message, key, context, nonce):
    return nonce + AESGCM(key).encrypt(nonce, message, context)


# Padding: count u32be | bytes | zeros, to a multiple of 64.


def pad(message):
    return (struct.pack(">I", len(message)) + message).ljust((len(message) + 67) // 64 * 64, b"\0")


def unpad(padded):
    count = struct.unpack(">I", padded[:4])[0] if len(padded) >= 4 else 0
    if pad(padded[4 : 4 + count]) != padded:
        raise Refused("padding")
    return padded[4 : 4 + count]


# Names and chains.


def key_id(public):
    return hashlib.sha256(public).digest()[:8]


def record_hash(previous, record, seq, at, sealed):
    row = hashlib.sha256(sealed).digest()
    return hashlib.sha256(
        b"intake-aud-1" + previous + record + struct.pack(">Qq", seq, at) + row
    ).digest()


def audit_hash(previous, seq, at, entry):
    row = hashlib.sha256(entry).digest()
    return hashlib.sha256(b"intake-aud-2" + previous + struct.pack(">Qq", seq, at) + row).digest()


def record_head(record, seq, head):
    return b"intake-head-1" + record + struct.pack(">Q", seq) + head


def audit_head(seq, head):
    return b"intake-head-2" + struct.pack(">Q", seq) + head


def signed(public, signature, message):
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False


def sign(seed, message):
    return Ed25519PrivateKey.from_private_bytes(seed).sign(message)


# Events: 01 | 01 | nonce | ciphertext | tag.


def event_context(record, seq, previous):
    return b"intake-evt-1" + record + struct.pack(">Q", seq) + previous


def open_event(sealed, key, record, seq, previous):
    if sealed[:2] != b"\1\1":
        raise Refused("version")
    return unpad(aes_open(sealed[2:], key, event_context(record, seq, previous)))


def seal_event(message, key, record, seq, previous, nonce):
    return b"\1\1" + aes_seal(pad(message), key, event_context(record, seq, previous), nonce)


# A record's key, sealed to a public key.


def open_wrap(wrap, private, record):
    info = b"intake/1/ks" + record + key_id(public_of(private))
    key = hpke_open(wrap, private, info, b"")
    if len(key) != 32:
        raise Refused("length")
    return key


def seal_wrap(key, public, record, ephemeral):
    return hpke_seal(key, public, b"intake/1/ks" + record + key_id(public), b"", ephemeral)


# Other payloads: a private key is sealed with its own key id as the context.


def open_payload(sealed, private, purpose, context):
    info = b"intake/1/" + purpose.encode() + key_id(public_of(private))
    return hpke_open(sealed, private, info, context)


def seal_payload(message, public, purpose, context, ephemeral):
    info = b"intake/1/" + purpose.encode() + key_id(public)
    return hpke_seal(message, public, info, context, ephemeral)


# Cards: 01 by HPKE, 02 under a key derived from the private key.


def card_context(kind, record, version):
    return b"intake-card-1" + bytes([kind]) + record + struct.pack(">Q", version)


def card_key(private):
    info = b"intake/1/card-key" + key_id(public_of(private))
    return expand(extract(b"", private), info, 32)


def open_card(sealed, private, kind, record, version):
    context = card_context(kind, record, version)
    if sealed[:1] == b"\1":
        info = b"intake/1/card" + key_id(public_of(private))
        return unpad(hpke_open(sealed[1:], private, info, context))
    if sealed[:1] == b"\2":
        return unpad(aes_open(sealed[1:], card_key(private), context))
    raise Refused("version")


def seal_card_by_writer(message, public, kind, record, version, ephemeral):
    info = b"intake/1/card" + key_id(public)
    context = card_context(kind, record, version)
    return b"\1" + hpke_seal(pad(message), public, info, context, ephemeral)


def seal_card_by_reader(message, private, kind, record, version, nonce):
    context = card_context(kind, record, version)
    return b"\2" + aes_seal(pad(message), card_key(private), context, nonce)


# Codes: Crockford's base 32, and a check symbol in GF(32) made by x^5 + x^2 + 1.


def multiply(left, right):
    product = 0
    for bit in range(5):
        if right >> bit & 1:
            product ^= left << bit
    for bit in range(8, 4, -1):
        if product >> bit & 1:
            product ^= 0b100101 << (bit - 5)
    return product


def check_symbol(symbols):
    total, weight = 0, 1
    for symbol in symbols:
        weight = multiply(weight, 2)
        total ^= multiply(weight, symbol)
    return total


def text(symbols):
    return "".join(ALPHABET[symbol] for symbol in symbols)


def symbols(typed):
    typed = typed.upper().replace("O", "0").replace("I", "1").replace("L", "1")
    return [ALPHABET.index(symbol) for symbol in typed if symbol not in " -"]


def grouped(code):
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))


def resume_code(fifteen):
    return grouped(fifteen + text([check_symbol(symbols(fifteen))]))


def resume_secret(code):
    values = symbols(code)
    if len(values) != 16 or check_symbol(values[:15]) != values[15]:
        raise Refused("code")
    return text(values[4:15]).encode()


def scrypt(secret, salt, rounds, block, parallel):
    return hashlib.scrypt(
        secret, salt=salt, n=rounds, r=block, p=parallel, maxmem=2**30, dklen=32
    )


def open_resume_wrap(salt, sealed, code, record):
    if sealed[:1] != b"\1":
        raise Refused("version")
    key = scrypt(resume_secret(code), salt + record, 2**15, 8, 1)
    return aes_open(sealed[1:], key, b"intake-resume-1" + record)


def seal_resume_wrap(message, salt, code, record, nonce):
    key = scrypt(resume_secret(code), salt + record, 2**15, 8, 1)
    return b"\1" + aes_seal(message, key, b"intake-resume-1" + record, nonce)


# People: a private key under a passphrase, and the recovery key on paper.


def open_person_key(sealed, public, passphrase):
    if sealed[:1] != b"\1" or len(sealed) != 80:
        raise Refused("form")
    secret = unicodedata.normalize("NFC", passphrase).encode()
    key = scrypt(secret, sealed[4:20], 2 ** sealed[1], sealed[2], sealed[3])
    return aes_open(sealed[20:], key, b"intake-person-1" + sealed[:20] + public)


def seal_person_key(private, passphrase, logarithm, salt, nonce):
    header = bytes([1, logarithm, 8, 1]) + salt
    secret = unicodedata.normalize("NFC", passphrase).encode()
    key = scrypt(secret, salt, 2**logarithm, 8, 1)
    context = b"intake-person-1" + header + public_of(private)
    return header + aes_seal(private, key, context, nonce)


def recovery_sheet(private):
    payload = b"\1" + private
    payload += hashlib.sha256(b"intake-sheet-1" + payload).digest()[:2]
    number = int.from_bytes(payload, "big")
    values = [number >> (5 * place) & 31 for place in range(55, -1, -1)]
    lines = []
    for line in range(8):
        part = values[line * 7 : line * 7 + 7]
        lines.append(grouped(text(part + [check_symbol([line + 1] + part)])))
    return lines
