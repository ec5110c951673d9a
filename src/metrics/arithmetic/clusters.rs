//! Whose answers are alike: the clusters of a side, one by one and summed by size.
//!
//! An answer's cluster is its account, else its contact, else the answer itself (Kish 1965). Sums by size are all that
//! the variance of a comparison needs, so that a group can be held against everyone else without going through
//! everyone, and a count of a billion answers that belong to nobody is one line.

use crate::metrics::arithmetic::observation::{Observation, number};

/// Whose an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Whose {
    /// Its contact's, whose account is not known, or is the only one.
    Contact(u32),
    /// Its account's.
    Account(u32),
}

/// Which accounts the answers of a side are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// All are of this one.
    One(u32),
    /// Every answer has an account, and there are two or more.
    Several,
    /// Some have none.
    Unknown,
}

impl Owner {
    /// Of one or more answers.
    pub(crate) fn of(answers: &[Observation]) -> Self {
        let mut accounts = answers.iter().map(|answer| answer.account);
        let Some(Some(first)) = accounts.next() else { return Self::Unknown };
        accounts.fold(Self::One(first), |owner, account| match (owner, account) {
            (_, None) | (Self::Unknown, _) => Self::Unknown,
            (Self::One(one), Some(account)) if one == account => owner,
            _ => Self::Several,
        })
    }

    /// The cluster of an answer; none where it stands for itself.
    fn whose(self, answer: &Observation) -> Option<Whose> {
        let contact = answer.contact.map(Whose::Contact);
        match self {
            Self::One(_) => contact,
            Self::Several | Self::Unknown => answer.account.map(Whose::Account).or(contact),
        }
    }
}

/// The answers of one cluster.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cluster {
    whose: Whose,
    /// How many answers, at least 1.
    pub(crate) n: u64,
    /// Their sum, each less the origin.
    pub(crate) sum: f64,
    /// The sum of their squares, each less the origin.
    squares: f64,
}

/// The clusters of one size, summed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// How many answers each has, at least 1.
    pub(crate) each: u64,
    /// How many clusters.
    pub(crate) clusters: u64,
    /// The sum of the clusters' sums.
    pub(crate) sum: f64,
    /// The sum of the squares of the clusters' sums.
    pub(crate) squared_sums: f64,
    /// The sum of the squares of all answers.
    pub(crate) squares: f64,
}

impl Size {
    fn of(cluster: &Cluster) -> Self {
        let Cluster { n, sum, squares, .. } = *cluster;
        Self { each: n, clusters: 1, sum, squared_sums: sum * sum, squares }
    }

    fn add(&mut self, more: &Self) {
        self.clusters = self.clusters.saturating_add(more.clusters);
        self.sum += more.sum;
        self.squared_sums += more.squared_sums;
        self.squares += more.squares;
    }

    fn subtract(&mut self, less: &Self) {
        self.clusters = self.clusters.saturating_sub(less.clusters);
        self.sum -= less.sum;
        self.squared_sums -= less.squared_sums;
        self.squares -= less.squares;
    }
}

/// The clusters of a side.
#[derive(Debug)]
pub(crate) struct Clusters {
    /// Those with a name, ascending.
    pub(crate) named: Vec<Cluster>,
    /// The answers that stand for themselves.
    alone: Size,
    /// All of them by size, ascending.
    pub(crate) sizes: Vec<Size>,
}

impl Clusters {
    /// Of answers as the measure reads them, which it sorts. Sums are of what they are more than `origin`, so that
    /// little is lost where they are far from 0 and near to each other.
    pub(crate) fn of(answers: &mut [Observation], owner: Owner, origin: f64) -> Self {
        let key = |answer: &Observation| (owner.whose(answer), answer.contact);
        let order = |a: &Observation, b: &Observation| key(a).cmp(&key(b)).then(a.x.total_cmp(&b.x));
        if !answers.is_sorted_by(|a, b| order(a, b).is_le()) {
            answers.sort_by(order);
        }
        let mut clusters = Self {
            named: Vec::new(),
            alone: Size { each: 1, clusters: 0, sum: 0.0, squared_sums: 0.0, squares: 0.0 },
            sizes: Vec::new(),
        };
        for equal in answers.chunk_by(|a, b| order(a, b).is_eq()) {
            let Some(first) = equal.first() else { continue };
            let n = equal.iter().fold(0, |n: u64, answer| n.saturating_add(answer.count));
            clusters.add(owner.whose(first), n, first.x - origin);
        }
        clusters.sizes = sizes(clusters.named.iter().map(Size::of).chain([clusters.alone]));
        clusters
    }

