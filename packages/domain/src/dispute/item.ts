import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject } from "../kernel/subject.ts";
import { youthItemKinds } from "../vocabulary/group-items.ts";
import type { ItemFacts } from "./item-model.ts";

type Item = GateRule<ItemFacts>;

/** A young offender's item is one of four kinds, and each brings the former forum's own tasks. */
export const oneOfFourKinds = (given: RuleHead): Item => ({
  ...given,
  title: "A youth item is of one of four kinds",
  force: "must",
  apply: ({ item, kind }): GateSaid => {
    const say = sayOf(subject("area", item.id));
    if (kind === "none") return say.permits("The item is about no young offender, and is of none of the four kinds.");
    return kind === "not-recorded"
      ? say.unknown(
          "the kind of youth item",
          `Choose one: ${Object.values(youthItemKinds)
            .map(({ label }) => label)
            .join(", ")}.`,
        )
      : say.permits(`${youthItemKinds[kind].label}: the tasks of the former forum go with it.`);
  },
});
