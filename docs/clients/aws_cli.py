"""Adapter: the AWS CLI, one process a call, for `verify-client -- python3 docs/clients/aws_cli.py`."""

import json
import os
import re
import subprocess
import sys
from datetime import datetime

AWS = os.environ.get("AWS_CLI", "aws")


def milliseconds(date):
    if date is None:
        return None
    return round(datetime.fromisoformat(date).timestamp() * 1000) if isinstance(date, str) else round(date * 1000)


def call(ids):
    done = subprocess.run(
        [AWS, "cognito-idp", "list-user-pool-client-secrets", "--output", "json"]
        + ["--endpoint-url", os.environ["COGNITO_ENDPOINT"]]
        + ["--user-pool-id", ids["UserPoolId"], "--client-id", ids["ClientId"]],
        capture_output=True,
        text=True,
        env={**os.environ, "AWS_MAX_ATTEMPTS": "1", "AWS_PAGER": ""},
    )
    if done.returncode != 0:
        named = re.search(r"An error occurred \((.*?)\) when calling the \w+ operation(?: \(.*?\))?: (.*)", done.stderr, re.S)
        if named is None:
            return {"refused": "the command failed"}
        return {"error": {"type": named.group(1), "message": named.group(2).rstrip("\n")}}
    try:
        secrets = json.loads(done.stdout)["ClientSecrets"]
        return {
            "secrets": [
                {"id": s.get("ClientSecretId"), "createDate": milliseconds(s.get("ClientSecretCreateDate"))}
                for s in secrets
            ]
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return {"refused": type(error).__name__}


for line in sys.stdin:
    print(json.dumps(call(json.loads(line))), flush=True)
