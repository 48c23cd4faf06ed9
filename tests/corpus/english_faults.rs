//! English sentences with a fault of `brand-en.toml`; the words at fault stand between brackets.

use super::frames::Faults;

/// The faults of English, by the id of the rule that must find them.
pub static ENGLISH_FAULTS: Faults =
    &[("banned", BANNED), ("claims", CLAIMS), ("capitals", CAPITALS), ("wording", WORDING)];

const BANNED: &[&str] = &[
    "At {price}, it's a [no-brainer].",
    "Two [no-brainers] for {day} night.",
    "Booking early is a [no-brainer], says {name}.",
    "We love the [synergy] between the choir and the canteen.",
    "Looking for [synergies] since {month}.",
    "This is a real [game changer] for small teams.",
    "Three [game changers] to try on {day}.",
    "{name} calls it a [game changer], and we agree.",
    "The [must-have] of {month} is here.",
    "Five [must-haves] for a rainy {day}.",
    "A [must-have] jumper at {price}.",
    "A [world-class] evening is coming {date}.",
    "[World-class] coaching, {hours}.",
    "Our [cutting-edge] projector arrives on {day}.",
    "A [cutting-edge] app, and a very old cat.",
    "Meet our bread [guru], {name}.",
    "Ask the [gurus] anything {date}.",
    "One kitchen [hack] a day until {d} {month}.",
    "{n} [hacks] for a tidy desk.",
    "A [unique] night {place}.",
    "Every bowl is [unique], like {name}.",
    "It's [unique], it's loud, it's {price}.",
    "Your [one-stop shop] for ribbon and thread.",
    "There is no [one-stop shop] for good advice.",
    "We are a [one-stop shop], {hours}.",
    "Some [unique] finds from {name}.",
];

const CLAIMS: &[&str] = &[
    "Delivery has been [carbon neutral] since {month}.",
    "Is a [carbon neutral] party possible?",
    "A [zero emissions] day, {date}.",
    "Our vans run with [zero emissions].",
    "This tea [cures] a cold.",
    "They say music [cures] everything.",
    "Try it [risk-free] for {n} days.",
    "A [risk-free] way to save, from {price} a month.",
    "A [clinically proven] balm that smells nice.",
    "It is [clinically proven] to work in {n} days.",
    "Voted [number one] by our readers.",
    "We're [number one] in town, says {name}.",
    "[Guaranteed results] in {n} days.",
    "Six weeks, [guaranteed results], no excuses.",
    "A [chemical-free] clean for {price}.",
    "Our [eco-friendly] cups are here.",
    "It's [eco-friendly] and it fits in a pocket.",
    "A [100% natural] soap, poured {place}.",
];

const CAPITALS: &[&str] = &[
    "[LAST CHANCE TO GRAB YOUR SEAT TONIGHT]!",
    "[EVERYTHING MUST LEAVE THIS BUILDING].",
    "[DOORS OPEN SEVEN SHARP] {place}.",
    "Careful: [EVERY SINGLE ROOM WILL STAY CLOSED] on {day}.",
    "[THANK YOU FOR YOUR SUPPORT THIS YEAR]!",
    "We mean it: [THERE ARE NO MORE SEATS LEFT].",
    "[COME ALONG AND CELEBRATE WITH YOUR FRIENDS] {place}.",
    "[SIGN-UPS CLOSE THIS FRIDAY NIGHT] at {url}",
    "[FREE DELIVERY WITH EVERY ORDER PLACED TODAY].",
    "[BRAND NEW COLLECTION AVAILABLE IN EVERY STORE].",
    "And please [LEAVE YOUR CARS BEHIND THIS TIME].",
    "[WHAT AN AMAZING NIGHT THAT WAS] {place}.",
];

const WORDING: &[&str] = &[
    "Please [utilize] the side door on {day}.",
    "You can [purchase] a ticket for {price}.",
    "Arrive ten minutes [prior to] the start.",
    "[Prior to] {day}, the desk closes at {h}.",
    "Get the programme by [e-mail].",
    "We answered {n} [e-mails] on {day}.",
    "[In order to] join, bring a bill with your address.",
    "We close early [in order to] rest.",
];
