//! The messages of a language as they are kept, and what one of them says.

use fluent_bundle::{FluentArgs, FluentResource, concurrent};

/// The messages of a language.
pub(super) type Bundle = concurrent::FluentBundle<FluentResource>;

/// What a message says, for the conventions of a language.
pub(super) fn text(bundles: &[&Bundle], message: &str, given: &[(&str, &str)]) -> String {
    let arguments: FluentArgs<'_> = given.iter().copied().collect();
    let mut said = bundles.iter().filter_map(|bundle| {
        let pattern = bundle.get_message(message)?.value()?;
        Some(bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
    });
    said.next().unwrap_or_default()
}
