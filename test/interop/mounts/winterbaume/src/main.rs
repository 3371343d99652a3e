//! winterbaume's own Cognito service, found, called and answered for as its server does, with nothing of ours in between:
//! the whole server is of 600 crates.
use std::{convert::Infallible, env, error::Error, sync::Arc};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::{header::HeaderMap, server::conn::http1, service::service_fn, Request, Response};
use hyper_util::rt::TokioIo;
use regex::Regex;
use tokio::net::TcpListener;
use winterbaume_cognitoidentityprovider::CognitoIdentityProviderService;
use winterbaume_core::{auth, MockRequest, MockResponse, MockService};

/// Whether a request is Cognito's: by the address, by the host, by the scope of the signature.
fn is_for(service: &dyn MockService, uri: &str, headers: &HeaderMap) -> bool {
    let name = Some(service.service_name());
    service.url_patterns().iter().any(|pattern| Regex::new(pattern).is_ok_and(|known| known.is_match(uri)))
        || auth::extract_service_from_uri(uri).as_deref() == name
        || auth::extract_service_from_headers(headers).as_deref() == name
}

async fn answer(
    service: Arc<dyn MockService>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    let host = head.headers.get("host").and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let uri = format!("https://{host}{}", head.uri.path_and_query().map_or("/", |path| path.as_str()));
    let mut headers = HeaderMap::new();
    for (name, value) in &head.headers {
        headers.insert(name.clone(), value.clone()); // of those that come twice, the last
    }
    let body = body.collect().await.map(|whole| whole.to_bytes()).unwrap_or_default();
    let answered = if is_for(&*service, &uri, &headers) {
        service.handle(MockRequest { method: head.method.to_string(), uri, headers, body }).await
    } else {
        let unknown = format!(r#"{{"__type":"UnknownService","message":"No service registered for: {uri}"}}"#);
        MockResponse::json(404, unknown)
    };
    let mut response = Response::builder().status(answered.status);
    for (name, value) in &answered.headers {
        response = response.header(name, value);
    }
    let failed = |_| Response::builder().status(500).body(Full::from("Internal Server Error")).unwrap();
    Ok(response.body(Full::new(answered.body)).unwrap_or_else(failed))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = env::args().skip_while(|argument| argument != "--addr").nth(1).ok_or("--addr HOST:PORT")?;
    let service: Arc<dyn MockService> = Arc::new(CognitoIdentityProviderService::new());
    let listener = TcpListener::bind(&address).await?;
    loop {
        let (stream, _) = listener.accept().await?;
        let service = Arc::clone(&service);
        let answers = service_fn(move |request| answer(Arc::clone(&service), request));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), answers));
    }
}
