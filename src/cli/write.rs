//! Files written whole or not at all.

use super::failure::Failure;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes a file: a temporary one in the same folder, synced, then renamed over it. A link is
/// followed first; an existing file keeps its mode. What is no regular file, such as a pipe or
/// `/dev/null`, is written to as it is.
///
/// # Errors
/// When any step fails; a regular file is then as it was.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    replace(path, bytes).map_err(|error| Failure::write(path, &error))
}

/// The one name of a file, whether it is there yet or not: two paths that lead to the same file
/// have the same.
#[must_use]
pub fn real(path: &Path) -> PathBuf {
    if let Ok(real) = fs::canonicalize(path) {
        return real;
    }
    let folder = path.parent().map(|folder| match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    });
    match (folder.and_then(|folder| fs::canonicalize(folder).ok()), path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if real.is_dir() {
        return Err(std::io::ErrorKind::IsADirectory.into());
    }
    // Asked of the real file: links such as `/dev/stdout` may lead where no name does.
    if fs::metadata(&real).is_ok_and(|meta| !meta.is_file()) {
        return fs::OpenOptions::new().write(true).open(&real)?.write_all(bytes);
    }
    let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let name = real.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let temporary = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    // Before this, a file of that name is somebody else's.
    let mut file = fs::File::create_new(&temporary)?;
    let written = (|| {
        file.write_all(bytes)?;
        file.sync_all()?;
        if let Ok(meta) = fs::metadata(&real) {
            fs::set_permissions(&temporary, meta.permissions())?;
        }
        fs::rename(&temporary, &real)
    })();
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test reads what was written")]
    fn a_file_is_replaced_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(write(&folder.path().join("no/such/folder"), b"x").is_err());
        assert!(write(folder.path(), b"x").is_err());
    }

    #[test]
    fn a_file_to_come_has_one_name() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("in")).unwrap();
        let plain = real(&folder.path().join("a.txt"));
        assert_eq!(real(&folder.path().join("./in/../a.txt")), plain);
        assert_ne!(real(&folder.path().join("in/a.txt")), plain);
        write(&plain, b"here").unwrap();
        assert_eq!(real(&folder.path().join("./in/../a.txt")), plain);
        let nowhere = folder.path().join("no/such/a.txt");
        assert_eq!(real(&nowhere), nowhere);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test reads what was written")]
    fn the_temporary_file_of_somebody_else_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let theirs = folder.path().join(format!(".a.txt.{}.tmp", std::process::id()));
        fs::write(&theirs, b"theirs").unwrap();
        assert!(write(&folder.path().join("a.txt"), b"mine").is_err());
        assert_eq!(fs::read(&theirs).unwrap(), b"theirs");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_written_to_and_stays_a_pipe() {
        use std::io::Read;
        use std::os::unix::fs::FileTypeExt;
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        // Held at both ends, so that no opening waits for the other side.
        let mut held = fs::OpenOptions::new().read(true).write(true).open(&pipe).unwrap();
        write(&pipe, b"words").unwrap();
        assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
        let mut bytes = [0; 5];
        held.read_exact(&mut bytes).unwrap();
        assert_eq!(&bytes, b"words");
    }
}
