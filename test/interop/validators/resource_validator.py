"""aws-resource-validator, its Pydantic model of the request. Patterns are judged only if one asks for it."""

from aws_resource_validator.pydantic_models.cognito_idp import ListUserPoolClientSecretsRequestTypeDef as Request
from lines import answer_lines
from pydantic import ValidationError

GOOD = {"ClientId": "1h57kf5cpq17m0eml12example", "UserPoolId": "us-east-1_Example12"}


def accepts(member, value):
    try:
        Request.model_validate({**GOOD, member: value}, context={"aws_validate_patterns": True})
        return True
    except ValidationError:
        return False


answer_lines(accepts)
