//! The prose of the page of the tone.

use crate::lang::Lang;

/// What the page begins with.
pub(super) const fn intro(lang: Lang) -> &'static str {
    match lang {
        Lang::En => INTRO_EN,
        Lang::Fr => INTRO_FR,
    }
}

const INTRO_EN: &str = "# Tone rules

Generated from the program itself: what stands here is what it does. [En français](tone-rules.fr.md).

Nothing about style is on by default. A brand writes its rules in `tone.toml`, beside the calendar (`tone = \"tone.toml\"`),
takes shipped packs, or both; `edito check` then reads every post that is not out yet and points at the very word.
`edito tone` reads any other text.
How a text is scored, what the gate does and what is corrected: [tone.md](tone.md).

```toml
extends = [\"en-social\", \"a11y-social\"]   # shipped packs, below
vocabulary = [\"Musée des Lumières\", \"LinkedIn\"]   # names, with their capitals
address = \"vous\"      # French: tu, vous, consistent (one of them in a text) or any
gate = 80             # least score of a post, out of 100
signature = \"Your museum\"   # words that end every text
off = [\"en-social.begging\"]  # rules of packs that you do without

[[rule]]              # a rule of your own; findings call it tone.jargon
id = \"jargon\"
kind = \"forbid\"
terms = [\"no-brainer\"]
level = \"warning\"     # hint, warning, error or off
why = \"Style guide, page 4\"
good = [\"An easy choice\"]        # examples: `edito tone --test` holds the rule to them
bad = [\"This is a no-brainer\"]
```

## What is never flagged

- Links, e-mail addresses, @mentions, hashtags: no word of theirs is one of the text. Rules of hashtags read hashtags.
- Names of the `vocabulary`, written as there; a rule's own `except`.
- Words between quotation marks, by rules about words (`forbid`, `claims`, `replace`, `address`, `person`, `inclusive`,
  `repeat`, `caps`): a quotation is somebody else's. But `forbid` and `claims` read a word or two between marks, which are
  the brand's own (an offer that is “risk-free”), unless they are a title or a word of saying stands beside them.
  `quotes = \"skip\"` or `\"check\"` says otherwise.
- Texts of another language than the rule's `lang`; languages are `fr` and `en`, and `fr` takes `fr-CA`.
- Ideas, what is out already, and what is cancelled.
- What a post allows: `allow = [{ rule = \"tone.jargon\", why = \"name of a product\", until = 2026-12-31 }]`. An exception
  that serves no more is reported.

## How words are found

A term is whole words, in small letters or capitals, with straight or curly apostrophes, composed accents or not, whatever
the spaces. Its plural is meant too, in French its feminine, and the plural of the words inside it: `game changer` finds
“game changers”. `inflect = false` wants the very form, `ignore_case = false` the very letters, `word = false` parts of
words too. Accents count (`pâte` is not `pâté`), but capitals without them are understood.

`patterns` are regular expressions, for what words cannot say; write them between single quotes. They run in time
proportional to the text, so they neither look ahead or behind nor repeat what they found: `except` says what is fine.
";

const INTRO_FR: &str = "# Les règles de ton

Page générée par le programme lui-même\u{a0}: ce qui est écrit ici est ce qu’il fait. [In English](tone-rules.md).

Aucune règle de style n’est active d’office. Une marque écrit les siennes dans `tone.toml`, à côté du calendrier
(`tone = \"tone.toml\"`), prend des jeux de règles fournis, ou les deux\u{a0}; `edito check` lit alors chaque publication qui
n’est pas encore sortie et montre le mot en cause. `edito tone` lit n’importe quel autre texte. La note, le
minimum (`gate`) et les corrections\u{a0}: [tone.md](tone.md) (en anglais).

```toml
extends = [\"fr-social\", \"fr-typo\", \"a11y-social\"]   # jeux fournis, voir plus bas
vocabulary = [\"Musée des Lumières\", \"LinkedIn\"]       # des noms, avec leurs majuscules
address = \"vous\"      # tu, vous, consistent (l’un ou l’autre, mais un seul par texte) ou any
gate = 80             # note minimale d’une publication, sur 100
signature = \"Votre musée\"    # les mots qui terminent chaque texte
off = [\"fr-typo.ellipsis\"]   # les règles des jeux dont vous vous passez

[[rule]]              # une règle à vous ; les constats l’appellent tone.jargon
id = \"jargon\"
kind = \"forbid\"
terms = [\"incontournable\"]
level = \"warning\"     # hint (conseil), warning (avertissement), error (erreur) ou off
why = \"Charte éditoriale, page 4\"
good = [\"À voir absolument\"]     # des exemples : `edito tone --test` y tient la règle
bad = [\"Un rendez-vous incontournable\"]
```

## Ce qui n’est jamais signalé

- Les liens, adresses électroniques, @mentions et hashtags\u{a0}: leurs mots ne sont pas ceux du texte. Les règles de hashtags, elles,
  lisent les hashtags.
