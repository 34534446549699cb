import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject } from "../kernel/subject.ts";
import { type MeetingKind, meetingKinds } from "../vocabulary/meetings.ts";
import type { ArrangeFacts } from "./model.ts";

type Arrange = GateRule<ArrangeFacts>;
const say = ({ plan }: ArrangeFacts) => sayOf(subject("area", plan.id));
const toTheLead = ({ plan }: ArrangeFacts): GateSaid => ({
  effect: "refers",
  decidedBy: "lead-professional",
  about: subject("area", plan.id),
  because: "The lead professional gathers people together: ask them to call the meeting.",
});

type Calls = {
  /** The kinds of meeting the clause speaks of; every kind, where it is left out. */
  readonly kinds?: readonly MeetingKind[];
  /** Whether the assessor gathers people until there is a lead. */
  readonly assessorUntilLead: boolean;
};

/** The lead professional calls the meeting, of anybody on the case, from the day the role starts; administration, for a lead who asked for that help. */
export const leadCalls = (given: RuleHead, { kinds, assessorUntilLead }: Calls): Arrange => ({
  ...given,
  title: "The lead professional calls the meeting",
  apply: (facts, asAt): GateSaid | undefined => {
    const { by, lead } = facts;
    if (kinds && !kinds.includes(facts.meeting.kind)) return undefined;
    if (lead === "not-recorded")
      return say(facts).unknown(
        "who leads",
        "It is not recorded who leads, and the lead professional calls the meeting.",
      );
    const leads = lead !== "none" && lead.from <= dayOf(asAt);
    if (leads && lead.id === by.id)
      return say(facts).permits("The lead professional may call a meeting of anybody who works with the child.");
    if (!leads && assessorUntilLead && facts.assessor === by.id)
      return say(facts).permits(
        "Until there is a lead professional, whoever made the assessment brings people together. That makes them the contact for now, and not the lead professional.",
      );
    if (lead !== "none" && lead.id === by.id)
      return say(facts).prevents(
        `This person leads from ${inWords(lead.from)}, and may call meetings from then.`,
        lead.from,
      );
    return by.role === "administrator" ? onBehalf(facts) : toTheLead(facts);
  },
});

function onBehalf(facts: ArrangeFacts): GateSaid {
  if (facts.hasAdministrativeHelp === "not-recorded")
    return say(facts).unknown(
      "whether the lead asked for administrative help",
      "It is not recorded whether the lead professional asked administration to send invitations on their behalf.",
    );
  return facts.hasAdministrativeHelp
    ? say(facts).permits("Administration does this on behalf of the lead professional, who asked for it.")
    : toTheLead(facts);
}

type Keeper = { readonly kind: MeetingKind; readonly keeper: Role; readonly words: string };

/** One officer arranges this kind of meeting, and nobody else sets or changes its day. */
export const onlyTheOfficerArranges = (given: RuleHead, { kind, keeper, words }: Keeper): Arrange => ({
  ...given,
  title: `${meetingKinds[kind].label}: one officer arranges it`,
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.meeting.kind !== kind) return undefined;
    return facts.by.role === keeper
      ? say(facts).permits(`${words} co-ordinates the arrangements: day, people, papers and notes.`)
      : say(facts).prevents(
          `${words} co-ordinates the arrangements, and nobody else sets or changes the day: ask them.`,
        );
  },
});

/** The lead arranges a child's meeting; where nobody leads yet, an officer does. */
export const leadElseOfficerArranges = (given: RuleHead, { kind, keeper, words }: Keeper): Arrange => ({
  ...given,
  title: `${meetingKinds[kind].label}: who arranges it`,
  apply: (facts, asAt): GateSaid | undefined => {
    const { lead, by } = facts;
    if (facts.meeting.kind !== kind) return undefined;
    if (lead === "not-recorded")
      return say(facts).unknown(
        "who leads",
        "It is not recorded who leads, and the lead professional arranges the meeting.",
      );
    const leads = lead !== "none" && lead.from <= dayOf(asAt);
    if (leads)
      return lead.id === by.id ? say(facts).permits("The lead professional arranges the meeting.") : toTheLead(facts);
    return by.role === keeper
      ? say(facts).permits(`Nobody leads yet, so ${words} arranges the meeting.`)
      : say(facts).prevents(`Nobody leads yet, so ${words} arranges the meeting: ask them.`);
  },
});

/** Where services and family meet anyway that meeting is used, and the family is not asked to one more. */
export const noExtraMeeting = (given: RuleHead): Arrange => ({
  ...given,
  title: "A meeting that takes place anyway is used",
  apply: (facts): GateSaid | undefined => {
    const { existing } = facts;
    if (facts.act !== "call" || facts.meeting.kind === "existing-meeting") return undefined;
    if (existing === "not-recorded")
      return say(facts).unknown(
        "whether services and family meet anyway",
        "Find out first whether the family and the services meet already: then no extra meeting is needed.",
      );
    if (existing === "none")
      return say(facts).permits("The family and the services have no other meeting that could be used.");
    const on = inWords(existing.on);
    if (existing.isUsed)
      return say(facts).prevents(
        `The meeting of ${on} takes place anyway and is used for this: no separate one is called.`,
      );
    if (facts.extraMeetingReasonGiven)
      return say(facts).permits(
        `The family and the services meet on ${on} anyway, and it is said why one more is needed.`,
      );
    return say(facts).permitsIf(
      [
        {
          what: "reason",
          from: "lead-professional",
          for: "why the family is asked to one more meeting",
          code: "extra-meeting",
        },
      ],
      `The family and the services meet on ${on} anyway. Use that meeting, or say why the family is asked to one more.`,
    );
  },
});
