//! Words that are doubled on purpose, and words that never are.

use super::super::list::List;

/// Words of four letters or more that a sentence cannot do without.
pub(super) static COMMON: List = List::of(
    "\
    dans avec pour sans vous nous elle elles leur leurs votre notre cette sont avez avons être \
    avoir fait plus moins tout tous toute toutes mais comme chez entre aussi même sous vers \
    très bien encore quand that this with from your have will they their them then than what \
    when where which there these those were been into more most some such only also just about \
    every each",
);

/// Verbs that go with “in”, “on”, “off” or “over”.
pub(super) static PHRASAL: List = List::of(
    "\
    log logs logged logging sign signs signed signing check checks checked checking drop come comes \
    coming came tune opt move moves moved moving stay plug get let pop walk dive bring brought join \
    carry carries going goes went go hold turn turned switch switched put try hang now later live \
    hand handed take takes took taking fly flies flew fill filled hop jump set start starts kick \
    run runs ran call calls called settle think stop stops",
);

/// Verbs that give someone something: “they brought her her tea”.
pub(super) static GIVING: List = List::of(
    "\
    give gives gave giving bring brings brought bringing hand hands handed handing pass passes \
    passed serve serves served serving send sends sent sending show shows showed tell tells told \
    buy buys bought make makes made pour pours poured offer offers offered get gets got teach \
    taught lend lent pay paid read ask asks asked",
);

/// Words that are dropped without a loss when they stand twice: not `a` (“ce qu’elle a a plu”) nor
/// `son` (“il travaille son son”).
pub(super) static SMALL: List = List::of(
    "\
    la le les de des du un une et ou au aux ce cet cette ces sa ses nos vos notre votre \
    pour par sur dans avec sans que ne se il the an of to and or for with from at by our your \
    their this these we if be are as à en on in it is will would can could you",
);

/// What grammar doubles: “nous nous voyons”, “all that that implies”. Three are a slip.
pub(super) static GRAMMAR: List = List::of("nous vous faire that had");

/// Words that are said twice to say them louder, unless a word follows that they cannot qualify:
/// `trop trop bien`, but `trop trop pour moi`.
pub(super) static EMPHATIC: List = List::of("so trop bien tout grand grande petit petite encore");

/// Words that an emphatic one does not qualify.
pub(super) static FOLLOWED: List = List::of(
    "\
    pour avec dans sur sous par que qui quand comme chez vers entre le la les ce cette nous vous \
    il elle on je un une for we you i it they he she the that if this there our my your",
);

/// Days and months: no names, whatever their capitals. `May` is one.
pub(super) static DAYS: List = List::of(
    "\
    monday tuesday wednesday thursday friday saturday sunday january february april june july \
    august september october november december lundi mardi mercredi jeudi vendredi samedi \
    dimanche janvier février avril juin juillet août septembre octobre novembre décembre",
);

/// Names that are made of a word said twice, whatever their capitals.
pub(super) static DOUBLE_NAMES: List = List::of(
    "\
    duran bora baden pago walla wagga sing york tiki zsa talk django everything mister danse lang \
    phi rapa tin jojo lulu coco mimi toto fifi zaza lili kiki gogo koko lolo nono dada mama papa \
    bibi bobo nana didi momo juju riri major humbert boutros djibril xai puka hula kala paw yo",
);

/// Words that are said twice on purpose: emphasis, sounds, games, dances, dishes.
pub(super) static ON_PURPOSE: List = List::of(
    "\
    up out très non oui si vite doucement jamais loin long longtemps beau belle gros grosse vrai \
    vraie vraiment mini méga super hyper ultra presque merci bientôt plein toujours joli jolie \
    peu là ok rien fort forte joyeux joyeuse joyeuses chaud chaude deux tiens tenez allez allons voyons dis \
    very really many much never big far yes please way again old good go sure soon wait love bla \
    blah ha ah hé hey hi ho oh eh hein bye knock hip tic toc chut hop yeah hou cha tam pom boum \
    boom miam yum coin guili chi gri ylang pili piri chow tuk mahi dik tsé couci ding dong ring \
    clap snap tchin chin wah pan cui ouaf woof meow miaou cot vroum splash plouf glou crac cric \
    bip bzz zzz na da ba choo tut pin pon froufrou kif bling tchou win fifty night chop agar bang \
    cous boo beri happy merry tap tick click quack tweet beep honk pew pio tuut tsoin drelin \
    toutou dodo lala tralala hush",
);
