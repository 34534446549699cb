import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import type { GateRule } from "../kernel/gate.ts";
import { addDays, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { type PanelKind, panelKinds } from "../vocabulary/panels.ts";
import type { PanelFacts, PanelItemFacts } from "./panel-model.ts";

type Panel = DutyRule<PanelFacts>;
const byCoordinator = ({ panel }: PanelFacts) =>
  ({ who: "coordinator", onAccountOf: "coordinator", about: subject("area", panel.id) }) as const;

type Series = {
  readonly kind: PanelKind;
  /** How many days apart; left out where each locality settles it, and 0 where the area has no such panel. */
  readonly days?: number;
};

/** A panel meets in a series: as often as the book says or, where it leaves that open, as its locality settled. */
export const panelMeets = (given: RuleHead, { kind, days }: Series): Panel => ({
  ...given,
  title: `${panelKinds[kind].label}: when it meets next`,
  apply: (facts): DutySaid | undefined => {
    if (facts.panel.kind !== kind || days === 0) return undefined;
    const owed = byCoordinator(facts);
    const apart = days ?? (typeof facts.everyWeeks === "number" ? facts.everyWeeks * 7 : undefined);
    if (apart === undefined)
      return {
        ...owed,
        act: "meeting.settle-panel",
        due: "at-once",
        because: `Settle for this locality how often the panel meets: that is ${facts.everyWeeks === "none" ? "not settled" : "not recorded"}.`,
      };
    const { lastMetOn } = facts;
    const hold = { ...owed, act: "meeting.hold-panel" } as const;
    if (lastMetOn === "not-recorded")
      return {
        ...hold,
        due: "unknown",
        because: `It meets every ${apart} days, and it is not recorded when it last met.`,
      };
    return isLocalDate(lastMetOn)
      ? {
          ...hold,
          due: { day: addDays(lastMetOn, apart) },
          because: `It meets every ${apart} days, and last met on ${inWords(lastMetOn)}.`,
        }
      : { ...hold, due: "at-once", because: `It meets every ${apart} days, and has not met yet: set its first day.` };
  },
});

/** What is kept of a panel's meeting is as formal as its locality settled: minutes where it asks for them, else notes. */
export const panelIsRecorded = (given: RuleHead, { kind }: { readonly kind: PanelKind }): Panel => ({
  ...given,
  title: `${panelKinds[kind].label}: what is kept of a meeting`,
  apply: (facts): DutySaid | undefined => {
    const { panel, keeps, kept, lastMetOn } = facts;
    if (panel.kind !== kind || !isLocalDate(lastMetOn)) return undefined;
    const owed = { ...byCoordinator(facts), due: "at-once" } as const;
    if (keeps === "none" || keeps === "not-recorded")
      return {
        ...owed,
        act: "meeting.settle-panels-record",
        because: "Settle for this locality how formal the panel is: minutes, or notes.",
      };
    if (kept === "minutes" || kept === keeps) return undefined;
    return keeps === "minutes"
      ? {
          ...owed,
          act: "meeting.write-minutes",
          because: `This locality keeps minutes: write those of the meeting of ${inWords(lastMetOn)}.`,
        }
      : {
          ...owed,
          act: "meeting.write-notes",
          because: `This locality keeps notes, and no minutes: write those of the meeting of ${inWords(lastMetOn)}.`,
        };
  },
});

/** A forum talks about children who have been assessed: one without a common assessment is not on its list. */
export const assessedBeforePanel = (
  given: RuleHead,
  { kind }: { readonly kind: PanelKind },
): GateRule<PanelItemFacts> => ({
  ...given,
  title: `${panelKinds[kind].label}: children who have been assessed`,
  force: "must",
  apply: ({ child, panel, meetsOn, assessedOn }) => {
    if (panel.kind !== kind) return undefined;
    const about = theChild(child.id);
    if (assessedOn === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether the child has a common assessment",
        about,
        because:
          "It is not recorded whether the child has a common assessment. The forum talks about children who have.",
      };
    if (assessedOn === "none")
      return {
        effect: "prevents",
        about,
        because: "The child has no common assessment. The forum talks about children who have been assessed.",
      };
    return assessedOn <= meetsOn
      ? {
          effect: "permits",
          about,
          because: `The child was assessed on ${inWords(assessedOn)}, so can be on the list.`,
        }
      : {
          effect: "prevents",
          from: assessedOn,
          about,
          because: `The child's assessment is of ${inWords(assessedOn)}, after this forum: list the child for a later one.`,
        };
  },
});

/** A consultation group looks for solutions together, at risk and at conflicts; a conflict is brought with its disagreement. */
export const groupTakes = (given: RuleHead, { isThere }: { readonly isThere: boolean }): GateRule<PanelItemFacts> => ({
  ...given,
  title: "What a consultation group takes",
  apply: ({ child, panel, topic, dispute }) => {
    if (panel.kind !== "consultation-group") return undefined;
    const about = theChild(child.id);
    if (!isThere) return { effect: "prevents", about, because: "This area has no consultation group." };
    if (topic === "not-recorded")
      return {
        effect: "unknown",
        missing: "what it is brought for",
        about,
        because: "Say what it is brought for: a solution found together, risk, or a conflict.",
      };
    if (topic === "conflict" && (dispute === "none" || dispute === "not-recorded"))
      return {
        effect: "prevents",
        about,
        because: "A conflict is brought with the disagreement it belongs to: raise that first, and link it.",
      };
    return { effect: "permits", about, because: "The group takes this, at set-up of a team or while it delivers." };
  },
});

/** Where an area asks for it, a panel takes children who are known to so many services; each counts from the day it was recorded. */
export const knownToServices = (
  given: RuleHead,
  { kind, services: least }: { readonly kind: PanelKind; readonly services: number },
): GateRule<PanelItemFacts> => ({
  ...given,
  title: `${panelKinds[kind].label}: known to enough services`,
  apply: ({ child, panel, meetsOn, services }, asAt) => {
    if (panel.kind !== kind || least === 0) return undefined;
    const about = theChild(child.id);
    if (services === "not-recorded")
      return {
        effect: "unknown",
        missing: "which services the child is known to",
        about,
        because: `It is not recorded which services the child is known to. The panel takes children known to ${least} or more.`,
      };
    const known = new Set(services.filter(({ recordedOn }) => recordedOn <= dayOf(asAt)).map(({ id }) => id)).size;
    return known >= least
      ? {
          effect: "permits",
          about,
          because: `Known to ${known} services: listed for the panel of ${inWords(meetsOn)}.`,
        }
      : {
          effect: "prevents",
          about,
          because: `Known to ${known} ${known === 1 ? "service" : "services"}: the panel takes children known to ${least} or more.`,
        };
  },
});
