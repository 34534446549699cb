import { z } from "zod";
import { list, Ref } from "../kernel/facts.ts";
import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { GateRule } from "../kernel/gate.ts";
import type { GateQuestion } from "../kernel/question.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject } from "../kernel/subject.ts";

/** Facts for "Is this text plain enough for the family?" The text itself is never kept with the decision. */
export const PlainWordsFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  forFamily: z.boolean(),
  text: z.string(),
  /** Short forms that the text explains, or that this family uses itself. */
  explained: list(z.string()),
});
export type PlainWordsFacts = z.infer<typeof PlainWordsFacts>;

/** The short forms of agencies in a text, each once: two capitals or more in one word. */
export const shortForms = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\b[A-Z]{2,}s?\b/gu)].map(([form]) => form.replace(/s$/u, ""))),
];

export const plainWords: GateQuestion<PlainWordsFacts> = {
  shape: "gate",
  title: "Is this text plain enough for the family?",
  facts: PlainWordsFacts,
  factsUsed: ({ child, forFamily, text, explained }) =>
    used(subject("family", child.id), {
      "for the family": forFamily,
      "short forms in it": shortForms(text),
      explained,
    }),
};

/** What goes to a family is in plain words: the short forms of agencies are put into words first. */
export const plainWordsFirst = (
  given: RuleHead,
  { familiesKnow }: { readonly familiesKnow: readonly string[] },
): GateRule<PlainWordsFacts> => ({
  ...given,
  title: "What goes to a family is in plain words",
  apply: ({ child, forFamily, text, explained }) => {
    if (!forFamily) return undefined;
    const say = sayOf(subject("family", child.id));
    const jargon = shortForms(text).filter((form) => !familiesKnow.includes(form) && !explained.includes(form));
    return jargon.length === 0
      ? say.permits("No short forms of agencies are left in it.")
      : say.permitsIf(
          [
            {
              what: "evidence",
              from: "practitioner",
              for: `plain words for ${jargon.join(", ")}`,
              code: "plain-words",
            },
          ],
          `Say it in plain words before it goes to the family: ${jargon.join(", ")}.`,
        );
  },
});
