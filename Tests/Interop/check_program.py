#!/usr/bin/env python3
"""Runs the program on whole interviews and validates what it writes, with validators not ours.

    pip install -r Tests/Interop/requirements.txt
    python3 Tests/Interop/check_program.py .build/release/intake

The summary is held to its JSON Schema. The QuestionnaireResponse and what is extracted of one are held
to HL7's JSON Schema of FHIR R4 where the public conformance data is (../shared/conformance, or INTAKE_CONFORMANCE).
Exit status: 0 all valid, 1 something is not, 64 wrong use.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

from jsonschema import Draft6Validator, Draft202012Validator

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
SUMMARY_SCHEMA = REPOSITORY / "Sources/Referral/Schema/referral-summary.schema.json"
CONFORMANCE = pathlib.Path(
    os.environ.get("INTAKE_CONFORMANCE", REPOSITORY.parent / "shared/conformance")
)

START = ["yes", "yes", "none"]
# At the list of answers, 0 finishes; what is still needed is asked then, one after the other.
FINISH = ["0", "Ana Test", "27 March 1950", "later", "yes", "0"]
# Typed lines of interviews, from the one that leaves out the most.
INTERVIEWS = {
    "skipped": START + ["skip"] * 70 + FINISH,
    "not sure": START + ["not sure"] * 70 + FINISH,
    "declined": START + ["prefer not to say"] * 70 + FINISH,
    "urgent": ["yes", "yes", "1 6", "", ""] + ["skip"] * 70 + FINISH,
    "unfinished": START + ["1", "1", "no", "Ana Test"],
}
# Typed lines of interviews with a form whose answers become resources, and the resources.
EXTRACTION_FORM = REPOSITORY / "Tests/Interop/extraction-form.json"
EXTRACTIONS = {
    "extraction": (
        ["Ana Test", "27 March 1950", "duloxetine", "60 mg", "low mood", "yes", "Grandma's drops"]
        + ["prefer not to say", "skip", "no", "yes", "1 2", "rash", "skip", "yes", "asthma"]
        + ["yes", "3", "0"],
        ["Patient"] + ["MedicationStatement"] * 2 + ["AllergyIntolerance"] * 2 + ["Condition"]
        + ["Observation"] * 4,
    ),
    "extraction of nothing": (["skip"] * 5 + ["no", "no", "no", "skip", "skip", "0"], ["Patient"]),
    "extraction of what is not known": (
        ["Ana Test"] + ["not sure"] * 3 + ["skip", "no"] + ["not sure"] * 4 + ["0"],
        ["Patient"] + ["Observation"] * 3,
    ),
}


def interview(program, name, lines, folder, form=None):
    """Holds an interview; gives the files it wrote by their ending."""
    answers = folder / "lines.txt"
    answers.write_text("\n".join(lines) + "\n", encoding="utf-8")
    output = folder / name.replace(" ", "-")
    output.mkdir()
    result = subprocess.run(
        [program, "interview"] + ([form] if form else [])
        + ["--answers", answers, "--output", output, "--format", "json"],
        cwd=REPOSITORY, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )
    expected = 3 if name == "unfinished" else 0
    if result.returncode != expected:
        raise AssertionError(f"exit status {result.returncode} instead of {expected}\n{result.stderr}")
    responses = [p for p in output.iterdir() if p.name.endswith((".response.json",)) or "draft" in p.name]
    if len(responses) != 1:
        raise AssertionError(f"wrote {sorted(p.name for p in output.iterdir())}")
    return responses[0]


def summary(program, response, form):
    """The summary of a response, from the program."""
    return subprocess.run(
        [program, "summary", response, "--format", form],
        cwd=REPOSITORY, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True,
    ).stdout


def faults(validator, value):
    return [f"{error.json_path}: the rule '{error.validator}' does not hold"
            for error in validator.iter_errors(value)]


def extraction(program, response):
    """The resources that a response becomes, from the program."""
    printed = subprocess.run(
        [program, "extract", response, "--questionnaire", EXTRACTION_FORM],
        cwd=REPOSITORY, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True,
    ).stdout
    return json.loads(printed)


def fhir_validator(resource):
    """HL7's schema, narrowed to one type of resource; nothing where it is not."""
    path = CONFORMANCE / "fhir-r4.schema.json"
    if not path.is_file():
        print(f"skipped: HL7's schema is not at {path.name}; set INTAKE_CONFORMANCE")
        return None
    schema = json.loads(path.read_text(encoding="utf-8"))
    schema.pop("discriminator", None)
    schema.pop("oneOf", None)
    schema["$ref"] = f"#/definitions/{resource}"
    return Draft6Validator(schema)


def main(arguments):
    if len(arguments) != 1:
        print("usage: check_program.py PROGRAM", file=sys.stderr)
        return 64
    program = pathlib.Path(arguments[0]).resolve()
    schema = json.loads(SUMMARY_SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    summaries = Draft202012Validator(schema)
    responses = fhir_validator("QuestionnaireResponse")
    bundles = fhir_validator("Bundle")
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for kind, lines in INTERVIEWS.items():
            try:
                path = interview(program, kind, lines, folder)
                found = faults(summaries, json.loads(summary(program, path, "json")))
                if not summary(program, path, "text").startswith("REFERRAL SUMMARY"):
                    found.append("the text does not begin with its title")
                if responses:
                    found += faults(responses, json.loads(path.read_text(encoding="utf-8")))
            except (AssertionError, ValueError, subprocess.CalledProcessError) as error:
                found = [str(error)]
            for fault in found:
                print(f"{kind}: {fault}")
            failures += bool(found)
        for kind, (lines, expected) in EXTRACTIONS.items():
            try:
                path = interview(program, kind, lines, folder, EXTRACTION_FORM)
                bundle = extraction(program, path)
                types = [entry["resource"]["resourceType"] for entry in bundle.get("entry", [])]
                found = [] if types == expected else [f"extracted {types} instead of {expected}"]
                if bundles:
                    found += faults(bundles, bundle)
            except (AssertionError, ValueError, subprocess.CalledProcessError) as error:
                found = [str(error)]
            for fault in found:
                print(f"{kind}: {fault}")
            failures += bool(found)
    print(f"{len(INTERVIEWS) + len(EXTRACTIONS) - failures} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
