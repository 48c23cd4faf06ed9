//! `.vale.ini`: the levels that a project gives to rules.

use super::Level;

/// Levels by the full name of their rule: `Own.Jargon`.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings {
    levels: Vec<(String, Level)>,
}

/// Whether a file is one of settings.
pub(super) fn is_settings(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    [".vale.ini", "_vale.ini", "vale.ini"].contains(&name)
}

impl Settings {
    /// Reads the settings of a file beside those already known: lines `Own.Jargon = NO`, in whatever
    /// section. What two sections say differently is what the last one says.
    pub(super) fn read(&mut self, text: &str) {
        for line in text.lines() {
            let Some((name, value)) = line.split_once('=') else { continue };
            let (name, value) = (name.trim(), value.trim());
            let named = name.split_once('.').is_some_and(|(style, rule)| {
                !style.is_empty() && !rule.is_empty() && !name.starts_with(['#', ';', '['])
            });
            let level = match value.to_lowercase().as_str() {
                "no" | "off" | "false" => Level::Off,
                word => match Level::of(word) {
                    Some(level) => level,
                    None => continue,
                },
            };
            if named {
                self.levels.push((name.to_owned(), level));
            }
        }
    }

    /// The level given to a rule.
    pub(super) fn level(&self, name: &str) -> Option<Level> {
        self.levels.iter().rev().find(|(given, _)| given == name).map(|(_, level)| *level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_read_and_nothing_else() {
        let mut settings = Settings::default();
        settings.read(
            "StylesPath = styles\n[*.md]\nBasedOnStyles = Own, Vale\nOwn.A = NO\nOwn.B = error\n\
             # Own.C = NO\nOwn.D = YES\nOwn.B=suggestion\n",
        );
        assert_eq!(settings.level("Own.A"), Some(Level::Off));
        assert_eq!(settings.level("Own.B"), Some(Level::Hint));
        assert_eq!(settings.level("Own.C"), None);
        assert_eq!(settings.level("Own.D"), None);
        assert!(is_settings("a/.vale.ini") && !is_settings("a/b.yml"));
    }
}
