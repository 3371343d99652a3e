"""Asks a validator about one id a line, {"ClientId": …} or {"UserPoolId": …}, and prints whether it accepts it."""

import json
import sys


def answer_lines(accepts):
    for line in sys.stdin:
        [[member, value]] = json.loads(line).items()
        print(json.dumps(accepts(member, value)), flush=True)
