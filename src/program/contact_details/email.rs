//! E-mail addresses: what stands around an `@`.

/// The longest part before the `@` (RFC 5321), and the longest name of a domain.
const LONGEST: (usize, usize) = (64, 255);

/// Where the address around an `@` begins and ends. It does not begin before `done`.
pub(super) fn around(letters: &[char], done: usize, at: usize) -> Option<(usize, usize)> {
    let before = letters.get(done..at)?.iter().rev().take(LONGEST.0);
    let before = before.take_while(|letter| is_local(**letter)).count();
    let mut from = at - before;
    while letters.get(from).is_some_and(|first| matches!(first, '.' | '\'' | '-')) {
        from += 1;
    }
    let after = letters.get(at + 1..)?.iter().take(LONGEST.1);
    let domain: Vec<char> = after.copied().take_while(|letter| is_domain(*letter)).collect();
    let length = domain.len() - domain.iter().rev().take_while(|last| matches!(last, '.' | '-')).count();
    let domain = domain.get(..length)?;
    let mut labels = domain.rsplit(|letter| *letter == '.');
    let top = labels.next()?;
    let is_top = top.len() > 1 && top.first().is_some_and(|first| first.is_alphabetic());
    let has_name = labels.next().is_some() && domain.split(|letter| *letter == '.').all(|label| !label.is_empty());
    (from < at && is_top && has_name).then_some((from, at + 1 + length))
}

fn is_local(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '_' | '%' | '+' | '-' | '\'' | '&' | '=' | '~')
}

fn is_domain(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '-')
}
