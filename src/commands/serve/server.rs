//! Requests → answers: pages of the site with the script that keeps them up, its other files as they are, and the stream
//! of what changed.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Shared};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse, Redirect, Response};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use tokio::sync::watch::Receiver;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;
use tower_http::services::ServeFile;

use super::connections;
use super::files::{FoundFile, find, is_site};
use super::hosts::Hosts;
use super::live::{Live, LiveState, PageOrder, kind};

/// The script that keeps a page up.
const SCRIPT: &str = include_str!("live.js");

/// Where the server's own files are: below a name that is a file in every site, so that no site has anything there.
const OWN: &str = "/.cxbook/";

/// What answers are made from.
#[derive(Debug)]
struct Serving {
    site: PathBuf,
    hosts: Hosts,
    state: Receiver<LiveState>,
    live: Live,
    /// Tells this server from one that was here before, which pages may still be open of.
    run: String,
}

/// Starts to answer, on threads of its own.
pub(super) fn start(listener: TcpListener, site: PathBuf, hosts: Hosts, live: &Live) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let began = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    let run = format!("{:x}", began.as_nanos());
    let serving = Arc::new(Serving { site, hosts, state: live.receiver(), live: live.clone(), run });
    let app = Router::new().fallback(answer).with_state(serving);
    thread::spawn(move || {
        runtime.block_on(async {
            if let Ok(listener) = tokio::net::TcpListener::from_std(listener) {
                connections::answer(listener, app).await;
            }
        });
    });
    Ok(())
}

