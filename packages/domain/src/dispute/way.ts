import type { LadderRule, StageKind, StageSaid } from "../kernel/ladder.ts";
import { outcomesOf } from "../kernel/ladder.ts";
import type { Moment } from "../kernel/moment.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import { type DisputeLevel, disputeLevels } from "../vocabulary/disputes.ts";
import { dueOf, isOver, type LevelClock, managersOnce, stagesOf, stateOf } from "./levels.ts";
import type { WayFacts } from "./model.ts";

export type Way = LadderRule<WayFacts>;

/** What an outcome permits: who leads is decided here and no longer waits for agreements; anything else is closed. */
export const permittedBy = ({ dispute }: WayFacts): string =>
  dispute.kind === "who-leads" ? "lead-professional.appoint" : "dispute.close";

/** One level of a way, as its clause has it. */
export type LevelOf = {
  readonly level: DisputeLevel;
  readonly order: number;
  readonly kind: StageKind;
  readonly whose: Role;
  readonly enteredBy: readonly Role[];
  readonly because: string;
  readonly clock?: LevelClock;
  /** Levels that would have ended it: this one opens only when none of them did. */
  readonly unlessSettledAt: readonly DisputeLevel[];
  /** The level does not settle anything; it is a step on the way. */
  readonly isStep?: boolean;
  /** Nothing comes after it, so its time running out does not take it away. */
  readonly isLast?: boolean;
  readonly binds?: boolean;
  readonly mayAppeal?: readonly Role[];
  readonly when?: (facts: WayFacts, asAt: Moment) => boolean;
};

/** Both workers have one manager and no other agency is touched: that manager decides, and there is nothing to climb. */
export const isOneManagersOwn = (facts: WayFacts): boolean =>
  managersOnce(facts).length === 1 && facts.managers.length > 1 && facts.otherAgencyAffected === false;

/**
 * A level of the way up. It is settled there, or gives up, or its time is over; in the last two the next level is open.
 * A level whose time is over has no stage any more unless something was recorded at it.
 */
export const level = (given: RuleHead, of: LevelOf): Way => ({
  ...given,
  title: disputeLevels[of.level].label,
  force: "must",
  apply: (facts, asAt) => {
    if (of.when && !of.when(facts, asAt)) return undefined;
    if (of.unlessSettledAt.some((lower) => stateOf(lower, facts) === "settled")) return undefined;
    const ends = of.isLast === true || (of.level === "line-managers" && isOneManagersOwn(facts));
    if (!ends && isOver(of.level, of.clock, facts, asAt)) return undefined;
    const gaveUp = !ends && stateOf(of.level, facts) === "not-settled";
    const outcomes = outcomesOf(facts.entries);
    const due = dueOf(of.clock, facts);
    return stagesOf(of.level, facts)
      .filter((stage) => !gaveUp || outcomes.has(stage))
      .map(
        (stage): StageSaid => ({
          stage,
          kind: of.kind,
          order: of.order,
          whose: of.whose,
          enteredBy: of.enteredBy,
          decides: !gaveUp,
          about: subject("area", facts.dispute.id),
          because: of.because,
          ...(due === undefined ? {} : { clock: due }),
          ...(of.isStep ? {} : { permits: permittedBy(facts) }),
          ...(of.binds === undefined ? {} : { binds: of.binds }),
          ...(of.mayAppeal === undefined ? {} : { mayAppeal: of.mayAppeal }),
        }),
      );
  },
});

const orders = { team: 1, lowest: 2 } as const;

/** Where practitioners are one team, its manager is asked before anybody's line manager. */
export const teamManagerFirst = (given: RuleHead): Way =>
  level(given, {
    level: "team-manager",
    order: orders.team,
    kind: "agreement",
    whose: "team-manager",
    enteredBy: ["team-manager"],
    because: "The practitioners are one team, so its manager is asked before anybody's line manager.",
    unlessSettledAt: [],
    when: ({ model }) => model === "team",
  });

/** The line managers of those involved settle it jointly: each of them confirms, and one alone does not close it. */
export const lineManagersJointly = (
  given: RuleHead,
  { clock, afterTeam }: { readonly clock?: LevelClock; readonly afterTeam?: boolean },
): Way =>
  level(given, {
    level: "line-managers",
    order: orders.lowest,
    kind: "agreement",
    whose: "line-managers-involved",
    enteredBy: ["line-managers-involved"],
    because: "The line managers of those involved settle it between them. Each of them confirms what was agreed.",
    unlessSettledAt: afterTeam ? ["team-manager"] : [],
    ...(clock === undefined ? {} : { clock }),
  });
