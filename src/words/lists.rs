//! Several things in a row as a language writes them.

use super::Words;

impl Words {
    /// Several things in a row: `9, 6 and 5`.
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, things: &[S]) -> String {
        match things {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [most @ .., last] => {
                let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
                let most = most.join(&self.plain("list-separator"));
                self.say("list", &[("most", most.into()), ("last", last.as_ref().into())])
            }
        }
    }

    /// The first of several things and how many more there are: `9, 6 and 2 others`.
    #[must_use]
    pub fn some(&self, things: &[String], most: usize) -> String {
        match things.split_at_checked(most) {
            Some((named, more)) if !more.is_empty() => {
                let others = self.say("others", &[("n", more.len().into())]);
                self.list(&named.iter().map(String::as_str).chain([others.as_str()]).collect::<Vec<_>>())
            }
            _ => self.list(things),
        }
    }
}
