"""Judges cases by Python's jsonschema. Prints the numbers of the cases that it takes for valid, as one JSON list."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

folder, cases_file = Path(sys.argv[1]), Path(sys.argv[2])
validators = {}


def validator(schema):
    if schema not in validators:
        parsed = json.loads((folder / schema).read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(parsed)
        validators[schema] = Draft202012Validator(parsed)
    return validators[schema]


cases = json.loads(cases_file.read_text(encoding="utf-8"))
print(json.dumps([n for n, case in enumerate(cases) if validator(case["schema"]).is_valid(case["instance"])]))
