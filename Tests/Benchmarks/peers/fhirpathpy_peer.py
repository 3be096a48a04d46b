"""Measures fhirpathpy on the workload for expressions and prints evaluations per second as JSON.

    python fhirpathpy_peer.py expressions.json response.json

For each expression: "compiled" (parsed once), "parseEach" (parsed before each evaluation) and "parse"
(parsed only); null where fhirpathpy raises an error.
"""

import json
import statistics
import sys
import time

import fhirpathpy
from fhirpathpy.models import models
from fhirpathpy.parser import parse

WINDOWS = 5
WINDOW_SECONDS = 0.05


def per_second(body):
    """The median of several windows of calls, in processor time; None if a call fails."""
    try:
        body()
    except Exception:
        return None
    figures = []
    for _ in range(WINDOWS):
        calls = 0
        start = time.process_time()
        while True:
            body()
            calls += 1
            elapsed = time.process_time() - start
            if elapsed >= WINDOW_SECONDS:
                break
        figures.append(calls / elapsed)
    return statistics.median(figures)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        expressions = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        response = json.load(file)
    variables = {"resource": response}
    model = models["r4"]
    rows = {}
    for name, text in expressions.items():
        compiled = fhirpathpy.compile(text, model)
        rows[name] = {
            "compiled": per_second(lambda: compiled(response, variables)),
            "parseEach": per_second(
                lambda: fhirpathpy.evaluate(response, text, variables, model)
            ),
            "parse": per_second(lambda: parse(text)),
        }
    json.dump({"engine": "fhirpathpy", "version": fhirpathpy.__version__, "rows": rows}, sys.stdout)


main()
