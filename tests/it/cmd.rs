//! The real binary, as the README and the sessions of `tests/cmd` show it.

/// Nothing of the machine shows: no colour, English, eighty columns, a day of our own.
#[test]
fn sessions() {
    trycmd::TestCases::new()
        .case("tests/cmd/*.md")
        .case("README.md")
        .env("NO_COLOR", "1")
        .env("COLUMNS", "80")
        .env("EDITO_NOW", "2026-11-21T10:00:00+01:00")
        .env("EDITO_CALENDAR", "")
        .env("EDITO_LANG", "en")
        .env("LC_ALL", "C")
        .env("LC_MESSAGES", "C")
        .env("LANG", "C")
        .env("TZ", "Europe/Paris")
        .env("CLICOLOR_FORCE", "0")
        .env("FORCE_COLOR", "0");
}
