// Adapter: the AWS SDK for Go v2. `go build -o client` here, then `verify-client -- ./client`.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	cognito "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
	"github.com/aws/smithy-go"
)

type object = map[string]any

func report(answer *cognito.ListUserPoolClientSecretsOutput, err error) object {
	var named smithy.APIError
	var invalid *types.InvalidParameterException
	switch {
	case errors.As(err, &invalid):
		return object{"error": object{"type": invalid.ErrorCode(), "message": invalid.Message, "reasonCode": invalid.ReasonCode}}
	case errors.As(err, &named):
		return object{"error": object{"type": named.ErrorCode(), "message": named.ErrorMessage()}}
	case err != nil:
		return object{"refused": "no call was made, or its answer could not be read"}
	case answer.ClientSecrets == nil:
		return object{"refused": "no ClientSecrets"}
	}
	secrets := []object{}
	for _, secret := range answer.ClientSecrets {
		secrets = append(secrets, object{"id": secret.ClientSecretId, "createDate": secret.ClientSecretCreateDate})
	}
	return object{"secrets": secrets}
}

func main() {
	client := cognito.New(cognito.Options{
		BaseEndpoint: aws.String(os.Getenv("COGNITO_ENDPOINT")),
		Region:       os.Getenv("AWS_REGION"),
		Retryer:      aws.NopRetryer{},
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: os.Getenv("AWS_ACCESS_KEY_ID"), SecretAccessKey: os.Getenv("AWS_SECRET_ACCESS_KEY")}, nil
		}),
	})
	lines, reports := bufio.NewScanner(os.Stdin), json.NewEncoder(os.Stdout)
	for lines.Scan() {
		ids := cognito.ListUserPoolClientSecretsInput{}
		if err := json.Unmarshal(lines.Bytes(), &ids); err != nil {
			panic(err)
		}
		reports.Encode(report(client.ListUserPoolClientSecrets(context.Background(), &ids)))
	}
}
