//! Countries' codes and how many digits their numbers have behind them (ITU-T E.164 and the numbering plans that
//! countries file with it). A code that is not here is nobody's.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The fewest and the most digits behind some codes.
const LENGTHS: [(usize, usize, &str); 24] = [
    (4, 5, "290 690"),
    (5, 5, "500 682 688"),
    (5, 7, "676 677 678 679 685"),
    (5, 8, "686"),
    (6, 6, "298 299 376 508 672 681 687"),
    (6, 8, "53 597 689"),
    (6, 10, "358 378"),
    (6, 11, "352"),
    (6, 12, "39"),
    (7, 7, "220 238 239 248 269 291 297 354 501 592 673 674 680 691 692 960"),
    (7, 8, "247 230 241 267 372 421 507 599 670 675 683 961"),
    (7, 9, "231 245 252 265 353 423 967"),
    (7, 10, "46 95 234"),
    (7, 13, "43 49"),
    (
        8,
        8,
        "45 47 65 216 222 223 226 227 228 232 235 236 253 257 266 268 356 357 370 371 373 374 382 386 502 503 504 505 506",
    ),
    (8, 8, "509 591 598 852 853 965 968 973 974 975 976 993"),
    (8, 9, "32 36 66 213 224 258 264 355 359 377 381 383 385 387 389 593 855 962 963 971 972"),
    (8, 10, "20 57 60 63 64 82 84 225 229 850 856 880 886 964 977"),
    (8, 12, "62 800 808 870 878 881 882 883 888 979"),
    (
        9,
        9,
        "27 31 33 34 40 41 48 51 56 61 93 94 211 212 218 221 233 237 240 242 243 244 246 249 250 251 254 255 256 260",
    ),
    (9, 9, "261 262 263 350 351 375 380 420 590 594 595 596 966 970 992 994 995 996 998"),
    (9, 10, "44 81 92"),
    (10, 10, "1 7 30 58 90 91 98"),
    (10, 11, "52 54 55 86"),
];

/// The fewest and most digits behind each code.
static CODES: LazyLock<HashMap<&str, (usize, usize)>> = LazyLock::new(|| {
    let codes = LENGTHS.iter().flat_map(|(fewest, most, codes)| codes.split(' ').map(|code| (code, (*fewest, *most))));
    codes.collect()
});

/// How many of a number's first digits are the code of a country, and the fewest and most digits behind it.
pub(super) fn code(digits: &str) -> Option<(usize, usize, usize)> {
    let known = |length: usize| CODES.get(digits.get(..length)?).map(|(fewest, most)| (length, *fewest, *most));
    (1..=3).find_map(known)
}
