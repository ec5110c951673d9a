//! Expressions: texts, numbers, lists, names, calls, filters, and what joins them. Each knows how deep it is, so that
//! none is deeper than the stack.

use std::ops::Range;

use super::Mistake;
use super::limits::DEPTH;
use super::tokens::Token;

/// An expression and where it stands.
#[derive(Debug)]
pub(super) struct Expression<'s> {
    pub(super) form: Form<'s>,
    pub(super) range: Range<usize>,
    /// How many expressions lie in each other here, this one included.
    depth: usize,
}

/// The forms of expressions.
#[derive(Debug)]
pub(super) enum Form<'s> {
    Nothing,
    Truth(bool),
    Whole(i64),
    Decimal(f64),
    Text(String),
    Name(&'s str),
    List(Vec<Expression<'s>>),
    Call(&'s str, Vec<Expression<'s>>),
    Filter(Box<Expression<'s>>, &'s str, Vec<Expression<'s>>),
    Attribute(Box<Expression<'s>>, &'s str),
    Item(Box<Expression<'s>>, Box<Expression<'s>>),
    Not(Box<Expression<'s>>),
    Negative(Box<Expression<'s>>),
    Binary(&'static str, Box<Expression<'s>>, Box<Expression<'s>>),
    /// The first where the second holds, else the third.
    Either(Box<Expression<'s>>, Box<Expression<'s>>, Option<Box<Expression<'s>>>),
}

/// How tightly `not` binds what follows it.
const NOT: u8 = 3;
/// How tightly a minus sign before a number binds.
const NEGATIVE: u8 = 8;

/// Reads the tokens of a tag one after the other.
pub(super) struct Parser<'t, 's> {
    tokens: &'t [(Token<'s>, Range<usize>)],
    at: usize,
    level: usize,
    /// The closing braces.
    end: Range<usize>,
}

impl<'t, 's> Parser<'t, 's> {
    /// Reads the tokens of a tag that stands at a range.
    pub(super) fn new(tokens: &'t [(Token<'s>, Range<usize>)], tag: &Range<usize>) -> Self {
        Self { tokens, at: 0, level: 0, end: tag.end.saturating_sub(2)..tag.end }
    }

    /// Where the next token stands, or the end of the tag.
    pub(super) fn here(&self) -> Range<usize> {
        self.tokens.get(self.at).map_or_else(|| self.end.clone(), |(_, range)| range.clone())
    }

    /// Takes a sign if it is the next token.
    pub(super) fn sign(&mut self, sign: &str) -> bool {
        let found = matches!(self.tokens.get(self.at), Some((Token::Sign(next), _)) if *next == sign);
        self.at += usize::from(found);
        found
    }

    /// Takes a keyword if it is the next token.
    pub(super) fn word(&mut self, word: &str) -> bool {
        let found = matches!(self.tokens.get(self.at), Some((Token::Name(next), _)) if *next == word);
        self.at += usize::from(found);
        found
    }

    /// Takes a name.
    pub(super) fn name(&mut self) -> Result<&'s str, Mistake> {
        match self.tokens.get(self.at) {
            Some((Token::Name(name), _)) => {
                self.at += 1;
                Ok(name)
            }
            _ => Err(Mistake::form(self.here(), "a name is missing here")),
        }
    }

    /// The end of the tag.
    pub(super) fn end(&self) -> Result<(), Mistake> {
        match self.tokens.get(self.at) {
            None => Ok(()),
            Some((_, range)) => Err(Mistake::form(range.clone(), "the tag should end here")
                .help("one tag holds one expression; texts stand in quotes")),
        }
    }

    /// An expression.
    pub(super) fn expression(&mut self) -> Result<Expression<'s>, Mistake> {
        let mut value = self.binary(0)?;
        while self.word("if") {
            let condition = self.binary(0)?;
            let otherwise = if self.word("else") { Some(self.nested(Self::expression)?) } else { None };
            let start = value.range.start;
            let children = [Some(&value), Some(&condition), otherwise.as_ref()];
            let depth = children.into_iter().flatten().map(|child| child.depth).max().unwrap_or(0);
            let form = Form::Either(Box::new(value), Box::new(condition), otherwise.map(Box::new));
            value = self.made(form, start, depth)?;
        }
        Ok(value)
    }

    /// Reads something a level deeper.
    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Mistake>) -> Result<T, Mistake> {
        if self.level >= DEPTH {
            return Err(too_deep(self.here()));
        }
        self.level += 1;
        let read = read(self);
        self.level -= 1;
        read
    }

    /// An expression whose operators bind at least so tightly.
    fn binary(&mut self, least: u8) -> Result<Expression<'s>, Mistake> {
        let mut left = self.prefix()?;
        while let Some((operator, binds, length)) = self.operator().filter(|(_, binds, _)| *binds >= least) {
            self.at += length;
            let right = self.nested(|parser| parser.binary(binds + 1))?;
            let (start, depth) = (left.range.start, left.depth.max(right.depth));
            left = self.made(Form::Binary(operator, Box::new(left), Box::new(right)), start, depth)?;
        }
        Ok(left)
    }

    /// The operator that comes next, how tightly it binds, and of how many tokens it is.
    fn operator(&self) -> Option<(&'static str, u8, usize)> {
        let next = |ahead: usize| self.tokens.get(self.at + ahead).map(|(token, _)| token);
        Some(match next(0)? {
            Token::Name("or") => ("or", 1, 1),
            Token::Name("and") => ("and", 2, 1),
            Token::Name("in") => ("in", 4, 1),
            Token::Name("not") if next(1) == Some(&Token::Name("in")) => ("not in", 4, 2),
            Token::Sign(sign @ ("==" | "!=" | "<" | "<=" | ">" | ">=")) => (sign, 4, 1),
            Token::Sign(sign @ ("+" | "-")) => (sign, 5, 1),
            Token::Sign("~") => ("~", 6, 1),
            Token::Sign(sign @ ("*" | "/" | "//" | "%")) => (sign, 7, 1),
            _ => return None,
        })
    }

    fn prefix(&mut self) -> Result<Expression<'s>, Mistake> {
        let start = self.here().start;
        if self.word("not") {
            let value = self.nested(|parser| parser.binary(NOT))?;
            let depth = value.depth;
            return self.made(Form::Not(Box::new(value)), start, depth);
        }
        if self.sign("-") {
            let value = self.nested(|parser| parser.binary(NEGATIVE))?;
            let depth = value.depth;
            return self.made(Form::Negative(Box::new(value)), start, depth);
        }
        self.postfix(start)
    }

    /// A value with what follows it: filters, attributes, items.
    fn postfix(&mut self, start: usize) -> Result<Expression<'s>, Mistake> {
        let mut value = self.primary()?;
        loop {
            let depth = value.depth;
            let (form, depth) = if self.sign("|") {
                let name = self.name()?;
                let arguments = if self.sign("(") { self.list(")")? } else { Vec::new() };
                let depth = deepest(&arguments).max(depth);
                (Form::Filter(Box::new(value), name, arguments), depth)
            } else if self.sign(".") {
                (Form::Attribute(Box::new(value), self.name()?), depth)
            } else if self.sign("[") {
                let item = self.nested(Self::expression)?;
                self.closing("]")?;
                let depth = depth.max(item.depth);
                (Form::Item(Box::new(value), Box::new(item)), depth)
            } else {
                return Ok(value);
            };
            value = self.made(form, start, depth)?;
        }
    }

    fn primary(&mut self) -> Result<Expression<'s>, Mistake> {
        let start = self.here().start;
        let Some((token, range)) = self.tokens.get(self.at) else {
            return Err(Mistake::form(self.here(), "an expression is missing here")
                .help("write a function, such as `score(\"recommend\")`, or a text in quotes"));
        };
        self.at += 1;
        let (form, depth) = match token {
            Token::Text(text) => (Form::Text(text.clone()), 0),
            Token::Whole(number) => (Form::Whole(*number), 0),
            Token::Decimal(number) => (Form::Decimal(*number), 0),
            Token::Name("true" | "True") => (Form::Truth(true), 0),
            Token::Name("false" | "False") => (Form::Truth(false), 0),
            Token::Name("none" | "None") => (Form::Nothing, 0),
            Token::Name(name) if self.sign("(") => {
                let arguments = self.list(")")?;
                let depth = deepest(&arguments);
                (Form::Call(name, arguments), depth)
            }
            Token::Name(name) => (Form::Name(name), 0),
            Token::Sign("[") => {
                let items = self.list("]")?;
                let depth = deepest(&items);
                (Form::List(items), depth)
            }
            Token::Sign("(") => {
                let value = self.nested(Self::expression)?;
                self.closing(")")?;
                return Ok(value);
            }
            Token::Sign(sign) => {
                return Err(Mistake::form(range.clone(), format!("`{sign}` has no meaning here")));
            }
        };
        self.made(form, start, depth)
    }

    /// Expressions with commas between them, up to a closing sign.
    fn list(&mut self, closing: &str) -> Result<Vec<Expression<'s>>, Mistake> {
        let mut items = Vec::new();
        while !self.sign(closing) {
            items.push(self.nested(Self::expression)?);
            if !self.sign(",") {
                self.closing(closing)?;
                break;
            }
        }
        Ok(items)
    }

    fn closing(&mut self, sign: &str) -> Result<(), Mistake> {
        if self.sign(sign) { Ok(()) } else { Err(Mistake::form(self.here(), format!("`{sign}` is missing here"))) }
    }

    fn made(&self, form: Form<'s>, start: usize, depth: usize) -> Result<Expression<'s>, Mistake> {
        let end = self.at.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |(_, range)| range.end);
        if depth >= DEPTH {
            return Err(too_deep(start..end));
        }
        Ok(Expression { form, range: start..end, depth: depth + 1 })
    }
}

fn deepest(of: &[Expression<'_>]) -> usize {
    of.iter().map(|one| one.depth).max().unwrap_or(0)
}

fn too_deep(range: Range<usize>) -> Mistake {
    let message = format!("an expression of more than {DEPTH} parts within each other");
    Mistake::bounds(range, message, "take it apart: give parts of it a name with `{% set name = … %}`")
}
