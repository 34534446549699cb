import type { DesignationRule, DesignationSaid, Holder } from "../kernel/designation.ts";
import { holdsOn, inWords, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePlan, thePractitioner } from "../kernel/subject.ts";
import type { Post } from "../vocabulary/posts.ts";
import type { ContactFacts } from "./leading-model.ts";

type Contact = DesignationRule<ContactFacts>;
type Meanwhile = "assessor" | "named-person";

const person = (id: string): Holder => ({ kind: "person", id });
const post = (code: Post): Holder => ({ kind: "post", post: code });
const known = (id: string): string | undefined => (id === "none" || id === "not-recorded" ? undefined : id);

/** Whom the law puts in the lead of this child on a day: a person once named, until then the manager who holds the record. */
function byLawOn({ byLaw }: ContactFacts, day: LocalDate): { readonly holder?: string } | undefined {
  if (typeof byLaw === "string" || !holdsOn(byLaw, day)) return undefined;
  const holder = known(byLaw.holder);
  return holder === undefined ? {} : { holder };
}

const leadOn = ({ lead }: ContactFacts, day: LocalDate) =>
  typeof lead === "string" || !holdsOn(lead.stretch, day) ? undefined : lead;
const actingOn = ({ acting }: ContactFacts, day: LocalDate) =>
  typeof acting === "string" || !holdsOn(acting, day) ? undefined : acting;

/** An open plan always has exactly one contact: whom the law names, else the lead, whoever acts, or somebody for now. */
export const contactOfRecord = (given: RuleHead, { meanwhile }: { readonly meanwhile: Meanwhile }): Contact => ({
  ...given,
  title: "There is always one contact of record",
  force: "must",
  apply: (facts, asAt): DesignationSaid | readonly DesignationSaid[] => {
    const day = dayOf(asAt);
    const law = byLawOn(facts, day);
    if (law !== undefined) return contactByLaw(facts, law.holder);
    const lead = leadOn(facts, day);
    const acting = actingOn(facts, day);
    if (lead !== undefined && lead.isPaused !== true && acting === undefined)
      return {
        tier: "must",
        holder: person(lead.stretch.id),
        from: lead.stretch.from,
        about: thePractitioner(lead.stretch.id),
        because: `Leads since ${inWords(lead.stretch.from)}, and is the contact.`,
      };
    if (acting !== undefined)
      return {
        tier: "must",
        holder: person(acting.id),
        from: acting.from,
        about: thePractitioner(acting.id),
        because:
          lead === undefined
            ? `Acts since ${inWords(acting.from)} while nobody holds the lead, and is the contact.`
            : `Acts since ${inWords(acting.from)}, and is the contact. The lead is held by the person who is away, and is not ended.`,
      };
    return lead === undefined ? contactForNow(facts, meanwhile) : contactWhilePaused(facts, meanwhile);
  },
});

function contactByLaw({ child }: ContactFacts, holder: string | undefined): DesignationSaid {
  return holder === undefined
    ? {
        tier: "expected",
        holder: post("social-work-team-manager"),
        about: theChild(child.id),
        because:
          "The law says which post leads, and nobody is named in it: the team manager holds the record, and is the contact until a name is there.",
      }
    : {
        tier: "must",
        holder: person(holder),
        about: theChild(child.id),
        because: "The law puts this person in the lead of this child: this is the contact of record for the child.",
      };
}

function contactWhilePaused(facts: ContactFacts, meanwhile: Meanwhile): DesignationSaid {
  const namedPerson = meanwhile === "named-person" ? known(facts.namedPerson) : undefined;
  return {
    tier: "expected",
    holder:
      namedPerson !== undefined
        ? person(namedPerson)
        : post(meanwhile === "named-person" ? "named-person" : "line-manager"),
    about: thePlan(facts),
    because: "The lead is away and nobody acts: this is the contact meanwhile. The lead is held, and is not ended.",
  };
}

/** Nobody leads and nobody acts: somebody is the contact for now, shown as that and not as lead. */
function contactForNow(facts: ContactFacts, meanwhile: Meanwhile): readonly DesignationSaid[] {
  const about = thePlan(facts);
  const waits =
    typeof facts.pending === "string"
      ? "Nobody leads and nobody is proposed."
      : `Somebody has been proposed since ${inWords(facts.pending.proposedOn)} and leads nobody until that is agreed.`;
  const forNow = `${waits} This is the contact for now, and not the lead professional.`;
  const missing: readonly DesignationSaid[] =
    facts.lead === "not-recorded"
      ? [{ tier: "unknown", missing: "who leads", about, because: "It is not recorded who leads this plan." }]
      : [];
  const somebody = meanwhile === "named-person" ? known(facts.namedPerson) : known(facts.assessor);
  const manager = typeof facts.pending === "string" ? undefined : known(facts.pending.proposersManager);
  const holder =
    somebody !== undefined
      ? person(somebody)
      : meanwhile === "named-person"
        ? post("named-person")
        : manager !== undefined
          ? person(manager)
          : post("line-manager");
  return [{ tier: "expected", holder, about, because: forNow }, ...missing];
}

/** A family has one lead; a child of it whom the law gives another lead has that one, and both are on the family's card. */
export const familyLeadBeside = (given: RuleHead): Contact => ({
  ...given,
  title: "A family's lead stands beside a child's lead by law",
  apply: (facts, asAt): DesignationSaid | undefined => {
    const day = dayOf(asAt);
    const law = byLawOn(facts, day);
    const lead = leadOn(facts, day);
    if (law === undefined || lead === undefined || lead.stretch.id === law.holder) return undefined;
    return {
      tier: "may",
      holder: person(lead.stretch.id),
      from: lead.stretch.from,
      about: thePractitioner(lead.stretch.id),
      because:
        "Leads for the other members of the family, and stands on its card beside this child's lead by law. A plan of this child alone passes to the lead by law on its first day.",
    };
  },
});

/** Child or family may be in touch with somebody else from day to day; who leads, and answers, stays as it is. */
export const chosenContact = (given: RuleHead): Contact => ({
  ...given,
  title: "Somebody else whom child or family chose to be in touch with",
  force: "may",
  apply: (facts, asAt): DesignationSaid | undefined => {
    const { chosen } = facts;
    const day = dayOf(asAt);
    if (typeof chosen === "string" || day < chosen.from) return undefined;
    const lead = byLawOn(facts, day)?.holder ?? leadOn(facts, day)?.stretch.id;
    return {
      tier: "may",
      holder: person(chosen.id),
      ...(lead === undefined ? {} : { accountable: person(lead) }),
      from: chosen.from,
      about: subject("family", facts.child.id),
      because: `The ${chosen.by} chose this person to be in touch with from ${inWords(chosen.from)}. Whoever leads goes on leading and answers for the plan.`,
      ...(chosen.hasReason === true
        ? {}
        : {
            needs: [
              {
                what: "reason" as const,
                from: "lead-professional" as const,
                for: `why the ${chosen.by} would rather be in touch with somebody else`,
                code: "chosen-contact-why",
              },
            ],
          }),
    };
  },
});
