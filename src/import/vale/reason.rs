//! Why a rule, or a piece of one, is left behind, and what one can do about it.

use crate::lang::{Lang, Text};

/// Why something is left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// The file is not YAML, in the words of its reader.
    Yaml(Option<String>),
    /// `extends` names a kind that nothing here does.
    Kind(String),
    /// `scope` names a place that posts do not have.
    Scope(String),
    /// The rule also looks at places that posts do not have.
    OtherScopes(String),
    /// A pattern that looks around.
    LookAround(String),
    /// A pattern that refers to what it found.
    BackReference(String),
    /// A pattern that is wrong, in the words of the engine.
    Pattern(String, String),
    /// `^` and `$` are the ends of sentences there, of lines here.
    Anchors(String),
    /// A key that the kind needs is not there, or is empty.
    Missing(&'static str),
    /// An exception that is no phrase.
    Exception(String),
    /// A replacement that is made from what was found.
    MadeReplacement(String),
    /// A replacement that another rule takes away: the word, what it becomes, the rule.
    Clash(String, String, String),
    /// A repetition of something else than words.
    Repetition(String),
    /// Consistency of something else than words.
    Ways(String),
    /// A condition for each thing that is found.
    Conditional,
    /// A style of capitals.
    Capitals(String),
    /// A formula that is not known.
    Formula,
    /// A condition that is no limit.
    Limit(String),
    /// Limits here are whole numbers.
    Rounded(String),
    /// Other readability measures.
    Measures(String),
    /// A vocabulary's pattern.
    Accepted(String),
}

impl Reason {
    /// In words.
    pub(super) fn text(&self) -> Text {
        Text::of(|lang| match lang {
            Lang::En => self.english(),
            Lang::Fr => self.french(),
        })
    }

    fn english(&self) -> String {
        match self {
            Self::Yaml(None) => "this YAML is written in a way no rule needs: write its values out".to_owned(),
            Self::Yaml(Some(why)) => format!("this is not valid YAML ({why}): mend the file, then import again"),
            Self::Kind(kind) => match kind.as_str() {
                "spelling" => "spelling needs a dictionary, and edito has none: use a spell checker beside it".to_owned(),
                "script" => "a rule of kind `script` is a small program, which cannot be carried over".to_owned(),
                "sequence" => "a rule of kind `sequence` needs grammar (nouns, verbs): write the phrases themselves in a rule of kind `forbid`".to_owned(),
                kind => format!("there is nothing like the kind `{kind}`"),
            },
            Self::Scope(scope) => format!("it is for `{scope}`, which posts do not have; to bring it over all the same, remove its `scope`"),
            Self::OtherScopes(scope) => format!("it is also for `{scope}`, which posts do not have"),
            Self::LookAround(pattern) => format!("`{pattern}` looks at what stands around it (`(?!`, `(?=`, `(?<`); write the phrase without it and put what is fine in `except`"),
            Self::BackReference(pattern) => format!("`{pattern}` refers back to what it found (`\\1`); write the phrases out"),
            Self::Pattern(pattern, why) => format!("`{pattern}` is not a pattern that can be run ({why})"),
            Self::Anchors(pattern) => format!("in `{pattern}`, `^` and `$` are the ends of a line, no longer those of a sentence"),
            Self::Missing(key) => format!("it has no `{key}`, so it asks for nothing"),
            Self::Exception(pattern) => format!("its exception `{pattern}` stands for more than a few words; write out those you need in `except`, else the rule flags more than it did"),
            Self::MadeReplacement(words) => format!("the replacement `{words}` is made from the words found; write each pair out in `[rule.swap]`"),
            Self::Clash(from, to, rule) => format!("`{from}` would become `{to}`, which {rule} does not allow: keep one of the two"),
            Self::Repetition(token) => format!("it looks for repeated `{token}`; only repeated words are known (`kind = \"repeat\"`)"),
            Self::Ways(words) => format!("`{words}` stands for signs, or for more than one word; write the spellings out in `either`"),
            Self::Conditional => "it asks for an explanation of each thing it finds; a rule of kind `require` can only ask for one word because of another".to_owned(),
            Self::Capitals(style) => format!("it asks for capitals in the manner of `{style}`, which no kind of rule knows; `kind = \"caps\"` limits capitals"),
            Self::Formula => "its formula is none of those known: flesch, flesch-kincaid, lix, kandel-moles".to_owned(),
            Self::Limit(condition) => format!("its condition `{condition}` is not a limit such as `> 8`"),
            Self::Rounded(limit) => format!("its limit `{limit}` is rounded: limits are whole numbers, and what stands on the limit passes"),
            Self::Measures(names) => format!("measures that are not known are left out: {names}; Flesch-Kincaid alone is kept"),
            Self::Accepted(pattern) => format!("`{pattern}` stands for several spellings; `vocabulary` takes words with one exact case"),
        }
    }

