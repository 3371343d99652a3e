# python3 responses.py spec/vectors/response.json: a client that reads descriptors, and repeats no secret
import base64
import json
import sys


def descriptor(one):
    id, date = one.get("ClientSecretId"), one.get("ClientSecretCreateDate")
    if one.get("ClientSecretValue") is not None or type(date) not in (int, float, type(None)):
        raise ValueError("a secret, or a date that is no number")  # no message quotes the answer
    if id is not None and (type(id) is not str or not 1 <= len(id) <= 128):
        raise ValueError("no id of 1 to 128 characters")
    read = {"ClientSecretId": id, "createDateMs": None if date is None else round(date * 1000)}
    return {name: value for name, value in read.items() if value is not None}


def client(status, body):
    if status != 200:
        return {"outcome": "error" if status >= 400 else "ContractViolation"}
    try:
        listed = json.loads(body)["ClientSecrets"]
        if type(listed) is not list or len(listed) > 2:
            raise ValueError("no list of at most two")
        return {"outcome": "success", "clientSecrets": [descriptor(one) for one in listed]}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return {"outcome": "ContractViolation", "because": str(error)}


vectors = json.load(open(sys.argv[1], encoding="utf-8"))["vectors"]
for vector in vectors:
    made = client(vector["status"], vector.get("body") or base64.b64decode(vector.get("bodyBase64", "")))
    right = all(vector["expected"].get(name) == made[name] for name in made if name != "because")
    if not right or vector.get("secret", "\0") in repr(made):
        sys.exit(f"{sys.argv[1]}: {vector['why']}")
print(len(vectors), "vectors hold")
