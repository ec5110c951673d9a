//! A program's own messages, in `i18n/LANGUAGE.ftl` of its folder: single ones over those of the theme, or a language.

use std::fs;

use super::pseudo::{left, pseudo};
use super::{files, program, root};
use crate::project::Project;

const ACCOUNTS: &str = "accounts: [{id: a, name: Alpha}, {id: b, name: Beta}]\n";

#[test]
fn a_program_says_what_it_calls_its_customers() {
    let project = Project::with_config("").file("data/accounts.yaml", ACCOUNTS);
    project.build();
    let plain = project.text("methodology/index.html");
    assert!(plain.contains("Answers from the same account") && !plain.contains("client"), "{plain}");
    project.write("i18n/en.ftl", "-account = client\n-accounts = clients\n");
    let built = project.build();
    assert_eq!(built.stderr, "");
    let page = project.text("methodology/index.html");
    assert!(page.contains("Answers from the same client Contacts of one client share"), "{page}");
    assert!(page.contains("ten contacts of ten clients"), "{page}");
    assert!(project.text("accounts/index.html").contains("Clients"), "the heading of the list");
}

#[test]
fn a_program_says_one_sentence_its_own_way() {
    let sentence = "methodology-goals-met = Ask { -account } managers.\n    They know.\n";
    let project = Project::with_config("").file("i18n/en.ftl", sentence);
    let built = project.build();
    assert_eq!(built.stderr, "");
    let page = project.text("methodology/index.html");
    assert!(page.contains("Targets and benchmarks Ask account managers. They know. "), "{page}");
    assert!(!page.contains("A target is met"), "{page}");
}

#[test]
fn what_a_program_calls_its_customers_bends_in_russian() {
    let shop = "-account = { $case ->\n   *[nominative] магазин\n    [genitive] магазина\n}\n";
    let config = "title: Тест\nlanguage: ru\ncustomers: b2b\nquestions: {q: {kind: nps, text: Вопрос}}\n";
    let project = Project::new().file("cxbook.yaml", config).file("data/accounts.yaml", ACCOUNTS);
    let project = project.file("i18n/ru.ftl", shop);
    let built = project.build();
    assert_eq!(built.stderr, "");
    let page = project.text("methodology/index.html");
    assert!(page.contains("Ответы от одного магазина"), "{page}");
    assert!(page.contains("каждый магазин поровну"), "{page}");
}

#[test]
fn a_language_of_a_program_alone_is_whole() {
    let english = files(&root().join("themes/default/i18n/en"), "ftl");
    let messages: Vec<String> = english.iter().map(|file| pseudo(&fs::read_to_string(file).unwrap())).collect();
    let (name, project) = program::all().pop().unwrap();
    let config = fs::read_to_string(project.root().join("cxbook.yaml")).unwrap();
    project.write("cxbook.yaml", &config.replace("theme: xx\n", ""));
    project.write("i18n/xx.ftl", &messages.join("\n"));
    let built = project.build();
    assert_eq!(built.stderr, "");
    assert!(project.page("index.html").contains("<html lang=\"xx\">"));
    let left = left(name, &project);
    assert!(left.is_empty(), "{}", left.join("\n"));
}

#[test]
fn what_a_language_lacks_is_said_in_english() {
    let config = "title: Test\nlanguage: fo\ncustomers: b2b\nquestions: {q: {kind: nps, text: Question}}\n";
    let project = Project::new().file("cxbook.yaml", config);
    let project = project.file("i18n/fo.ftl", "methodology-goals = Mál\ndecimal-sign = ,\n");
    let built = project.build();
    assert_eq!(built.stderr, "");
    let page = project.page("methodology/index.html");
    assert!(page.contains("<html lang=\"fo\">") && page.contains("<h2 id=\"goals\">Mál</h2>"), "{page}");
    assert!(page.contains("A target is met if the whole interval"), "{page}");
}

#[test]
fn a_mistake_in_a_message_is_told_with_its_place() {
    let wrong = "methodology-goals = Mál\nmethodology-goals-mett = Rangt\nmethodology-sources = { $link }\n";
    let config = "title: Test\nlanguage: fo\ncustomers: b2b\nquestions: {q: {kind: nps, text: Question}}\n";
    let project = Project::new().file("cxbook.yaml", config).file("i18n/fo.ftl", wrong);
    let failed = project.fail();
    assert!(failed.stderr.contains("no page says a message `methodology-goals-mett`"), "{}", failed.stderr);
    assert!(failed.stderr.contains("i18n/fo.ftl:2:1"), "{}", failed.stderr);
    assert!(failed.stderr.contains("did you mean `methodology-goals-met`?"), "{}", failed.stderr);
    assert!(failed.stderr.contains("`methodology-sources` is not given `$link`"), "{}", failed.stderr);
    assert!(failed.stderr.contains("i18n/fo.ftl:3:1"), "{}", failed.stderr);
}
