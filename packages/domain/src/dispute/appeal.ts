import { outcomesOf } from "../kernel/ladder.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import { dueOf, type LevelClock, stateOf } from "./levels.ts";
import type { WayFacts } from "./model.ts";
import { permittedBy, type Way } from "./way.ts";

type Heads = { readonly accepted: RuleHead; readonly decided: RuleHead };

/** An appeal is there once it is made against a decision. What was decided stands and is acted on meanwhile. */
const isAppealed = (facts: WayFacts) => typeof facts.appeal !== "string" && stateOf("coordinator", facts) === "settled";

/** The chair says whether an appeal is heard; the group's decision ends the way and binds every organisation involved. */
export const appealStages = ({ accepted, decided }: Heads, clock: LevelClock): readonly Way[] => [
  {
    ...accepted,
    title: "The chair says whether an appeal is heard",
    force: "must",
    apply: (facts) =>
      isAppealed(facts)
        ? {
            stage: "appeal-accepted",
            kind: "appeal",
            order: 5,
            whose: "executive-group-chair",
            enteredBy: ["executive-group-chair"],
            decides: false,
            about: subject("area", facts.dispute.id),
            because:
              "The chair says, with reasons, whether the circumstances are exceptional. What was decided stands meanwhile.",
          }
        : undefined,
  },
  {
    ...decided,
    title: "The Executive Group's decision is final",
    force: "must",
    apply: (facts) => {
      const isHeard = outcomesOf(facts.entries).get("appeal-accepted") === "agreed";
      if (!isAppealed(facts) || !isHeard) return undefined;
      const due = dueOf(clock, facts);
      return {
        stage: "executive-group",
        kind: "appeal",
        order: 6,
        whose: "executive-group",
        enteredBy: ["executive-group"],
        decides: true,
        binds: true,
        ...(due === undefined ? {} : { clock: due }),
        permits: permittedBy(facts),
        about: subject("area", facts.dispute.id),
        because:
          "The Executive Group decides, with reasons. It binds every organisation involved, and there is no further appeal.",
      };
    },
  },
];
