//! fakecloud's own Cognito service under fakecloud's own dispatcher, at the defaults of its server, with nothing of ours
//! in between. The whole server is of 700 crates.
use std::{env, error::Error, net::SocketAddr, sync::Arc};

use axum::{Extension, Router};
use fakecloud_cognito::CognitoService;
use fakecloud_core::dispatch::{dispatch, DispatchConfig};
use fakecloud_core::{multi_account::MultiAccountState, registry::ServiceRegistry};
use parking_lot::RwLock;
use tokio::net::TcpListener;

const ACCOUNT: &str = "123456789012";
const REGION: &str = "us-east-1";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = env::args().skip_while(|argument| argument != "--addr").nth(1).ok_or("--addr HOST:PORT")?;
    let listener = TcpListener::bind(&address).await?;
    let endpoint = format!("http://{}", listener.local_addr()?);
    let state = MultiAccountState::new(ACCOUNT, REGION, &endpoint);
    let mut registry = ServiceRegistry::new();
    registry.register(Arc::new(CognitoService::new(Arc::new(RwLock::new(state)))));
    let app = Router::new()
        .fallback(dispatch)
        .layer(Extension(Arc::new(registry)))
        .layer(Extension(Arc::new(DispatchConfig::new(REGION, ACCOUNT))));
    axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>()).await?;
    Ok(())
}
