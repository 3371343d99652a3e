$version: "2.0"

// ListUserPoolClientSecrets as its documentation page has it, in Smithy IDL 2.0. The page is the authority here;
// comments that start with "Published model:" say where AWS's own Smithy model, and so the SDKs, differ from it.
//
// Needs software.amazon.smithy:smithy-aws-traits. Shape names are AWS's, so that shape ids can be compared.
namespace com.amazonaws.cognitoidentityprovider

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1

/// Only the one operation. The name of this shape is the first half of X-Amz-Target.
@service(sdkId: "Cognito Identity Provider", arnNamespace: "cognito-idp", endpointPrefix: "cognito-idp")
@sigv4(name: "cognito-idp")
@awsJson1_1
@title("Amazon Cognito Identity Provider")
service AWSCognitoIdentityProviderService {
    version: "2016-04-18"
    operations: [
        ListUserPoolClientSecrets
    ]
}

/// Which secrets an app client has, and since when. Answers with all of them at once, and never with a secret itself.
// Not paginated. Published model: no @paginated trait either, but a NextToken member in input and output.
operation ListUserPoolClientSecrets {
    input: ListUserPoolClientSecretsRequest
    output: ListUserPoolClientSecretsResponse
    errors: [
        InternalServerException
        InvalidParameterException
        LimitExceededException
        ResourceNotFoundException
        TooManyRequestsException
    ]
}

// Published model: a third, optional member NextToken (1 to 131072 of [\S]+). A server ignores it like any member that
// it does not know.
@input
structure ListUserPoolClientSecretsRequest {
    /// The app client.
    @required
    ClientId: ClientIdType

    /// The pool that the client belongs to.
    @required
    UserPoolId: UserPoolIdType
}

// Published model: a second member NextToken, which its own prose rules out.
@output
structure ListUserPoolClientSecretsResponse {
    /// All secrets of the client; empty where it has none.
    ClientSecrets: ClientSecretListDescriptorListType
}

// The page gives the limit in prose only: there are no more than two secrets at any time. Published model: no limit,
// and a list of ClientSecretDescriptorType, the type that AddUserPoolClientSecret answers with, which has a third
// member, ClientSecretValue.
@length(min: 0, max: 2)
list ClientSecretListDescriptorListType {
    member: ClientSecretListDescriptorType
}

/// Metadata of one secret. There is no member for its value.
structure ClientSecretListDescriptorType {
    /// Epoch seconds on the wire, the protocol's default; possibly fractional.
    ClientSecretCreateDate: Timestamp

    /// Opaque.
    ClientSecretId: ClientSecretIdType
}

// The page shows its patterns without anchors; a whole value has to match. Lengths count Unicode code points.
// Published model: also sensitive, so SDKs keep client ids out of their logs.
@length(min: 1, max: 128)
@pattern("^[\\w+]+$")
string ClientIdType

@length(min: 1, max: 55)
@pattern("^[\\w-]+_[0-9a-zA-Z]+$")
string UserPoolIdType

@length(min: 1, max: 128)
string ClientSecretIdType

/// The service failed.
// The page names no members; that there is a message is the protocol's custom. Published model: message, and no
// @httpError, so that 500 follows from @error.
@error("server")
@httpError(500)
structure InternalServerException {
    message: String
}

/// A member of the request is missing or breaks a constraint.
@error("client")
@httpError(400)
structure InvalidParameterException {
    message: String
    reasonCode: String
}

/// A limit of the account or the resource is reached.
@error("client")
@httpError(400)
structure LimitExceededException {
    message: String
}

/// There is no such pool, or no such client in it.
// Published model: 404. On the wire: 400, as the page says; this protocol names errors in the body, not by status.
@error("client")
@httpError(400)
structure ResourceNotFoundException {
    message: String
}

/// Too many requests in too short a time.
// Published model: 429. On the wire: 400, as the page says.
@error("client")
@httpError(400)
structure TooManyRequestsException {
    message: String
}
