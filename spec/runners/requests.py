# python3 requests.py spec/vectors/request.json: a server that reads requests
import base64
import json
import re
import sys

IDS = {"ClientId": (r"[\w+]+", 128), "UserPoolId": (r"[\w-]+_[0-9a-zA-Z]+", 55)}


def broken(id, pattern, longest):
    if id is None:  # null counts as absent
        return {"required"}
    rules = {"pattern": re.fullmatch(pattern, id, re.ASCII), "minLength": id, "maxLength": len(id) <= longest}
    return {rule for rule in rules if not rules[rule]}


def read(body):
    try:
        request = json.loads(body or "{}")  # an empty body counts as {}
    except ValueError:
        return "SerializationException", set()
    if not isinstance(request, dict) or any(not isinstance(request.get(name, ""), (str, type(None))) for name in IDS):
        return "SerializationException", set()
    violations = {(name, rule) for name, limits in IDS.items() for rule in broken(request.get(name), *limits)}
    return "InvalidParameterException" if violations else "accepted", violations


vectors = json.load(open(sys.argv[1], encoding="utf-8"))["vectors"]
for vector in vectors:
    outcome, violations = read(vector.get("body", base64.b64decode(vector.get("bodyBase64", ""))))
    expected = vector["expected"]
    told = {(one["path"][0], one["constraint"]) for one in expected.get("violations", [])}
    if expected["outcome"] not in ("unspecified", outcome) or violations != told and expected["outcome"] != "unspecified":
        sys.exit(f"{sys.argv[1]}: {vector['why']}")
print(len(vectors), "vectors hold")
