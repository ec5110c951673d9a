//! Who may ask: this machine, unless `--host` says otherwise.
//!
//! A server that listens on this machine alone can still be asked by a page of the internet whose name was made to lead
//! here (DNS rebinding). Such a request names that page's host.

use std::net::{IpAddr, SocketAddr};

/// The hosts that a request may name.
#[derive(Debug, Clone)]
pub(super) enum Hosts {
    /// Those of this machine.
    Own,
    /// Any.
    Any,
}

impl Hosts {
    /// What `--host` says, and what it came to.
    pub(super) fn new(host: &str, address: SocketAddr) -> Self {
        if is_own(host) || address.ip().is_loopback() { Self::Own } else { Self::Any }
    }

    /// Whether a request to this host, with or without a port, is answered.
    pub(super) fn answer(&self, host: &str) -> bool {
        matches!(self, Self::Any) || is_own(without_port(host))
    }
}

fn without_port(host: &str) -> &str {
    match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, _)) => address,
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    }
}

fn is_own(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
