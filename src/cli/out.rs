//! The way to stdout and stderr.
//!
//! One locked writer for each. It takes ANSI sequences out when colour is off, and a reader that
//! went away (`edito plan | head`) ends the output quietly: what is still written is dropped.

use std::io::{self, BufWriter, ErrorKind, Write};

use anstream::adapter::StripBytes;

use super::colour::Colour;

/// A writer to one stream; [`Out::finish`] must be called at the end.
pub struct Out {
    writer: BufWriter<Box<dyn Write>>,
    ansi: Ansi,
    reader: Reader,
}

enum Ansi {
    Passes,
    /// Taken out; a sequence may be cut in two by the writes, so the state stays.
    Stripped(StripBytes),
}

/// Whether anybody still reads what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// As far as we know.
    There,
    /// The pipe is closed; work for its sake may stop.
    Gone,
}

impl Out {
    /// Standard output, locked until it is dropped.
    #[must_use]
    pub fn stdout(colour: Colour) -> Self {
        Self::to(Box::new(io::stdout().lock()), colour)
    }

    /// Standard error, locked until it is dropped.
    #[must_use]
    pub fn stderr(colour: Colour) -> Self {
        Self::to(Box::new(io::stderr().lock()), colour)
    }

    /// Any other writer.
    #[must_use]
    pub fn to(writer: Box<dyn Write>, colour: Colour) -> Self {
        Self {
            writer: BufWriter::new(writer),
            ansi: match colour {
                Colour::On => Ansi::Passes,
                Colour::Off => Ansi::Stripped(StripBytes::new()),
            },
            reader: Reader::There,
        }
    }

    /// Whether anybody still reads.
    #[must_use]
    pub const fn reader(&self) -> Reader {
        self.reader
    }

    /// Writes what is still held back.
    ///
    /// # Errors
    /// What the stream says, except that its reader is gone: a full disk, a bad descriptor.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush()
    }

    /// Turns a closed pipe into a quiet end, with `done` for the answer.
    fn quietly<T>(&mut self, result: io::Result<T>, done: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.reader = Reader::Gone;
                Ok(done)
            }
            other => other,
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.reader == Reader::Gone {
            return Ok(bytes.len());
        }
        let writer = &mut self.writer;
        let result = match &mut self.ansi {
            Ansi::Passes => writer.write_all(bytes),
            Ansi::Stripped(state) => {
                state.strip_next(bytes).try_for_each(|printable| writer.write_all(printable))
            }
        };
        self.quietly(result.map(|()| bytes.len()), bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.reader == Reader::Gone {
            return Ok(());
        }
        let result = self.writer.flush();
        self.quietly(result, ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;
    use std::rc::Rc;

    #[derive(Clone, Default)]
    struct Page(Rc<RefCell<Vec<u8>>>);

    impl Write for Page {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    struct Broken(ErrorKind);

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn written(colour: Colour) -> String {
        let page = Page::default();
        let mut out = Out::to(Box::new(page.clone()), colour);
        write!(out, "\u{1b}[31mé").unwrap();
        writeln!(out, "t\u{1b}[0mé").unwrap();
        out.finish().unwrap();
        String::from_utf8(page.0.take()).unwrap()
    }

    #[test]
    fn colour_passes_or_is_taken_out() {
        assert_eq!(written(Colour::On), "\u{1b}[31mét\u{1b}[0mé\n");
        assert_eq!(written(Colour::Off), "été\n");
    }

    #[test]
    fn a_closed_pipe_is_a_quiet_end() {
        for colour in [Colour::On, Colour::Off] {
            let mut out = Out::to(Box::new(Broken(ErrorKind::BrokenPipe)), colour);
            for _ in 0..3 {
                out.write_all(&[b'x'; 10_000]).unwrap();
            }
            assert_eq!(out.reader(), Reader::Gone);
            out.finish().unwrap();
        }
    }

    #[test]
    fn a_full_disk_is_an_error() {
        let mut out = Out::to(Box::new(Broken(ErrorKind::StorageFull)), Colour::Off);
        write!(out, "short").unwrap();
        assert_eq!(out.finish().unwrap_err().kind(), ErrorKind::StorageFull);
    }
}