    /// Adds `n` equal answers of a cluster that is the last one so far or comes after it.
    fn add(&mut self, whose: Option<Whose>, n: u64, x: f64) {
        let (sum, squares) = (x * number(n), x * x * number(n));
        match (whose, self.named.last_mut()) {
            (None, _) => self.alone.add(&Size { each: 1, clusters: n, sum, squared_sums: squares, squares }),
            (Some(whose), Some(last)) if last.whose == whose => {
                last.n = last.n.saturating_add(n);
                last.sum += sum;
                last.squares += squares;
            }
            (Some(whose), _) => self.named.push(Cluster { whose, n, sum, squares }),
        }
    }

    /// The sizes of what is left without a part of these answers, whose clusters are made in the same way.
    pub(crate) fn sizes_without(&self, part: &Self) -> Vec<Size> {
        let mut sizes = self.sizes.clone();
        subtract(&mut sizes, &part.alone);
        for (whole, left) in self.cut_by(part) {
            subtract(&mut sizes, &Size::of(whole));
            if let Some(left) = left {
                add(&mut sizes, &Size::of(&left));
            }
        }
        sizes.retain(|size| size.clusters > 0);
        sizes
    }

    /// The clusters that are on both sides, with what each side has of them.
    pub(crate) fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (Cluster, Cluster)> {
        let mut others = other.named.iter().peekable();
        self.named.iter().filter_map(move |cluster| {
            while others.next_if(|other| other.whose < cluster.whose).is_some() {}
            others.next_if(|other| other.whose == cluster.whose).map(|other| (*cluster, *other))
        })
    }

    /// The same for what is left without a part and that part.
    pub(crate) fn shared_without<'a>(&'a self, part: &'a Self) -> impl Iterator<Item = (Cluster, Cluster)> {
        self.cut_by(part).zip(&part.named).filter_map(|((_, left), part)| Some((left?, *part)))
    }

    /// For each cluster of a part the whole one, and what is left of it.
    fn cut_by<'a>(&'a self, part: &'a Self) -> impl Iterator<Item = (&'a Cluster, Option<Cluster>)> {
        part.named.iter().filter_map(|part| {
            let place = self.named.binary_search_by(|whole| whole.whose.cmp(&part.whose)).ok()?;
            let whole = self.named.get(place)?;
            let (n, sum, squares) =
                (whole.n.saturating_sub(part.n), whole.sum - part.sum, whole.squares - part.squares);
            Some((whole, (n > 0).then_some(Cluster { n, sum, squares, ..*whole })))
        })
    }
}

/// Clusters summed by size, ascending.
fn sizes(clusters: impl Iterator<Item = Size>) -> Vec<Size> {
    let mut sizes = Vec::new();
    for size in clusters.filter(|size| size.clusters > 0) {
        add(&mut sizes, &size);
    }
    sizes
}

fn add(sizes: &mut Vec<Size>, more: &Size) {
    match sizes.binary_search_by(|known| known.each.cmp(&more.each)) {
        Ok(place) => {
            if let Some(known) = sizes.get_mut(place) {
                known.add(more);
            }
        }
        Err(place) => sizes.insert(place, *more),
    }
}

fn subtract(sizes: &mut [Size], less: &Size) {
    let place = sizes.binary_search_by(|known| known.each.cmp(&less.each));
    if let Some(known) = place.ok().and_then(|place| sizes.get_mut(place)) {
        known.subtract(less);
    }
}
