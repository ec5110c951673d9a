//! The kinds of mistakes and warnings: one for each cause and cure, with a code that stays the same for good.
//!
//! A code is never given to another kind, even when its own has gone. `explanations/` has a text for each.

use include_dir::{Dir, include_dir};

use super::Severity;

static EXPLANATIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/diagnostic/explanations");

/// Declares the codes, each with what it is about; the first letter says whether it stops the build.
macro_rules! codes {
    ($(#[doc = $title:literal] $name:ident = $code:literal,)*) => {
        /// The kind of a mistake or warning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $title] $name,)* }

        impl Code {
            /// All codes, in their order.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code as it is printed: `E052`, `W010`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// What it is about, in a few words.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title.trim_ascii(),)* }
            }
        }
    };
}

codes! {
    // Files.
    /// no configuration, or two
    NoConfiguration = "E001",
    /// a file that cannot be read
    Unreadable = "E002",
    /// a file that is not UTF-8
    NotUtf8 = "E003",
    /// an empty file
    EmptyFile = "E004",
    /// a file, a line or a nesting beyond what is read
    TooLarge = "E005",
    /// text that is not YAML
    NotYaml = "E006",
    /// text that is not JSON
    NotJson = "E007",
    /// a tab in the indentation
    Tab = "E008",
    /// a part of YAML that is not supported
    UnsupportedYaml = "E009",
    /// a key or column that stands twice
    KeyTwice = "E010",
    /// front matter that is not closed
    FrontMatterOpen = "E011",
    /// data that lie where nothing reads them
    Misplaced = "E012",
    // Keys and values.
    /// an unknown key
    UnknownKey = "E020",
    /// something that must be given, and is not
    MissingKey = "E021",
    /// a value of another form than the key takes
    WrongType = "E022",
    /// a word that is none of those the key takes
    UnknownWord = "E023",
    /// a date or moment that is none
    WrongDate = "E024",
    /// a number too large to be meant
    NumberTooLarge = "E025",
    /// a number below 0
    Negative = "E026",
    /// a text that cannot be an id
    WrongId = "E027",
    /// a name that means something else already
    TakenName = "E028",
    /// an id that stands twice
    IdTwice = "E029",
    /// two things with the same address in the site
    SameAddress = "E030",
    /// more than a program can have
    TooMany = "E031",
    // The configuration.
    /// a scale that does not fit its question
    WrongScale = "E040",
    /// a dimension whose values come from nowhere
    SegmentSource = "E041",
    /// a dimension whose segments would be persons
    PersonalSegment = "E042",
    /// a question without a score where one is needed
    NoScore = "E043",
    /// a target for several segments at once
    TargetScope = "E044",
    /// a base address that is none
    BaseAddress = "E045",
    /// a warning that cannot be accepted
    NotAcceptable = "E046",
    // References.
    /// an unknown question
    UnknownQuestion = "E050",
    /// an unknown block
    UnknownBlock = "E051",
    /// an unknown account
    UnknownAccount = "E052",
    /// an unknown contact
    UnknownContact = "E053",
    /// an unknown ticket
    UnknownTicket = "E054",
    /// an unknown response
    UnknownResponse = "E055",
    /// an unknown survey
    UnknownSurvey = "E056",
    /// an unknown dimension or value of one
    UnknownSegment = "E057",
    /// an unknown wave
    UnknownWave = "E058",
    /// a response that several surveys have
    AmbiguousResponse = "E059",
    /// a contact named with an account that is not its own
    OtherAccountsContact = "E060",
    /// accounts that are each other's parents
    ParentCircle = "E061",
    // Answers and waves.
    /// an answer outside its scale
    OutsideScale = "E065",
    /// an answer that is not the number it has to be
    NotANumber = "E066",
    /// an answer that is no option of its question
    UnknownOption = "E067",
    /// a list where one answer is asked for
    OneAnswer = "E068",
    /// a row with more or fewer cells than columns
    RowLength = "E069",
    /// a survey file with answers in several forms
    SeveralKinds = "E070",
    /// answers that are of no wave
    NoWave = "E071",
    /// a wave written where dates make it
    WaveOfDates = "E072",
    /// a cell of another wave than its file
    OtherWave = "E073",
    /// days that are not in order
    DatesOutOfOrder = "E074",
    /// files of one wave that say different things
    FilesDisagree = "E075",
    /// more invitations that arrived than were sent
    WrongCounts = "E076",
    /// counts of answers that cannot be counted
    CountsOfWords = "E077",
    /// cells that count the same answers
    OverlappingCells = "E078",
    // Commentary and themes.
    /// two commentaries for one page
    TwoCommentaries = "E080",
    /// a commentary whose template is wrong
    CommentaryTemplate = "E081",
    /// a function or name that a commentary does not know
    UnknownName = "E082",
    /// an unknown figure
    UnknownFigure = "E083",
    /// a chart that is not there
    UnknownChart = "E084",
    /// a link to nothing
    UnknownLink = "E085",
    /// a quote that cannot be shown
    HiddenQuote = "E086",
    /// an unknown theme
    UnknownTheme = "E087",
    /// a theme for another version of cxbook
    ThemeContract = "E088",
    /// a template of the theme that is wrong
    ThemeTemplate = "E089",
    /// a message that no page says
    WrongMessage = "E090",
    /// an order of sections that names what is not there
    SectionOrder = "E091",
    // The site.
    /// an output folder that may not be replaced
    OutputRefused = "E095",
    /// a site that could not be written
    WriteFailed = "E096",
    /// something that cxbook did not write, in the way of the site
    InTheWay = "E097",
    /// a mistake of cxbook's own
    Internal = "E099",
    // Warnings.
    /// a file that nothing reads
    FileNotRead = "W001",
    /// a text that a `#` cuts short
    CutText = "W002",
    /// an id that other programs read as a number
    AmbiguousId = "W003",
    /// a language that is no language tag
    WrongLanguage = "W004",
    /// an interface language without messages
    NotTranslated = "W005",
    /// an accepted warning that is not there
    UnusedAcceptance = "W006",
    /// an account or contact that is not on record
    Unlisted = "W010",
    /// a contact that is invited twice
    InvitedTwice = "W011",
    /// a response outside the days of its wave
    OutsideFieldwork = "W012",
    /// invitations that no wave can have
    InvitationsIgnored = "W013",
    /// a key that means nothing here
    UnusedKey = "W014",
    /// a dimension of which nobody has a value
    EmptyDimension = "W015",
    /// an order of values that nobody has
    UnusedOrder = "W016",
    /// contact details in what a respondent wrote
    ContactDetails = "W017",
    /// commentary on something that does not exist
    CommentaryOfNobody = "W020",
    /// commentary that is older than the data
    StaleCommentary = "W021",
    /// a picture from another host
    ForeignPicture = "W022",
    /// a file of the theme that nothing uses
    UnusedThemeFile = "W023",
    /// a former site that could not be removed
    LeftOver = "W030",
}

impl Code {
    /// Whether it stops the build.
    #[must_use]
    pub fn severity(self) -> Severity {
        if self.as_str().starts_with('E') { Severity::Error } else { Severity::Warning }
    }

    /// The code that is written so, in capitals or not, with the zeros before its number or without.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let whole = name.split_at_checked(1).filter(|(_, digits)| (1..3).contains(&digits.len()));
        let whole = whole.map(|(letter, digits)| format!("{letter}{digits:0>3}"));
        let name = whole.as_deref().unwrap_or(name);
        Self::ALL.iter().copied().find(|code| code.as_str().eq_ignore_ascii_case(name))
    }

    /// What it means, an example, and the cure, as Markdown.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        let file = EXPLANATIONS.get_file(format!("{}.md", self.as_str()));
        file.and_then(include_dir::File::contents_utf8).unwrap_or_default()
    }
}
