//! Connections → requests: whoever connects and asks for nothing is not waited for.
//!
//! A process may have only so many connections at a time. Browsers open some ahead and leave them; others are left half
//! open by whoever went away. They are closed after a while, and sooner where there are many.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

/// So long the head of a request may take, from the connection or from the answer before.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// So many connections there may be before the oldest that has asked for nothing is closed for a new one: half of what
/// the strictest system allows a process.
const MOST_WAITING: usize = 100;

/// The pause where the system has no more connections to give.
const RECOVERY: Duration = Duration::from_millis(100);

/// A connection that may still be open.
struct Connection {
    task: AbortHandle,
    has_asked: Arc<AtomicBool>,
}

/// Answers whoever connects, until the process ends.
pub(super) async fn answer(listener: TcpListener, app: Router) {
    let mut open: Vec<Connection> = Vec::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                open.retain(|connection| !connection.task.is_finished());
                make_room(&mut open);
                let has_asked = Arc::new(AtomicBool::new(false));
                let task = tokio::spawn(serve(stream, app.clone(), Arc::clone(&has_asked)));
                open.push(Connection { task: task.abort_handle(), has_asked });
            }
            Err(_) => tokio::time::sleep(RECOVERY).await,
        }
    }
}

/// Closes the oldest connection that has asked for nothing, where there are many.
fn make_room(open: &mut Vec<Connection>) {
    let oldest = open.iter().position(|connection| !connection.has_asked.load(Relaxed));
    if let Some(oldest) = oldest.filter(|_| open.len() >= MOST_WAITING) {
        open.remove(oldest).task.abort();
    }
}

/// Answers the requests of a connection.
async fn serve(stream: TcpStream, app: Router, has_asked: Arc<AtomicBool>) {
    let app = TowerToHyperService::new(app);
    let service = service_fn(move |request| {
        has_asked.store(true, Relaxed);
        app.call(request)
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(LONGEST_WAIT);
    // Whoever hangs up, or says what is no request, is answered no more.
    let _ = http.serve_connection(TokioIo::new(stream), service).await;
}
