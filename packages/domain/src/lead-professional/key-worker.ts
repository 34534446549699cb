import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { theChild, thePractitioner } from "../kernel/subject.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { keyWorkerKinds } from "../vocabulary/key-workers.ts";
import type { DischargeFacts, KeyWorkerFacts } from "./key-worker-model.ts";

type KeyWorker = GateRule<KeyWorkerFacts>;

/** "Key worker" without its kind says nothing: the kind is recorded first. */
export const kindIsSaid = (given: RuleHead): KeyWorker => ({
  ...given,
  title: "The kind of key worker is recorded",
  force: "must",
  apply: ({ person, kind, as }): GateSaid | undefined => {
    if (as === "chosen-contact") return undefined;
    const say = sayOf(thePractitioner(person));
    return kind === "not-recorded"
      ? say.unknown(
          "the kind of key worker",
          "Say which kind of key worker this is: it decides what falls to them, and whether they may lead.",
        )
      : say.permits(`${keyWorkerKinds[kind].label}. The title goes with the work; leading is recorded apart from it.`);
  },
});

/** Only some kinds of key worker can lead; the others keep their own work beside whoever does. */
export const someKindsLead = (given: RuleHead, { kinds }: { readonly kinds: readonly string[] }): KeyWorker => ({
  ...given,
  title: "Only some kinds of key worker can lead",
  force: "must",
  apply: ({ person, kind, as }): GateSaid | undefined => {
    if (as !== "lead" || kind === "not-recorded" || kind === "responsible-officer" || kind === "foster-carer")
      return undefined;
    const say = sayOf(thePractitioner(person));
    const { label } = keyWorkerKinds[kind];
    return kinds.includes(kind)
      ? say.permits(`${label}: may lead.`)
      : say.prevents(`${label}: keeps that work beside the lead professional, and does not lead by it.`);
  },
});

/** A foster carer may be the one the child turns to, never the one who leads: the social worker answers for the care plan. */
export const fosterCarerNeverLeads = (given: RuleHead): KeyWorker => ({
  ...given,
  title: "A foster carer may be the child's own contact, and does not lead",
  force: "must",
  apply: ({ person, kind, as }): GateSaid | undefined =>
    as === "lead" && kind === "foster-carer"
      ? sayOf(thePractitioner(person)).prevents(
          "A foster carer is not accountable for the care plan: the social worker leads. The child may choose the foster carer as the person to turn to.",
        )
      : undefined,
});

/** The child may choose anybody as the person to turn to. */
export const childMayChoose = (given: RuleHead): KeyWorker => ({
  ...given,
  title: "The child may choose whom to turn to",
  force: "may",
  apply: ({ child, as }): GateSaid | undefined =>
    as === "chosen-contact"
      ? sayOf(theChild(child.id)).permits(
          "The child may choose this person to turn to, beside whoever leads and answers.",
        )
      : undefined,
});

/** An officer on reports or prevention co-ordinates only with the support of mainstream services. */
export const preventionNeedsSupport = (given: RuleHead): KeyWorker => ({
  ...given,
  title: "A responsible officer leads only with the support of mainstream services",
  force: "must",
  apply: ({ person, kind, as, mainstream }): GateSaid | undefined => {
    if (as !== "lead" || kind !== "responsible-officer") return undefined;
    const say = sayOf(thePractitioner(person));
    if (mainstream === "not-recorded")
      return say.unknown(
        "the support of mainstream services",
        "Stays proposed: it is not recorded which mainstream services are on the plan, and whether they support this.",
      );
    const silent = mainstream.filter(({ supports }) => supports !== true);
    if (silent.length === 0 && mainstream.length > 0)
      return say.permits("Every mainstream service with an action supports this officer co-ordinating.");
    const names = silent.map(({ agency }) => agencyKinds[agency].label.toLowerCase()).join(", ");
    return say.permitsIf(
      [
        {
          what: "agreement",
          from: "mainstream-agencies",
          for: names === "" ? "this officer co-ordinating" : `this officer co-ordinating: ${names}`,
          code: "mainstream-agencies-support",
        },
      ],
      "Stays proposed until every mainstream service with an action supports it: an officer on reports or prevention needs that to co-ordinate. Silence is not support.",
    );
  },
});

/** At a discharge, or a move to services for adults, somebody stays named right across. */
export const namedAcross = (given: RuleHead): GateRule<DischargeFacts> => ({
  ...given,
  title: "A co-ordinator stays named across a discharge or a move to adult services",
  force: "must",
  apply: ({ child, kind, on, coordinator }): GateSaid => {
    const say = sayOf(theChild(child.id));
    const what = kind === "in-patient-discharge" ? "The discharge" : "The move to services for adults";
    if (coordinator === "not-recorded")
      return say.unknown("who co-ordinates", `It is not recorded who co-ordinates on ${inWords(on)}.`);
    if (coordinator === "none")
      return say.prevents(
        `${what} of ${inWords(on)} names nobody: name the lead or care co-ordinator who stays across it.`,
      );
    const { from, until } = coordinator;
    if (from > on)
      return say.prevents(`${what} is on ${inWords(on)}, and the co-ordinator starts only on ${inWords(from)}.`);
    return until !== undefined && until <= on
      ? say.prevents(`${what} is on ${inWords(on)}, and the co-ordinator's last day comes before it is done.`)
      : say.permits(`Somebody co-ordinates before and after ${inWords(on)}.`);
  },
});
