import { z } from "zod";
import { list, orNone, Ref } from "../kernel/facts.ts";
import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { GateQuestion } from "../kernel/question.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { theChild } from "../kernel/subject.ts";

/** Facts for "May this case from another area be taken in?" Each concept by its neutral code, and as that area calls it. */
export const TakenInFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  from: Ref,
  concepts: list(z.strictObject({ code: orNone(Ref), label: z.string().min(1) })),
});
export type TakenInFacts = z.infer<typeof TakenInFacts>;

export const takenIn: GateQuestion<TakenInFacts> = {
  shape: "gate",
  title: "May this case from another area be taken in?",
  facts: TakenInFacts,
  factsUsed: ({ child, from, concepts }) => used(theChild(child.id), { "comes from": from, concepts }),
};

/** What crosses a border carries its neutral code beside the local word, and is never known by that word alone. */
export const codeBesideLabel = (given: RuleHead): GateRule<TakenInFacts> => ({
  ...given,
  title: "A neutral code goes with each local word",
  force: "must",
  apply: ({ child, concepts }): readonly GateSaid[] => {
    const say = sayOf(theChild(child.id));
    return concepts.map(({ code, label }) =>
      code === "none" || code === "not-recorded"
        ? say.prevents(
            `"${label}" came as the other area's own word alone. Ask that area what it means, so that it can be shown in ours.`,
          )
        : say.permits(`"${label}" is shown in this area's own word, and kept as it came in the history.`),
    );
  },
});

/** What a concept is called here: the area's own word for its code, else the one everybody has for it. */
export const calledHere = (
  code: string,
  terms: Readonly<Record<string, string>>,
  everybodys: Readonly<Record<string, string>>,
): string | undefined => terms[code] ?? everybodys[code];
