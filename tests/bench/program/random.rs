//! Numbers that look random and are the same on every machine: splitmix64, seeded by what they are for.
//!
//! Whole numbers only, so that no machine rounds differently.

/// Another one makes other programs.
const SEED: u64 = 0x2026_0302;

/// A sequence of its own for each thing that is made, so that things can be made in any order, and again.
pub(crate) struct Random(u64);

impl Random {
    /// The sequence for the thing that these numbers name.
    pub(crate) fn of(thing: &[u32]) -> Self {
        let mut random = Self(SEED);
        for number in thing {
            random.0 ^= u64::from(*number);
            random.0 = random.next();
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to one less than `end`.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        let high = self.next() >> 32;
        u32::try_from((high * u64::from(end)) >> 32).unwrap_or(0)
    }

    /// Whether something happens that does so in so many of a thousand cases.
    pub(crate) fn happens(&mut self, in_thousand: u32) -> bool {
        self.below(1000) < in_thousand
    }

    /// One of a list, each as likely as another.
    pub(crate) fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let length = u32::try_from(list.len()).unwrap_or(u32::MAX);
        list[self.below(length) as usize]
    }

    /// Around 0, seldom far from it and never farther than twice `spread`.
    pub(crate) fn around_zero(&mut self, spread: i32) -> i32 {
        (0..4).map(|_| self.between(spread)).sum::<i32>() / 2
    }

    fn between(&mut self, spread: i32) -> i32 {
        let width = self.below(2 * spread.unsigned_abs() + 1);
        i32::try_from(width).unwrap_or(0) - spread
    }
}
