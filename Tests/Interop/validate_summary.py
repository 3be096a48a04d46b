#!/usr/bin/env python3
"""Validates referral summaries against their JSON Schema, with a validator that is not ours.

    pip install -r Tests/Interop/requirements.txt
    INTAKE_SUMMARY_FOLDER=/tmp/summaries swift test --filter JSONRendererTests
    python3 Tests/Interop/validate_summary.py \\
        Sources/Referral/Schema/referral-summary.schema.json /tmp/summaries/*.json

The schema itself is checked first. Every fault is named with its file and place, never with an
answer. Exit status: 0 all valid, 1 a file or the schema is not valid, 64 wrong use.
"""

import json
import sys

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError


def faults(validator, path):
    """What is wrong with a file, a line each."""
    try:
        with open(path, encoding="utf-8") as file:
            summary = json.load(file)
    except (OSError, ValueError) as error:
        return [f"{path}: cannot be read as JSON: {error}"]
    return [
        f"{path}: {error.json_path}: the rule '{error.validator}' does not hold"
        for error in validator.iter_errors(summary)
    ]


def main(arguments):
    if len(arguments) < 2:
        print("usage: validate_summary.py SCHEMA FILE...", file=sys.stderr)
        return 64
    schema_path, *paths = arguments
    try:
        with open(schema_path, encoding="utf-8") as file:
            schema = json.load(file)
        Draft202012Validator.check_schema(schema)
    except (OSError, ValueError, SchemaError) as error:
        print(f"{schema_path}: not a usable schema: {error}", file=sys.stderr)
        return 1
    validator = Draft202012Validator(schema)
    found = [fault for path in paths for fault in faults(validator, path)]
    for fault in found:
        print(fault, file=sys.stderr)
    print(f"{len(paths)} checked, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
