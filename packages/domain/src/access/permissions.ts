import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { Role } from "../kernel/role.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { type Subject, subject } from "../kernel/subject.ts";
import { listed, startingLarge } from "../kernel/words.ts";
import {
  type AccessAct,
  type AccessRole,
  type AccessTie,
  accessActs,
  accessRoles,
  accessTies,
} from "../vocabulary/permissions.ts";
import type { AccessFacts } from "./model.ts";

type Access = GateRule<AccessFacts>;

/** One line of a catalogue's table of permissions: who may do what, where what ties them to it. */
export type Permission = {
  readonly head: RuleHead;
  readonly roles: readonly AccessRole[];
  readonly acts: readonly AccessAct[];
  readonly where?: AccessTie;
  readonly needs?: readonly Need[];
};

/** What somebody may not do whatever else they are, save what is named: no other line of the table lifts it. */
export type Bar = {
  readonly head: RuleHead;
  readonly roles: readonly AccessRole[];
  /** Whom it does not speak of, though they hold one of its roles too. */
  readonly save?: AccessRole;
  readonly acts: readonly AccessAct[];
  readonly where?: AccessTie;
  readonly because: string;
};

export type PermissionTable = {
  /** What is not in the table may not happen: this says so. */
  readonly otherwise: RuleHead;
  readonly may: readonly Permission[];
  readonly mayNot: readonly Bar[];
};

const aboutOf = ({ about }: AccessFacts): Subject => subject(about.kind, about.id);

/** Whether a tie holds: one that is not in the facts is not recorded. */
const holds = ({ ties }: AccessFacts, tie: AccessTie | undefined) =>
  tie === undefined ? true : (ties.find(({ kind }) => kind === tie)?.holds ?? "not-recorded");

/** The role of theirs that a line speaks to; undefined where it speaks of other people, or of other acts. */
const roleOf = ({ roles, acts }: Permission | Bar, { roles: held, act }: AccessFacts) =>
  held === "not-recorded" || !acts.includes(act) ? undefined : roles.find((role) => held.includes(role));

/** Whether a line permits, leaves it open because a tie is not recorded, or says nothing. */
const answerOf = (line: Permission, facts: AccessFacts): "permits" | "unknown" | "nothing" => {
  if (roleOf(line, facts) === undefined) return "nothing";
  const stands = holds(facts, line.where);
  return stands === "not-recorded" ? "unknown" : stands ? "permits" : "nothing";
};

const eitherOf = (parts: readonly string[]) => listed(parts, "or");
const whoInWords = ({ roles, where }: Permission) =>
  `${listed(
    roles.map((role) => accessRoles[role].label),
    "or",
  )}${where === undefined ? "" : `, where ${accessTies[where].label}`}`;

/** A line that permits. It lifts what would hold otherwise, and lines of the table that only wait for a tie. */
const line = (of: Permission, table: PermissionTable): Access => ({
  ...of.head,
  title: `${startingLarge(whoInWords(of))}: ${eitherOf(of.acts.map((act) => accessActs[act].label))}`,
  force: of.head.force ?? "may",
  apply: (facts): GateSaid | undefined => {
    const said = { about: aboutOf(facts) };
    const [role, answer] = [roleOf(of, facts), answerOf(of, facts)];
    if (role === undefined || answer === "nothing") return undefined;
    const [who, act] = [accessRoles[role].label, accessActs[facts.act].label];
    if (answer === "unknown")
      return {
        ...said,
        effect: "unknown",
        missing: `whether ${of.where === undefined ? "" : accessTies[of.where].label}`,
        lifts: [table.otherwise.id],
        because: `${startingLarge(who)} may ${act} where ${of.where === undefined ? "" : accessTies[of.where].label}. Whether that is so is not recorded.`,
      };
    const waiting = table.may.filter((other) => answerOf(other, facts) === "unknown").map(({ head }) => head.id);
    const lifts = [table.otherwise.id, ...waiting];
    return of.needs === undefined
      ? { ...said, effect: "permits", lifts, because: `${startingLarge(who)} may ${act}.` }
      : {
          ...said,
          effect: "permits-if",
          needs: of.needs,
          lifts,
          because: `${startingLarge(who)} may ${act} once it is written down ${eitherOf(of.needs.map((need) => need.for))}.`,
        };
  },
});

