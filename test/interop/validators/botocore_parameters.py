"""What botocore checks before it sends a request."""

import botocore.session
from botocore.validate import ParamValidator
from lines import answer_lines

GOOD = {"ClientId": "1h57kf5cpq17m0eml12example", "UserPoolId": "us-east-1_Example12"}

model = botocore.session.get_session().get_service_model("cognito-idp")
shape = model.operation_model("ListUserPoolClientSecrets").input_shape

answer_lines(lambda member, value: not ParamValidator().validate({**GOOD, member: value}, shape).has_errors())
