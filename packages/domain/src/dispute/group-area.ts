import { z } from "zod";
import { DoneOn, during, inOrder, list, Ref, recorded } from "../kernel/facts.ts";
import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { holdsOn, inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { GateQuestion } from "../kernel/question.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { theChild } from "../kernel/subject.ts";

/** Facts for "Is this the group that takes the child's item?" Areas by id, never an address. */
export const GroupAreaFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  group: z.strictObject({ area: Ref }),
  referredOn: DoneOn,
  /** The areas of the homes the child has had, with their days; a child may have two at once. */
  homes: recorded(list(inOrder(z.strictObject({ area: recorded(Ref), ...during })))),
});
export type GroupAreaFacts = z.infer<typeof GroupAreaFacts>;

export const groupArea: GateQuestion<GroupAreaFacts> = {
  shape: "gate",
  title: "Is this the group that takes the child's item?",
  facts: GroupAreaFacts,
  factsUsed: ({ child, group, referredOn, homes }) =>
    used(theChild(child.id), {
      "group's area": group.area,
      "referred on": referredOn,
      "areas of the homes":
        homes === "not-recorded" ? homes : homes.map(({ area, from, until }) => [area, from, until].join(" ").trim()),
    }),
};

export const daysThatDecide = ["referral", "today"] as const;

/** The group of the area in which the child lived on the day of referral takes the item, and keeps it after a move. */
export const groupOfTheHome = (
  given: RuleHead,
  { decidedBy }: { readonly decidedBy: string },
): GateRule<GroupAreaFacts> => ({
  ...given,
  title: "The group of the child's home area takes the item",
  force: "must",
  apply: ({ child, group, referredOn, homes }, asAt): GateSaid => {
    const say = sayOf(theChild(child.id));
    if (!isLocalDate(referredOn))
      return say.unknown(
        "the day of referral",
        "Record the day of referral: it decides which area's group takes the item.",
      );
    const day = decidedBy === "today" ? dayOf(asAt) : referredOn;
    const areas = areasOn(homes, day);
    if (areas.length === 0 || areas.includes("not-recorded"))
      return say.unknown(
        `where the child lived on ${inWords(day)}`,
        `Record the area of the child's home on ${inWords(day)}: its group takes the item.`,
      );
    if (areas.length > 1)
      return {
        effect: "refers",
        decidedBy: "coordinator",
        about: theChild(child.id),
        because: `On ${inWords(day)} the child had homes in more than one area: the co-ordinators agree whose group takes the item.`,
      };
    return areas[0] === group.area
      ? say.permits(`The child's home was in this area on ${inWords(day)}: its group takes the item.`)
      : say.prevents(
          `The child's home was in another area on ${inWords(day)}: send the item to the co-ordinator of that area.`,
        );
  },
});

const areasOn = (homes: GroupAreaFacts["homes"], day: LocalDate): readonly string[] =>
  homes === "not-recorded" ? [] : [...new Set(homes.filter((home) => holdsOn(home, day)).map(({ area }) => area))];
