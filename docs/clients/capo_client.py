"""Adapter: capo, an asynchronous SDK for Python, for `verify-client -- python3 docs/clients/capo_client.py`."""

import asyncio
import json
import os
import sys

from capo_cognito_identity_provider import AsyncCognitoIdentityProviderClient
from capo_cognito_identity_provider.errors import ServiceError


def milliseconds(date):
    return None if date is None else round(date.timestamp() * 1000)


async def call(client, ids):
    try:
        answer = await client.list_user_pool_client_secrets(ids["UserPoolId"], ids["ClientId"])
    except ServiceError as error:
        reason = getattr(error, "data", {}).get("reason_code")
        return {"error": {"type": error.code, "message": error.message, "reasonCode": reason}}
    except Exception as error:  # it has no class of its own for an answer that it cannot read
        return {"refused": type(error).__name__}
    if "client_secrets" not in answer:
        return {"refused": "no client_secrets"}
    return {
        "secrets": [
            {"id": s.get("client_secret_id"), "createDate": milliseconds(s.get("client_secret_create_date"))}
            for s in answer["client_secrets"]
        ]
    }


async def main():
    settings = {"endpoint": os.environ["COGNITO_ENDPOINT"], "region": os.environ["AWS_REGION"], "retry_max_attempts": 1}
    async with AsyncCognitoIdentityProviderClient(**settings) as client:
        while line := await asyncio.to_thread(sys.stdin.readline):
            print(json.dumps(await call(client, json.loads(line))), flush=True)


asyncio.run(main())