const bar = (of: Bar): Access => ({
  ...of.head,
  title: `Never ${eitherOf(of.roles.map((role) => accessRoles[role].label))}: ${eitherOf(of.acts.map((act) => accessActs[act].label))}`,
  force: of.head.force ?? "must",
  apply: (facts): GateSaid | undefined => {
    if (roleOf(of, facts) === undefined) return undefined;
    if (of.save !== undefined && facts.roles.includes(of.save)) return undefined;
    const stands = holds(facts, of.where);
    if (stands === false) return undefined;
    const said = { about: aboutOf(facts) };
    return stands === "not-recorded"
      ? {
          ...said,
          effect: "unknown",
          missing: `whether ${of.where === undefined ? "" : accessTies[of.where].label}`,
          because: `${of.because} Whether that is so here is not recorded.`,
        }
      : { ...said, effect: "prevents", because: of.because };
  },
});

/** What no line of the table permits may not happen. A person whose part nobody recorded waits until it is. */
const otherwise = ({ otherwise: head, may, mayNot }: PermissionTable): Access => ({
  ...head,
  title: "What the table does not permit may not happen",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (![...may, ...mayNot].some(({ acts }) => acts.includes(facts.act))) return undefined;
    const said = { about: aboutOf(facts) };
    if (facts.roles === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "what this person is to the child or in the area",
        because: "It is not recorded what this person is to the child or in the area. Record it first.",
      };
    const who = may.filter(({ acts }) => acts.includes(facts.act)).map(whoInWords);
    const act = accessActs[facts.act].label;
    return {
      ...said,
      effect: "prevents",
      because: who.length === 0 ? `Nobody may ${act} by these documents.` : `To ${act} is for ${eitherOf(who)}.`,
    };
  },
});

/** The rules of a catalogue's table: a rule for each line, and one for what is not in it. */
export const permissions = (table: PermissionTable): readonly Access[] => [
  ...table.may.map((of) => line(of, table)),
  ...table.mayNot.map(bar),
  otherwise(table),
];

/** A safeguarding referral is open to everybody, whatever they are to the child and whatever else is going on. */
export const anybodyRefers = (given: RuleHead): Access => ({
  ...given,
  title: "Anybody may make a safeguarding referral",
  force: "must",
  apply: (facts) =>
    facts.act === "refer-for-safeguarding"
      ? {
          effect: "permits",
          about: aboutOf(facts),
          because: "A safeguarding referral is made at once. Nothing here holds it up.",
        }
      : undefined,
});

/** What a lead professional may do only where the area has said so; elsewhere it is refused, or goes to somebody else. */
export const whereSwitchedOn = (
  given: RuleHead,
  of: {
    readonly isOn: boolean;
    readonly role: AccessRole;
    readonly acts: readonly AccessAct[];
    readonly off: string;
    readonly decidedBy?: Role;
  },
): Access => ({
  ...given,
  title: `Where the area says so, ${accessRoles[of.role].label}: ${eitherOf(of.acts.map((act) => accessActs[act].label))}`,
  apply: (facts): GateSaid | undefined => {
    if (!of.acts.includes(facts.act)) return undefined;
    const said = { about: aboutOf(facts) };
    if (!of.isOn)
      return of.decidedBy === undefined
        ? { ...said, effect: "prevents", because: of.off }
        : { ...said, effect: "refers", decidedBy: of.decidedBy, because: of.off };
    if (facts.roles === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "what this person is to the child or in the area",
        because: "It is not recorded what this person is to the child or in the area. Record it first.",
      };
    return facts.roles.includes(of.role)
      ? {
          ...said,
          effect: "permits",
          because: `This area lets ${accessRoles[of.role].label} ${accessActs[facts.act].label}.`,
        }
      : {
          ...said,
          effect: "prevents",
          because: `To ${accessActs[facts.act].label} is for ${accessRoles[of.role].label}.`,
        };
  },
});
