"""What schemathesis cannot know: AWS JSON is JSON, and which answers the two kinds of requests have."""

import schemathesis
from schemathesis.specs.openapi.checks import positive_data_acceptance  # noqa: F401

AWS_JSON = "application/x-amz-json-1.1"
schemathesis.serializer.alias(AWS_JSON, "application/json")


@schemathesis.deserializer(AWS_JSON)
def read(ctx, response):
    return response.json()


@schemathesis.check
def well_formed_is_never_refused(ctx, response, case):
    """A status alone does not tell: a client that does not exist is a 400, as ill-formed ids are."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    name = response.json().get("__type")
    assert (response.status_code, name) in {(200, None), (400, "ResourceNotFoundException")}, name
