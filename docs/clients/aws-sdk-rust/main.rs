//! Adapter: the AWS SDK for Rust. `cargo build` here, then `verify-client -- target/debug/aws-sdk-rust`.
use aws_sdk_cognitoidentityprovider::config::{retry::RetryConfig, BehaviorVersion, Credentials, Region};
use aws_sdk_cognitoidentityprovider::operation::list_user_pool_client_secrets::ListUserPoolClientSecretsError as ListError;
use aws_sdk_cognitoidentityprovider::{error::ProvideErrorMetadata, error::SdkError, Client, Config};
use serde_json::{json, Value};
use std::env::var;
use std::io::{stdin, BufRead};

/// Rounded: the SDK's own `to_millis` makes 122 ms of 0.123 s.
fn milliseconds(seconds: f64) -> f64 {
    (seconds * 1000.0).round()
}

async fn call(client: &Client, ids: &Value) -> Value {
    let answer = client
        .list_user_pool_client_secrets()
        .user_pool_id(ids["UserPoolId"].as_str().unwrap_or_default())
        .client_id(ids["ClientId"].as_str().unwrap_or_default())
        .send()
        .await;
    match answer {
        Ok(output) => match output.client_secrets {
            None => json!({"refused": "no ClientSecrets"}),
            Some(secrets) => json!({"secrets": secrets.iter().map(|secret| json!({
                "id": secret.client_secret_id,
                "createDate": secret.client_secret_create_date.map(|date| milliseconds(date.as_secs_f64())),
            })).collect::<Vec<_>>()}),
        },
        Err(SdkError::ServiceError(answered)) => {
            let error = answered.into_err();
            let reason = match &error {
                ListError::InvalidParameterException(invalid) => invalid.reason_code(),
                _ => None,
            };
            json!({"error": {"type": error.code(), "message": error.message(), "reasonCode": reason}})
        }
        Err(error) => json!({"refused": error.to_string()}),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let names = ["COGNITO_ENDPOINT", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
    let [endpoint, region, key, secret] = names.map(|name| var(name).unwrap_or_default());
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .endpoint_url(endpoint)
        .region(Region::new(region))
        .credentials_provider(Credentials::new(key, secret, None, None, "environment"))
        .retry_config(RetryConfig::disabled())
        .build();
    let client = Client::from_conf(config);
    for line in stdin().lock().lines().map_while(Result::ok) {
        println!("{}", call(&client, &serde_json::from_str(&line).unwrap_or_default()).await);
    }
}
