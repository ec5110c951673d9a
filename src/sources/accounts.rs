//! `data/accounts.yaml` and `data/contacts.yaml`: who the customers are, and who is in each buying group.

use jiff::civil::Date;

use super::decode::{Located, Named};
use super::record::{record, words};
use super::values::{Id, Texts};

record! {
    /// A file of accounts.
    AccountsFile, "a file of accounts" {
        /// The accounts.
        accounts: Vec<Account>,
    }
}

record! {
    /// A file of contacts.
    ContactsFile, "a file of contacts" {
        /// The contacts, each with its account.
        contacts: Vec<Contact>,
    }
}

record! {
    /// A customer.
    Account, "an account" {
        /// Its id, as in the CRM.
        id: Id,
        /// Its name; default its id.
        name: Option<String>,
        /// The account it belongs to.
        parent: Option<Id>,
        /// Where it stands; default active.
        status: Option<Status>,
        /// Revenue a year, in the program's currency.
        revenue: Option<Located<f64>>,
        /// Customer since.
        since: Option<Date>,
        /// The next renewal.
        renewal: Option<Date>,
        /// Who manages it.
        owner: Option<String>,
        /// Anything else: tier, region, industry, products.
        attributes: Named<Texts>,
        /// Ids it had elsewhere or before a merger.
        aliases: Vec<Id>,
        /// How it was until a day, where it was different.
        history: Vec<Past>,
        /// The owner's own word on where it stands.
        level: Option<OwnerLevel>,
        /// Its buying group.
        contacts: Vec<Contact>,
    }
}

words! {
    /// Where an account stands.
    Status, "`active`, `churned` or `prospect`" {
        /// A customer.
        Active = "active",
        /// No longer a customer.
        Churned = "churned",
        /// Not yet a customer.
        Prospect = "prospect",
    }
}

record! {
    /// How an account was until a day, that day included.
    Past, "an entry of `history`" {
        /// The last day it was so.
        until: Date,
        /// Its name then.
        name: Option<String>,
        /// Its parent then.
        parent: Option<Id>,
        /// Its status then.
        status: Option<Status>,
        /// Its revenue a year then.
        revenue: Option<Located<f64>>,
        /// Its renewal then.
        renewal: Option<Date>,
        /// Its owner then.
        owner: Option<String>,
        /// Its attributes then, where they were different.
        attributes: Named<Texts>,
    }
}

record! {
    /// A level of risk set by hand.
    OwnerLevel, "`level`" {
        /// The level.
        is: LevelWord,
        /// Who says so.
        by: String,
        /// Since when.
        on: Date,
        /// Why.
        because: String,
    }
}

words! {
    /// A level of risk.
    LevelWord, "`safe`, `watch`, `at-risk` or `unknown`" {
        /// No reason for concern.
        Safe = "safe",
        /// One reason for concern.
        Watch = "watch",
        /// Likely to leave.
        AtRisk = "at-risk",
        /// Not enough is known.
        Unknown = "unknown",
    }
}

record! {
    /// A person of a buying group.
    Contact, "a contact" {
        /// Its id, unique in the program.
        id: Id,
        /// Its account, where it does not stand under one.
        account: Option<Id>,
        /// Its name.
        name: Option<String>,
        /// Its job.
        title: Option<String>,
        /// Its role in buying: decision-maker, influencer, user, gatekeeper, or another.
        role: Option<String>,
        /// Its weight in decisions; default 1.
        influence: Option<Located<f64>>,
        /// The last day it was a contact.
        until: Option<Date>,
        /// Anything else.
        attributes: Named<Texts>,
        /// What matters to it.
        priorities: Vec<String>,
        /// Whether it may be asked to speak for us to others.
        reference: Option<Reference>,
    }
}

words! {
    /// Whether somebody may be asked for a reference.
    Reference, "`yes` or `no`" {
        /// They agreed to be asked.
        Yes = "yes",
        /// They do not want to be asked.
        No = "no",
    }
}