- Les noms du `vocabulary`, écrits comme là-bas\u{202f}; ce qu’admet la règle elle-même (`except`).
- Ce qui est entre guillemets, pour les règles de mots (`forbid`, `claims`, `replace`, `address`, `person`, `inclusive`,
  `repeat`, `caps`)\u{a0}: une citation est de quelqu’un d’autre. Mais `forbid` et `claims` lisent un mot ou deux entre
  guillemets, qui sont de la marque (une offre «\u{a0}sans risque\u{a0}»), sauf un titre, ou un verbe de parole à côté. `quotes = \"skip\"` ou `\"check\"` en décide autrement.
- Les textes d’une autre langue que celle (`lang`) de la règle\u{a0}; les langues sont `fr` et `en`, et `fr` comprend `fr-CA`.
- Les idées, ce qui est déjà publié et ce qui est annulé.
- Ce qu’une publication tolère\u{a0}: `allow = [{ rule = \"tone.jargon\", why = \"nom d’un produit\", until = 2026-12-31 }]`.
  Une exception qui ne sert plus est signalée.

## Comment les mots sont trouvés

Un terme, ce sont des mots entiers, en minuscules ou en majuscules, avec des apostrophes droites ou courbes, quelles que soient
les espaces. Le pluriel et le féminin sont visés aussi, et le pluriel des mots d’une expression\u{a0}: `bon plan` trouve
«\u{a0}bons plans\u{a0}». `inflect = false` veut cette forme et nulle autre, `ignore_case = false` ces lettres-là,
`word = false` les morceaux de mots aussi. Les accents comptent (`pâte` n’est pas `pâté`), mais les capitales qui en sont
privées sont comprises.

`patterns` contient des expressions régulières, pour ce que des mots ne savent pas dire\u{a0}; écrivez-les entre guillemets
simples. Elles s’exécutent en un temps proportionnel au texte\u{a0}: elles ne regardent donc ni avant ni après, et ne répètent
pas ce qu’elles ont trouvé\u{202f}; `except` dit ce qui est admis.
";

/// What stands before the packs.
pub(super) const fn packs(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "
## Packs

A pack is a tone file like yours. `edito tone --print-pack en-social` prints it; `edito tone text.txt --pack en-social` tries
it on a text. Copy a rule, change it, and put the original in `off`. Levels are mild, and the rules few: each is nearly
never wrong.
"
        }
        Lang::Fr => {
            "
## Les jeux de règles

Un jeu est un fichier de ton comme le vôtre. `edito tone --print-pack fr-social` l’affiche\u{202f};
`edito tone texte.txt --pack fr-social` l’essaie sur un texte. Copiez une règle, changez-la, et mettez l’originale dans
`off`. Les niveaux sont doux et les règles peu nombreuses\u{a0}: chacune ne se trompe presque jamais.
"
        }
    }
}

/// What the page ends with.
pub(super) const fn end(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "
`fr-legal` is no legal advice: it points at words that call for a proof or a mention. A post gives its proof in `source`.

## Rules on rules

`edito check` also reads the tone itself: a key that a kind does not take
([stray-tone-key](rules/stray-tone-key.md)), a rule that asks for nothing ([idle-tone-rule](rules/idle-tone-rule.md)), a
pattern that cannot run ([bad-pattern](rules/bad-pattern.md)), rules that no text can satisfy together
([contradictory-rules](rules/contradictory-rules.md)), rules and words that never find anything
([unreachable-rule](rules/unreachable-rule.md)), names in `off` or `extends` that stand for nothing
([unknown-off](rules/unknown-off.md), [unknown-pack](rules/unknown-pack.md)). `edito explain tone.jargon` tells a rule of
yours, `edito explain tone.en-social` those of a pack.
"
        }
        Lang::Fr => {
            "
`fr-legal` n’est pas un conseil juridique\u{a0}: il montre des mots qui appellent une preuve ou une mention. Une publication
donne sa preuve dans `source`.

## Les règles sur les règles

`edito check` lit aussi le ton lui-même\u{a0}: une clé qu’un genre ne prend pas
([stray-tone-key](rules/stray-tone-key.md)), une règle qui ne demande rien ([idle-tone-rule](rules/idle-tone-rule.md)), un
motif qui ne peut pas servir ([bad-pattern](rules/bad-pattern.md)), des règles qu’aucun texte ne peut respecter à la fois
([contradictory-rules](rules/contradictory-rules.md)), des règles et des mots qui ne trouvent jamais rien
([unreachable-rule](rules/unreachable-rule.md)), des noms d’`off` ou d’`extends` qui ne désignent rien
([unknown-off](rules/unknown-off.md), [unknown-pack](rules/unknown-pack.md)). `edito explain tone.jargon` explique une règle à
vous, `edito explain tone.fr-social` celles d’un jeu.
"
        }
    }
}
