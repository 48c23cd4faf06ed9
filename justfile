# What contributors run. `just` alone lists it.

_default:
    @just --list --unsorted

# the tests
test *ARGS:
    cargo test --locked {{ARGS}}

# does everything compile, and are the examples clean?
check:
    cargo check --locked --all-targets
    cargo run --locked --quiet -- check --calendar calendar.example.toml --now 2026-11-21T10:00:00+01:00

# format and lints
lint:
    cargo fmt --check
    cargo clippy --all-targets --locked -- -D warnings

# licences and advisories of the dependencies (needs cargo-deny)
deny:
    cargo deny check

# writes the schemas, the reference and the rule pages again
docs:
    EDITO_BLESS=1 cargo test --locked --test it generated

# speed and memory, beside other readers of TOML
bench:
    cargo bench --locked --bench speed

# what the planner proves and how fast: `just bench-plan week month`
bench-plan *SCALES:
    cargo bench --locked --bench plan -- {{SCALES}}

# what counting 10,000 posts costs
bench-count:
    cargo bench --locked --bench count

# what a brand's tone costs, beside proselint and write-good where they are (EDITO_PEERS lists their folders)
bench-tone:
    cargo bench --locked --bench tone

# what reading a history and learning from it costs
bench-history:
    cargo bench --locked --bench history

# spoiled calendars, many of them
fuzz ROUNDS="100000":
    EDITO_FUZZ={{ROUNDS}} cargo test --release --locked --test it fuzz -- --ignored --nocapture

# what the continuous integration runs
ci:
    .ci/run