async fn answer(Shared(serving): Shared<Arc<Serving>>, request: Request) -> Response {
    if !host(&request).is_some_and(|host| serving.hosts.answer(host)) {
        let why = "this server answers only to its own machine; `--host` says otherwise\n";
        return (StatusCode::FORBIDDEN, why).into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let mut response = match request.uri().path().strip_prefix(OWN) {
        Some("live.js") => ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], SCRIPT).into_response(),
        Some("events") => serving.events(request.uri().query().unwrap_or_default()),
        Some(_) => StatusCode::NOT_FOUND.into_response(),
        None => serving.of_site(request).await,
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The host that a request names.
fn host(request: &Request) -> Option<&str> {
    let written = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    written.or_else(|| request.uri().host())
}

impl Serving {
    /// What stands at the path of a request.
    async fn of_site(&self, request: Request) -> Response {
        let path = request.uri().path().to_owned();
        let state = self.state.borrow().clone();
        let Some(below) = path.strip_prefix(&*state.base) else {
            if path == "/" || format!("{path}/") == *state.base {
                return Redirect::temporary(&state.base).into_response();
            }
            let text = format!("the site is at {}\n", state.base);
            return (StatusCode::NOT_FOUND, text).into_response();
        };
        if !is_site(&self.site) {
            return (StatusCode::SERVICE_UNAVAILABLE, Html(self.kept_up(WAITING, "", &state))).into_response();
        }
        let found = find(&self.site, below);
        if let FoundFile::File(_, address) | FoundFile::Nothing(address) = &found
            && let Some(html) = state.early(address)
        {
            return Html(self.kept_up(html, address, &state)).into_response();
        }
        match found {
            FoundFile::File(file, address) if kind(&address) == "html" => self.page(&file, &address, &state),
            FoundFile::File(file, _) => unkept(&file, request).await,
            FoundFile::Folder => Redirect::temporary(&format!("{path}/")).into_response(),
            FoundFile::Nothing(address) => self.missing(&address, &state),
        }
    }

    fn page(&self, file: &Path, address: &str, state: &LiveState) -> Response {
        match std::fs::read(file) {
            Ok(bytes) => Html(self.kept_up(&String::from_utf8_lossy(&bytes), address, state)).into_response(),
            Err(_) => self.missing(address, state),
        }
    }

    /// The site's own page for what is missing. It stands at any address, so its links have to begin at the root.
    fn missing(&self, address: &str, state: &LiveState) -> Response {
        let html = std::fs::read_to_string(self.site.join("404.html")).unwrap_or_else(|_| NOTHING.to_owned());
        let html = match &state.base_url {
            Some(url) => html.replace(&format!("\"{}/", url.trim_end_matches('/')), &format!("\"{}", state.base)),
            None => rooted(&html, &state.base),
        };
        (StatusCode::NOT_FOUND, Html(self.kept_up(&html, address, state))).into_response()
    }

    /// A page with the script that keeps it up, at the end of its head.
    fn kept_up(&self, html: &str, address: &str, state: &LiveState) -> String {
        let query = format!("run={}&build={}&page={}", self.run, state.build, encoded(address));
        let script =
            format!("<script defer src=\"{OWN}live.js\" data-query=\"{}\"></script>", query.replace('&', "&amp;"));
        match html.split_once("</head>") {
            Some((head, rest)) => format!("{head}{script}</head>{rest}"),
            None => format!("{html}{script}"),
        }
    }

    /// What a page has to do, now and after each build: a line with the order, then the mistakes.
    fn events(&self, query: &str) -> Response {
        let value = |name: &str| {
            let pair = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
            percent_decode_str(pair.unwrap_or_default()).decode_utf8_lossy().into_owned()
        };
        let page = value("page");
        let mut loaded = value("build").parse().ok().filter(|_| value("run") == self.run);
        let opened = self.live.opened(&page);
        let events = WatchStream::new(self.state.clone()).map(move |state| {
            // As long as it is told something it is open.
            let _ = &opened;
            let order = loaded.map_or(PageOrder::Reload, |loaded| state.order(&page, loaded));
            loaded = Some(state.build);
            Ok::<_, Infallible>(event(&order, &state))
        });
        Sse::new(events).keep_alive(KeepAlive::default()).into_response()
    }
}

/// A page of the site's root whose links begin there, wherever it stands.
fn rooted(html: &str, base: &str) -> String {
    let mut rooted = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = [" href=\"", " src=\""].iter().filter_map(|name| Some(rest.find(name)? + name.len())).min() {
        let (before, link) = rest.split_at(at);
        rooted.push_str(before);
        let is_relative =
            !link.starts_with(['/', '#', '"']) && !link.split('"').next().unwrap_or_default().contains(':');
        rooted.push_str(if is_relative { base } else { "" });
        rest = link;
    }
    rooted + rest
}

/// The address for the text of a link.
fn encoded(address: &str) -> String {
    utf8_percent_encode(address, NON_ALPHANUMERIC).to_string()
}

fn event(order: &PageOrder, state: &LiveState) -> Event {
    let order = match order {
        PageOrder::Stay => "stay".to_owned(),
        PageOrder::Reload => "reload".to_owned(),
        PageOrder::Style(styles) => {
            let paths = styles.iter().map(|address| format!(" {}{address}", state.base));
            format!("style{}", paths.collect::<String>())
        }
    };
    // A line may not end in a carriage return here, and none of these does.
    Event::default().data(format!("{order}\n{}", state.mistakes.replace('\r', "")))
}

/// A file as it is. What the browser holds of it is not asked for: two edits may lie within a second.
async fn unkept(file: &Path, mut request: Request) -> Response {
    let headers: &mut HeaderMap = request.headers_mut();
    headers.remove(header::IF_MODIFIED_SINCE);
    headers.remove(header::IF_NONE_MATCH);
    match ServeFile::new(file).try_call(request).await {
        Ok(response) => response.map(Body::new),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The page before there is a site.
const WAITING: &str = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>No site yet</title>\n\
    <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
    </head>\n<body style=\"font-family: system-ui\">\n<p>There is no site yet. This page shows it as soon as it is built.</p>\n</body>\n</html>\n";

/// The page for what is missing where the site has none.
const NOTHING: &str = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Page not found</title>\n\
    <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
    </head>\n<body style=\"font-family: system-ui\">\n<p>There is no page at this address.</p>\n</body>\n</html>\n";
