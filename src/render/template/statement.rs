//! Statements: text, what is put out, `set`, `if` and `for`, and which lies in which.

use std::ops::Range;

use super::expression::{Expression, Parser};
use super::limits::BLOCKS;
use super::pieces::{BraceTag, Piece};
use super::tokens::Token;
use super::{Mistake, MistakeKind};
use crate::diagnostic::did_you_mean;

/// A statement.
#[derive(Debug)]
pub(super) enum Statement<'s> {
    Text(&'s str),
    Print(Expression<'s>),
    Set(&'s str, Expression<'s>),
    /// Conditions, the statements of each, and those where none holds.
    If(Vec<(Expression<'s>, Vec<Statement<'s>>)>, Vec<Statement<'s>>),
    For(Box<Loop<'s>>),
}

/// A `for`.
#[derive(Debug)]
pub(super) struct Loop<'s> {
    pub(super) names: Vec<&'s str>,
    pub(super) list: Expression<'s>,
    pub(super) body: Vec<Statement<'s>>,
    /// What is put out where the list is empty.
    pub(super) otherwise: Vec<Statement<'s>>,
}

/// What an open block is.
enum BlockKind<'s> {
    If {
        done: Vec<(Expression<'s>, Vec<Statement<'s>>)>,
        condition: Option<Expression<'s>>,
    },
    For {
        names: Vec<&'s str>,
        list: Expression<'s>,
        body: Option<Vec<Statement<'s>>>,
    },
    /// One that was wrong: it is followed to its end.
    Wrong(&'static str),
}

struct OpenBlock<'s> {
    opened: BlockKind<'s>,
    range: Range<usize>,
    statements: Vec<Statement<'s>>,
}

/// What tags may begin with.
const KNOWN: [&str; 7] = ["if", "elif", "else", "endif", "for", "endfor", "set"];

/// The statements of a text. Tags that are wrong are noted and left out.
pub(super) fn statements<'s>(pieces: &[Piece<'s>], mistakes: &mut Vec<Mistake>) -> Vec<Statement<'s>> {
    let mut builder = StatementBuilder { open: Vec::new(), outer: Vec::new() };
    for piece in pieces {
        let added = match piece {
            Piece::Text(text) => {
                builder.add(Statement::Text(text));
                Ok(())
            }
            Piece::Print(tag) if tag.is_wrong => Ok(()),
            Piece::Print(tag) => print(tag).map(|statement| builder.add(statement)),
            Piece::Statement(tag) => builder.tag(tag),
        };
        mistakes.extend(added.err());
    }
    while let Some(block) = builder.open.pop() {
        let (name, end) = block.opened.names();
        let wrong = Mistake::form(block.range, format!("`{name}` is not ended"));
        mistakes.push(wrong.help(format!("end it with `{{% {end} %}}`")));
        builder.go_on_within(block.opened, block.statements);
    }
    builder.outer
}

fn print<'s>(tag: &BraceTag<'s>) -> Result<Statement<'s>, Mistake> {
    let mut parser = Parser::new(&tag.tokens, &tag.range);
    let expression = parser.expression()?;
    parser.end()?;
    Ok(Statement::Print(expression))
}

impl BlockKind<'_> {
    /// What it is called, and what ends it.
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::If { .. } | Self::Wrong("if") => ("if", "endif"),
            Self::For { .. } | Self::Wrong(_) => ("for", "endfor"),
        }
    }
}

struct StatementBuilder<'s> {
    open: Vec<OpenBlock<'s>>,
    outer: Vec<Statement<'s>>,
}

impl<'s> StatementBuilder<'s> {
    fn add(&mut self, statement: Statement<'s>) {
        self.open.last_mut().map_or(&mut self.outer, |block| &mut block.statements).push(statement);
    }

    fn tag(&mut self, tag: &BraceTag<'s>) -> Result<(), Mistake> {
        let mut parser = Parser::new(&tag.tokens, &tag.range);
        let Some((Token::Name(keyword), at)) = tag.tokens.first() else {
            return if tag.is_wrong { Ok(()) } else { Err(unknown("", tag.range.clone())) };
        };
        parser.word(keyword);
        match *keyword {
            "if" | "for" => self.begin(keyword, tag, parser),
            _ if tag.is_wrong => Ok(()),
            "set" => self.set(parser),
            "elif" => self.elif(parser, at),
            "else" => parser.end().and_then(|()| self.otherwise(at)),
            "endif" | "endfor" => parser.end().and_then(|()| self.end(keyword, at)),
            other => Err(unknown(other, at.clone())),
        }
    }

    /// Opens a block, be its tag right or wrong, so that its end has something to end.
    fn begin(&mut self, keyword: &str, tag: &BraceTag<'s>, parser: Parser<'_, 's>) -> Result<(), Mistake> {
        let name = if keyword == "if" { "if" } else { "for" };
        let read = match (self.open.len() >= BLOCKS, tag.is_wrong) {
            (true, _) => Err(Some(too_deep(tag.range.clone()))),
            (_, true) => Err(None),
            _ if name == "if" => condition(parser).map_err(Some),
            _ => looped(parser).map_err(Some),
        };
        let (opened, mistake) = match read {
            Ok(opened) => (opened, None),
            Err(mistake) => (BlockKind::Wrong(name), mistake),
        };
        self.open.push(OpenBlock { opened, range: tag.range.clone(), statements: Vec::new() });
        mistake.map_or(Ok(()), Err)
    }

