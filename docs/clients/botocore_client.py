"""Adapter: botocore (and so boto3), for `verify-client -- python3 docs/clients/botocore_client.py`."""

import json
import os
import sys

import botocore.session
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError

client = botocore.session.get_session().create_client(
    "cognito-idp",
    endpoint_url=os.environ["COGNITO_ENDPOINT"],
    config=Config(retries={"total_max_attempts": 1}),
)


def milliseconds(date):
    return None if date is None else round(date.timestamp() * 1000)


def call(ids):
    try:
        answer = client.list_user_pool_client_secrets(**ids)
    except ParamValidationError:
        return {"refused": "ParamValidationError"}
    except ClientError as error:
        # the class that botocore made for the documented exceptions, the answer's own code for the others
        name = type(error).__name__
        code = error.response["Error"]["Code"]
        message = error.response["Error"].get("Message") or None
        reason = error.response.get("reasonCode")
        return {"error": {"type": code if name == "ClientError" else name, "message": message, "reasonCode": reason}}
    except (BotoCoreError, ValueError, KeyError, TypeError, AttributeError) as error:
        return {"refused": type(error).__name__}
    if "ClientSecrets" not in answer:
        return {"refused": "no ClientSecrets"}
    return {
        "secrets": [
            {"id": s.get("ClientSecretId"), "createDate": milliseconds(s.get("ClientSecretCreateDate"))}
            for s in answer["ClientSecrets"]
        ]
    }


for line in sys.stdin:
    print(json.dumps(call(json.loads(line))), flush=True)
