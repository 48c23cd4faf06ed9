//! What the operating system answered, in our words.

use super::{Lang, Text};
use std::io::{Error, ErrorKind};

/// Why the system refused, for people; its own words where we have none.
#[must_use]
pub fn system_error(error: &Error) -> Text {
    match words(error.kind()) {
        Some((en, fr)) => Text::of(|lang| match lang {
            Lang::En => en.to_owned(),
            Lang::Fr => fr.to_owned(),
        }),
        None => Text::same(error.to_string()),
    }
}

const fn words(kind: ErrorKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        ErrorKind::NotFound => {
            ("there is no such file or folder", "ce fichier ou ce dossier n’existe pas")
        }
        ErrorKind::PermissionDenied => {
            ("you have no right to do this", "vous n’en avez pas le droit")
        }
        ErrorKind::AlreadyExists => {
            ("something of this name is already there", "quelque chose porte déjà ce nom")
        }
        ErrorKind::IsADirectory => ("it is a folder", "c’est un dossier"),
        ErrorKind::NotADirectory => {
            ("a part of the path is not a folder", "une partie du chemin n’est pas un dossier")
        }
        ErrorKind::ReadOnlyFilesystem => {
            ("this disk can only be read", "ce disque est en lecture seule")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            ("there is no room left on the disk", "il n’y a plus de place sur le disque")
        }
        ErrorKind::FileTooLarge => ("the file is too large", "le fichier est trop gros"),
        ErrorKind::InvalidFilename => {
            ("this name is not possible here", "ce nom n’est pas possible ici")
        }
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
            ("another program is using it", "un autre programme l’utilise")
        }
        ErrorKind::TimedOut => ("the disk did not answer in time", "le disque n’a pas répondu"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers_are_in_our_words_and_others_in_the_systems() {
        let denied = system_error(&Error::from(ErrorKind::PermissionDenied));
        assert_eq!(denied.get(Lang::En), "you have no right to do this");
        assert_eq!(denied.get(Lang::Fr), "vous n’en avez pas le droit");
        let there = system_error(&Error::from(ErrorKind::AlreadyExists));
        assert_eq!(there.get(Lang::Fr), "quelque chose porte déjà ce nom");
        assert_eq!(system_error(&Error::other("strange")).get(Lang::Fr), "strange");
    }
}
