//! A report as one page of HTML, for a mail or a browser: no script, nothing to fetch, every text of
//! the user's escaped. It reads in mail programs that drop styles, and in the dark.

use super::Told;
use super::view::{Item, Part, TableView, View};
use crate::text::clean;

const STYLE: &str = "\
body { font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; color: #1f2328; background: #ffffff; margin: 0; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid #d1d9e0; }
p { margin: .4rem 0; }
ul { margin: .4rem 0; padding-left: 1.25rem; }
.quiet { color: #59636e; font-size: .875rem; }
.summary { margin: 1rem 0; padding: .6rem 1rem; border-left: 4px solid #0969da; background: #f6f8fa; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0; font-size: .9375rem; }
th, td { padding: .3rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid #eaeef2; }
th { font-weight: 600; color: #59636e; font-size: .8125rem; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .85em; }
@media (prefers-color-scheme: dark) {
  body { color: #e6edf3; background: #0d1117; }
  h2 { border-color: #3d444d; }
  th, td { border-color: #262c36; }
  .quiet, th { color: #9198a1; }
  .summary { background: #151b23; border-color: #4493f8; }
}
";

/// The reports of one run as a page, in the language of the first.
#[must_use]
pub fn render(all: &[Told<'_>]) -> String {
    let views: Vec<View> = all.iter().map(View::of).collect();
    let lang = all.first().map_or("en", |told| told.lang.tag());
    let titles: Vec<&str> = views.iter().map(|view| view.title.as_str()).collect();
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        escape(&titles.join(" · "))
    );
    views.iter().for_each(|view| page(&mut out, view));
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn page(out: &mut String, view: &View) {
    out.push_str(&format!("<h1>{}</h1>\n", escape(&view.title)));
    out.push_str(&format!("<p class=\"quiet\">{}</p>\n", escape(&view.clock)));
    out.push_str("<div class=\"summary\">\n");
    for sentence in &view.summary {
        out.push_str(&format!("<p>{}</p>\n", with_code(sentence)));
    }
    out.push_str("</div>\n");
    for section in &view.sections {
        out.push_str(&format!("<h2>{}</h2>\n", escape(&section.heading)));
        for part in &section.parts {
            match part {
                Part::Text(text) => out.push_str(&format!("<p>{}</p>\n", with_code(text))),
                Part::Aside(text) => {
                    out.push_str(&format!("<p class=\"quiet\">{}</p>\n", with_code(text)));
                }
                Part::Items(items) => {
                    out.push_str("<ul>\n");
                    items.iter().for_each(|one| item(out, one));
                    out.push_str("</ul>\n");
                }
                Part::Table(view) => table(out, view),
            }
        }
    }
}

fn item(out: &mut String, item: &Item) {
    let cells = item.cells.iter().map(|cell| escape(cell)).collect::<Vec<_>>().join(", ");
    let colon = if cells.is_empty() { "" } else { " · " };
    let id = item.id.iter().map(|id| format!(" <code class=\"quiet\">{}</code>", escape(id)));
    out.push_str(&format!(
        "<li>{cells}{colon}{}{}</li>\n",
        escape(&item.text),
        id.collect::<String>()
    ));
}

fn table(out: &mut String, table: &TableView) {
    let judged = table.rows.iter().any(|row| !row.verdict.is_empty());
    let last = table.heads.len() - 1;
    let class = |i: usize| if i == 0 || i == last { "" } else { " class=\"n\"" };
    // The figures of a mail program that drops styles stay at the right all the same.
    let align = |i: usize| if i == 0 || i == last { "" } else { " align=\"right\"" };
    out.push_str("<table>\n<tr>");
    for (i, head) in table.heads.iter().enumerate().take(last + usize::from(judged)) {
        out.push_str(&format!("<th scope=\"col\"{}{}>{}</th>", class(i), align(i), escape(head)));
    }
    out.push_str("</tr>\n");
    for row in &table.rows {
        out.push_str(&format!("<tr><td>{}</td>", escape(&row.name)));
        for figure in &row.figures {
            out.push_str(&format!("<td class=\"n\" align=\"right\">{}</td>", escape(figure)));
        }
        if judged {
            out.push_str(&format!("<td>{}</td>", escape(&row.verdict)));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

/// A sentence of ours: what stands between backticks is a key or a command.
fn with_code(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split('`').peekable();
    let mut inside = false;
    while let Some(part) = parts.next() {
        // A backtick that is never closed is one.
        match (inside, parts.peek().is_some()) {
            (true, true) => out.push_str(&format!("<code>{}</code>", escape(part))),
            (true, false) => out.push_str(&format!("`{}", escape(part))),
            (false, _) => out.push_str(&escape(part)),
        }
        inside = !inside;
    }
    out
}

/// Text that stays text, in an attribute too.
fn escape(text: &str) -> String {
    let text = clean(text);
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;
    use crate::lang::Lang;
    use crate::report::trial::busy;

    #[test]
    fn a_page_is_whole_and_text_stays_text() {
        let mut ws = busy(2.0);
        ws.mix.pillars[0].name = "<script>alert('`x`')</script>".to_owned();
        let trial = Trial::of(ws, "2026-09-01");
        for lang in Lang::ALL {
            let page = render(&[trial.told(lang), trial.told(lang)]);
            assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
            assert!(page.contains(&format!("<html lang=\"{}\">", lang.tag())));
            assert!(page.contains("Atelier &lt;Sel&gt; &amp; fils"), "{page}");
            assert!(
                !page.contains("<script") && page.contains("&lt;script&gt;alert(&#39;"),
                "{page}"
            );
            for tag in ["table", "tr", "td", "th", "ul", "li", "p", "h2", "main", "div", "code"] {
                let opened = page.matches(&format!("<{tag}>")).count()
                    + page.matches(&format!("<{tag} ")).count();
                assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
            }
            for outside in ["http:", "https:", "src=", "url(", "@import"] {
                assert!(!page.contains(outside), "{outside}");
            }
        }
    }

    #[test]
    fn keys_are_code_and_a_lone_backtick_is_a_backtick() {
        assert_eq!(with_code("a `b` c"), "a <code>b</code> c");
        assert_eq!(with_code("a `b"), "a `b");
        assert_eq!(with_code("`<b>`"), "<code>&lt;b&gt;</code>");
    }
}