    fn set(&mut self, mut parser: Parser<'_, 's>) -> Result<(), Mistake> {
        let here = parser.here();
        let name = parser.name()?;
        if matches!(name, "loop" | "true" | "false" | "none" | "not" | "and" | "or" | "in" | "if" | "else") {
            return Err(Mistake::form(here, format!("`{name}` means something else already")).help("take another name"));
        }
        if !parser.sign("=") {
            let help = "write `{% set name = value %}`, with a plain name";
            return Err(Mistake::form(parser.here(), "`=` is missing here").help(help));
        }
        let value = parser.expression()?;
        parser.end()?;
        self.add(Statement::Set(name, value));
        Ok(())
    }

    fn elif(&mut self, mut parser: Parser<'_, 's>, at: &Range<usize>) -> Result<(), Mistake> {
        let read = parser.expression().and_then(|read| parser.end().map(|()| read));
        let Some(block) = self.open.last_mut() else { return Err(stray("elif", "if", at)) };
        let statements = std::mem::take(&mut block.statements);
        match (&mut block.opened, read) {
            (BlockKind::If { done, condition }, Ok(next)) if condition.is_some() => {
                done.extend(condition.replace(next).map(|condition| (condition, statements)));
                Ok(())
            }
            (BlockKind::If { .. } | BlockKind::Wrong("if"), Err(mistake)) => Err(mistake),
            (BlockKind::Wrong("if"), _) => Ok(()),
            _ => Err(stray("elif", "if", at)),
        }
    }

    fn otherwise(&mut self, at: &Range<usize>) -> Result<(), Mistake> {
        let Some(block) = self.open.last_mut() else { return Err(stray("else", "if", at)) };
        let statements = std::mem::take(&mut block.statements);
        match &mut block.opened {
            BlockKind::If { done, condition: open @ Some(_) } => {
                done.extend(open.take().map(|condition| (condition, statements)));
            }
            BlockKind::For { body: body @ None, .. } => *body = Some(statements),
            BlockKind::Wrong(_) => {}
            _ => return Err(stray("else", "if", at)),
        }
        Ok(())
    }

    fn end(&mut self, keyword: &str, at: &Range<usize>) -> Result<(), Mistake> {
        let opens = keyword.trim_start_matches("end");
        if self.open.last().is_none_or(|block| block.opened.names().1 != keyword) {
            return Err(stray(keyword, opens, at));
        }
        let Some(OpenBlock { opened, statements, .. }) = self.open.pop() else { return Ok(()) };
        match opened {
            BlockKind::If { mut done, condition: Some(condition) } => {
                done.push((condition, statements));
                self.add(Statement::If(done, Vec::new()));
            }
            BlockKind::If { done, condition: None } => self.add(Statement::If(done, statements)),
            BlockKind::For { names, list, body } => {
                let (body, otherwise) = match body {
                    Some(body) => (body, statements),
                    None => (statements, Vec::new()),
                };
                self.add(Statement::For(Box::new(Loop { names, list, body, otherwise })));
            }
            wrong @ BlockKind::Wrong(_) => self.go_on_within(wrong, statements),
        }
        Ok(())
    }

    /// What stands in an `if` that is wrong is looked at nonetheless, for its own mistakes. In a `for` it is not, since
    /// it lacks the names that the loop would give it.
    fn go_on_within(&mut self, opened: BlockKind<'s>, statements: Vec<Statement<'s>>) {
        let before = match opened {
            BlockKind::If { done, .. } => done,
            BlockKind::Wrong("if") => Vec::new(),
            _ => return,
        };
        before.into_iter().flat_map(|(_, body)| body).chain(statements).for_each(|statement| self.add(statement));
    }
}

fn condition<'s>(mut parser: Parser<'_, 's>) -> Result<BlockKind<'s>, Mistake> {
    let condition = parser.expression()?;
    parser.end()?;
    Ok(BlockKind::If { done: Vec::new(), condition: Some(condition) })
}

fn looped<'s>(mut parser: Parser<'_, 's>) -> Result<BlockKind<'s>, Mistake> {
    let mut names = vec![parser.name()?];
    while parser.sign(",") {
        names.push(parser.name()?);
    }
    if !parser.word("in") {
        return Err(Mistake::form(parser.here(), "`in` is missing here").help("write `{% for name in list %}`"));
    }
    let list = parser.expression()?;
    parser.end()?;
    Ok(BlockKind::For { names, list, body: None })
}

fn unknown(keyword: &str, range: Range<usize>) -> Mistake {
    let help = match did_you_mean(keyword, KNOWN) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "a commentary knows `if`, `for` and `set`, and the functions in `{{ … }}`".to_owned(),
    };
    Mistake::form(range, format!("commentary has no `{{% {keyword} %}}`")).help(help)
}

fn stray(keyword: &str, opens: &str, range: &Range<usize>) -> Mistake {
    Mistake::form(range.clone(), format!("`{keyword}` without its `{opens}`")).help("look at the tags before it")
}

fn too_deep(range: Range<usize>) -> Mistake {
    Mistake {
        range,
        kind: MistakeKind::Bounds,
        message: format!("more than {BLOCKS} `if` and `for` within each other"),
        help: Some("take some of them apart".to_owned()),
    }
}
