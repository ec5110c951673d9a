//! `serve`: the site in a browser, kept up with its sources.
//!
//! The site lies on disk as `build` makes it, and is served from there; what a page needs to be kept up is put into it
//! on the way to the browser. All of axum, hyper, tokio and tower-http is below here.

mod connections;
mod files;
mod hosts;
mod live;
mod server;

use std::net::{SocketAddr, TcpListener, ToSocketAddrs};
use std::process::ExitCode;

use super::{MISTAKES, build, watch};
use crate::cli::{CheckArgs, GlobalArgs, ServeArgs};
use crate::output::target;
use hosts::Hosts;
use live::Live;

/// So many ports are tried.
const MOST_PORTS: u16 = 100;

/// Serves the site until it is told to end.
pub(super) fn serve(args: &ServeArgs, global: GlobalArgs) -> ExitCode {
    let (listener, address) = match listen(&args.host, args.port) {
        Ok(listening) => listening,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(MISTAKES);
        }
    };
    if args.port != 0 && address.port() != args.port {
        watch::say(&format!("port {} is taken", args.port));
    }
    settle(&args.check);
    let site = args.check.output.clone().unwrap_or_else(|| args.check.dir.join("site"));
    let live = Live::new(live::base(args.check.base_url.as_deref()));
    if let Err(error) = server::start(listener, site, Hosts::new(&args.host, address), &live) {
        eprintln!("error: cannot serve: {error}");
        return ExitCode::from(MISTAKES);
    }
    let url = move |base: &str| format!("http://{address}{base}");
    watch::say(&format!("serving {}, Ctrl-C ends it", url(&live.base())));
    if args.open
        && let Err(error) = open::that_detached(url(&live.base()))
    {
        eprintln!("warning: cannot open a browser: {error}");
    }
    watch::run(&args.check, &args.changes, global, live.clone(), move |outcome| {
        let before = live.base();
        live.tell(outcome);
        if live.base() != before {
            watch::say(&format!("serving {}", url(&live.base())));
        }
    })
}

/// Finishes what a killed process has left before anybody is answered. Should that fail, the first build says so.
fn settle(args: &CheckArgs) {
    let options = build::options(args);
    let target = options.ok().and_then(|options| target(&options.source, &options.output, options.overwrite).ok());
    let _ = target.map(|target| target.settle());
}

/// Listens on the port, or on the next one that is free.
fn listen(host: &str, port: u16) -> Result<(TcpListener, SocketAddr), String> {
    let last = port.saturating_add(if port == 0 { 0 } else { MOST_PORTS });
    let mut refused = String::new();
    for port in port..=last {
        let addresses = (host, port).to_socket_addrs();
        let addresses = addresses.map_err(|error| format!("cannot listen on `{host}`: {error}"))?;
        match TcpListener::bind(&*addresses.collect::<Vec<_>>()).and_then(|listener| {
            let address = listener.local_addr()?;
            Ok((listener, address))
        }) {
            Ok(listening) => return Ok(listening),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => refused = error.to_string(),
            Err(error) => {
                return Err(format!("cannot listen on `{host}` port {port}: {error}; give another with `--port`"));
            }
        }
    }
    Err(format!("the ports {port} to {last} are all taken ({refused}); give another with `--port`"))
}
