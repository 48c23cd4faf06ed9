//! How long a label of a domain is once written in ASCII (RFC 3492): what X refuses is a label of more
//! than 63 characters.

/// The longest label of a domain.
const LONGEST: usize = 63;

/// Whether a label is neither empty nor too long once written in ASCII. `half` says that the label
/// begins inside its first character: the reference reads UTF-16 and may cut one in two.
pub(super) fn fits(label: &str, half: bool) -> bool {
    if label.is_ascii() {
        return (1..=LONGEST).contains(&label.len());
    }
    // More than that many characters are never fewer in ASCII.
    if label.chars().take(LONGEST + 1).count() > LONGEST {
        return false;
    }
    let mut points: Vec<u32> = label.chars().map(u32::from).collect();
    if let Some(first) = points.first_mut().filter(|_| half) {
        *first = 0xdc00 + ((*first - 0x1_0000) & 0x3ff);
    }
    // The ideographic full stops part labels too.
    let labels = points.split(|point| matches!(point, 0x3002 | 0xff0e | 0xff61));
    let total: usize = labels.map(|label| encoded(label) + 1).sum();
    (1..=LONGEST).contains(&(total - 1))
}

/// Characters of a label in ASCII.
fn encoded(label: &[u32]) -> usize {
    if label.iter().all(|point| *point < 0x80) {
        return label.len();
    }
    let basic = label.iter().filter(|point| **point < 0x80).count();
    let mut state = State { bias: 72, delta: 0, handled: basic, basic };
    let mut digits = 0;
    let mut next = 0x80;
    while let Some(lowest) = label.iter().copied().filter(|point| *point >= next).min() {
        state.delta += u64::from(lowest - next) * (as_u64(state.handled) + 1);
        for point in label {
            match point.cmp(&lowest) {
                std::cmp::Ordering::Less => state.delta += 1,
                std::cmp::Ordering::Equal => digits += state.digits(),
                std::cmp::Ordering::Greater => {}
            }
        }
        state.delta += 1;
        next = lowest + 1;
    }
    "xn--".len() + basic + usize::from(basic > 0) + digits
}

/// How far the encoding of a label has come.
struct State {
    bias: u64,
    delta: u64,
    handled: usize,
    basic: usize,
}

impl State {
    /// How many digits the next character takes.
    fn digits(&mut self) -> usize {
        let (mut left, mut k, mut count) = (self.delta, 36, 1);
        loop {
            let threshold = k_threshold(k, self.bias);
            if left < threshold {
                break;
            }
            left = (left - threshold) / (36 - threshold);
            k += 36;
            count += 1;
        }
        self.adapt();
        count
    }

    /// RFC 3492, section 6.1.
    fn adapt(&mut self) {
        let is_first = self.handled == self.basic;
        let mut delta = self.delta / if is_first { 700 } else { 2 };
        delta += delta / (as_u64(self.handled) + 1);
        let mut k = 0;
        while delta > 455 {
            delta /= 35;
            k += 36;
        }
        self.bias = k + 36 * delta / (delta + 38);
        self.delta = 0;
        self.handled += 1;
    }
}

fn k_threshold(k: u64, bias: u64) -> u64 {
    k.saturating_sub(bias).clamp(1, 26)
}

/// A count of at most 63.
fn as_u64(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(label: &str) -> usize {
        encoded(&label.chars().map(u32::from).collect::<Vec<_>>())
    }

    #[test]
    fn labels_are_as_long_as_in_ascii() {
        for (label, ascii) in [
            ("exemple", "exemple"),
            ("bücher", "xn--bcher-kva"),
            ("mañana", "xn--maana-pta"),
            ("é", "xn--9ca"),
            ("中国", "xn--fiqs8s"),
            ("☃-⌘", "xn----dqo34k"),
            ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"),
            ("😀", "xn--e28h"),
        ] {
            assert_eq!(length(label), ascii.len(), "{label}");
        }
    }

    #[test]
    fn sixty_three_is_the_most() {
        assert!(fits(&"a".repeat(63), false));
        assert!(!fits(&"a".repeat(64), false));
        assert!(!fits("", false));
        // 56 letters and an accent are xn--…-9na or the like.
        assert!(fits(&format!("{}é", "a".repeat(54)), false));
        assert!(!fits(&format!("{}é", "a".repeat(60)), false));
        assert!(fits("。", false));
    }
}
