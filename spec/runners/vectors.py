# python3 vectors.py spec/vectors/*-id*.json
import json
import re
import sys

# re.ASCII: without it \w takes é and ٣. fullmatch: match() with $ takes a line feed behind a good id.
PATTERNS = {
    "ClientId": re.compile(r"[\w+]+", re.ASCII),
    "UserPoolId": re.compile(r"[\w-]+_[0-9a-zA-Z]+", re.ASCII),
}
LONGEST = {"ClientId": 128, "UserPoolId": 55}

count = 0
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as text:
        file = json.load(text)
    kind = file["kind"]
    for vector in file["vectors"]:
        id, count = vector["id"], count + 1
        broken = {
            "pattern": PATTERNS[kind].fullmatch(id) is None,
            "minLength": len(id) < 1,  # len() counts code points, as the contract does
            "maxLength": len(id) > LONGEST[kind],
        }
        if {constraint for constraint in broken if broken[constraint]} != set(vector["violations"]):
            sys.exit(f"{name}: {vector['why']}")
print(count, "vectors hold")