    fn french(&self) -> String {
        match self {
            Self::Yaml(None) => "ce YAML est écrit d’une façon dont aucune règle n’a besoin\u{a0}: écrivez ses valeurs en entier".to_owned(),
            Self::Yaml(Some(why)) => format!("ce n’est pas du YAML valable ({why})\u{a0}: corrigez le fichier, puis recommencez"),
            Self::Kind(kind) => match kind.as_str() {
                "spelling" => "l’orthographe demande un dictionnaire, et edito n’en a pas\u{a0}: gardez un correcteur à côté".to_owned(),
                "script" => "une règle de genre `script` est un petit programme, qui ne se reprend pas".to_owned(),
                "sequence" => "une règle de genre `sequence` a besoin de grammaire (noms, verbes)\u{a0}: écrivez les expressions elles-mêmes dans une règle de genre `forbid`".to_owned(),
                kind => format!("rien ne ressemble au genre `{kind}`"),
            },
            Self::Scope(scope) => format!("elle vise `{scope}`, que les publications n’ont pas\u{202f}; pour la reprendre quand même, retirez son `scope`"),
            Self::OtherScopes(scope) => format!("elle vise aussi `{scope}`, que les publications n’ont pas"),
            Self::LookAround(pattern) => format!("`{pattern}` regarde ce qui l’entoure (`(?!`, `(?=`, `(?<`)\u{202f}; écrivez l’expression sans cela et mettez dans `except` ce qui est admis"),
            Self::BackReference(pattern) => format!("`{pattern}` renvoie à ce qu’il a trouvé (`\\1`)\u{202f}; écrivez les expressions en entier"),
            Self::Pattern(pattern, why) => format!("`{pattern}` n’est pas un motif utilisable ({why})"),
            Self::Anchors(pattern) => format!("dans `{pattern}`, `^` et `$` sont les bouts d’une ligne, et non plus d’une phrase"),
            Self::Missing(key) => format!("elle n’a pas de `{key}`, donc ne demande rien"),
            Self::Exception(pattern) => format!("son exception `{pattern}` vaut pour plus que quelques mots\u{202f}; écrivez dans `except` ceux qu’il vous faut, sinon la règle signalera plus qu’avant"),
            Self::MadeReplacement(words) => format!("le remplacement `{words}` est fait avec les mots trouvés\u{202f}; écrivez chaque paire dans `[rule.swap]`"),
            Self::Clash(from, to, rule) => format!("`{from}` deviendrait `{to}`, que {rule} n’admet pas\u{a0}: gardez l’un des deux"),
            Self::Repetition(token) => format!("elle cherche la répétition de `{token}`\u{202f}; seule celle des mots est connue (`kind = \"repeat\"`)"),
            Self::Ways(words) => format!("`{words}` vaut pour des signes, ou pour plus d’un mot\u{202f}; écrivez les graphies dans `either`"),
            Self::Conditional => "elle demande une explication pour chaque chose trouvée\u{202f}; une règle de genre `require` ne sait demander qu’un mot à cause d’un autre".to_owned(),
            Self::Capitals(style) => format!("elle demande des majuscules à la manière de `{style}`, qu’aucun genre de règle ne connaît\u{202f}; `kind = \"caps\"` limite les capitales"),
            Self::Formula => "sa formule n’est aucune de celles connues\u{a0}: flesch, flesch-kincaid, lix, kandel-moles".to_owned(),
            Self::Limit(condition) => format!("sa condition `{condition}` n’est pas une limite telle que `> 8`"),
            Self::Rounded(limit) => format!("sa limite `{limit}` est arrondie\u{a0}: les limites sont des nombres entiers, et ce qui est juste à la limite passe"),
            Self::Measures(names) => format!("les mesures inconnues sont abandonnées\u{a0}: {names}\u{202f}; seule Flesch-Kincaid est gardée"),
            Self::Accepted(pattern) => format!("`{pattern}` vaut pour plusieurs graphies\u{202f}; `vocabulary` prend des mots à la casse exacte"),
        }
    }
}
