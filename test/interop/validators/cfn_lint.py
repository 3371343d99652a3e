"""cfn-lint, by its schema of AWS::Cognito::Terms, which holds both ids with their lengths and patterns."""

from cfnlint.jsonschema import StandardValidator
from cfnlint.schema import PROVIDER_SCHEMA_MANAGER
from lines import answer_lines

properties = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", "AWS::Cognito::Terms").schema["properties"]

answer_lines(lambda member, value: StandardValidator(properties[member]).is_valid(value))
