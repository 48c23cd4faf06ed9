//! `verify --certificate`: the bound of a plan, proven without the search.

use super::failure::Failure;
use crate::lang::{Lang, Text, number};
use crate::model::Workspace;
use crate::time::Instant;
use crate::verify::certificate::{Certificate, CertificateFault, read};
use crate::verify::plan_file::PlanFile;

/// The certificates of a file, one for each plan.
///
/// # Errors
/// When the text holds none, or not as many as there are plans.
pub fn certificates(text: &str, plans: usize) -> Result<Vec<Certificate>, Failure> {
    let all = read(text).map_err(failure)?;
    if all.len() != plans {
        let certificates = all.len();
        return Err(failure(CertificateFault::Count { certificates, plans }));
    }
    Ok(all)
}

/// Everything that keeps a certificate from proving the bound of a plan, in words.
///
/// # Errors
/// When it is too large to be checked.
pub fn faults(
    ws: &Workspace,
    plan: &PlanFile,
    certificate: &Certificate,
    now: Instant,
) -> Result<Vec<Text>, Failure> {
    let mut faults = Vec::new();
    let (theirs, ours) = (certificate.bound, plan.bound);
    if theirs != ours {
        faults.push(Text::of(|lang| {
            let (theirs, ours) = (number(lang, theirs), number(lang, ours));
            match lang {
                Lang::En => format!("the bound of the plan is {ours}, the certificate’s {theirs}"),
                Lang::Fr => format!("la borne du plan est {ours}, celle du certificat {theirs}"),
            }
        }));
    }
    let (theirs, ours) = (certificate.objective, plan.objective);
    if theirs != ours {
        faults.push(Text::of(|lang| {
            let (theirs, ours) = (number(lang, theirs), number(lang, ours));
            match lang {
                Lang::En => {
                    format!("the objective of the plan is {ours}, the certificate’s {theirs}")
                }
                Lang::Fr => format!("l’objectif du plan est {ours}, celui du certificat {theirs}"),
            }
        }));
    }
    match certificate.check(ws, (plan.from, plan.to), now) {
        Ok(_) => {}
        Err(own) if own.contains(&CertificateFault::TooLarge) => {
            return Err(failure(CertificateFault::TooLarge));
        }
        Err(own) => faults.extend(own.iter().map(CertificateFault::text)),
    }
    Ok(faults)
}

/// What is proven, for a certificate that has no fault.
#[must_use]
pub fn proven(certificate: &Certificate, lang: Lang) -> String {
    let bound = number(lang, certificate.bound);
    match lang {
        Lang::En => format!("proven: no plan is worth more than {bound}\n"),
        Lang::Fr => format!("démontré\u{a0}: aucun plan ne vaut plus de {bound}\n"),
    }
}

fn failure(fault: CertificateFault) -> Failure {
    let help = fault.help();
    Failure::with_help(fault.text(), help)
}
