//! awsim's own Cognito service under awsim's own gateway, at the gateway's defaults, with nothing of ours in between. The
//! whole server has one crate for each service of AWS.
use std::{env, error::Error, sync::Arc};

use awsim_cognito::CognitoService;
use awsim_core::gateway::{handle_request, AppState};
use axum::Router;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = env::args().skip_while(|argument| argument != "--addr").nth(1).ok_or("--addr HOST:PORT")?;
    let mut state = AppState::new("us-east-1".into(), "000000000000".into());
    state.register(Arc::new(CognitoService::new()), vec![]);
    let app = Router::new().fallback(handle_request).with_state(state);
    axum::serve(TcpListener::bind(&address).await?, app).await?;
    Ok(())
}
