"""Adapter: aiobotocore (and so aioboto3), for `verify-client -- python3 docs/clients/aiobotocore_client.py`."""

import asyncio
import json
import os
import sys

from aiobotocore.config import AioConfig
from aiobotocore.session import get_session
from botocore.exceptions import ClientError


def milliseconds(date):
    return None if date is None else round(date.timestamp() * 1000)


async def call(client, ids):
    try:
        answer = await client.list_user_pool_client_secrets(**ids)
    except ClientError as error:
        # the class that botocore made for the documented exceptions, the answer's own code for the others
        name = type(error).__name__
        code = error.response["Error"]["Code"]
        message = error.response["Error"].get("Message") or None
        reason = error.response.get("reasonCode")
        return {"error": {"type": code if name == "ClientError" else name, "message": message, "reasonCode": reason}}
    except Exception as error:  # aiohttp has its own classes for an answer that it cannot read
        return {"refused": type(error).__name__}
    if "ClientSecrets" not in answer:
        return {"refused": "no ClientSecrets"}
    return {
        "secrets": [
            {"id": s.get("ClientSecretId"), "createDate": milliseconds(s.get("ClientSecretCreateDate"))}
            for s in answer["ClientSecrets"]
        ]
    }


async def main():
    settings = {
        "endpoint_url": os.environ["COGNITO_ENDPOINT"],
        "config": AioConfig(retries={"total_max_attempts": 1}),
    }
    async with get_session().create_client("cognito-idp", **settings) as client:
        # stdin is read in a thread: a blocking read here would stop the event loop, and with it the connection
        while line := await asyncio.to_thread(sys.stdin.readline):
            print(json.dumps(await call(client, json.loads(line))), flush=True)


asyncio.run(main())
