import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { endOf, isBefore } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild, thePlan } from "../kernel/subject.ts";
import { counted } from "../kernel/words.ts";
import { planHeadings } from "../vocabulary/plan-headings.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { FormatFacts } from "./contents-model.ts";
import { lacks, permits, prevents } from "./saying.ts";

type Format = GateRule<FormatFacts>;
const order: readonly string[] = codesOf(planHeadings);

/** A short plan and a long one have one form: headings may be left out, and never stand in another order or twice. */
export const oneFormat = (given: RuleHead): Format => ({
  ...given,
  title: "One form for every plan",
  force: "must",
  apply: (facts): GateSaid => {
    const about = thePlan(facts);
    const { headings } = facts;
    const wrong = headings.find((heading, at) => order.indexOf(heading) <= order.indexOf(headings[at - 1] ?? ""));
    if (wrong !== undefined)
      return prevents(
        about,
        `"${planHeadings[wrong].label}" is not in its place. Headings can be left out, and those that stay keep their order.`,
      );
    return headings.length === 0
      ? prevents(about, "The plan has no heading yet.")
      : permits(about, `The plan has ${counted(headings.length, "heading")}, in the order of every plan.`);
  },
});

/** One part is added, and only where compulsory measures ask for a plan for a hearing: the reasons for compulsion. */
export const reasonsForCompulsion = (given: RuleHead): Format => ({
  ...given,
  title: "Reasons for compulsion, only where a hearing asks for a plan",
  force: "must",
  apply: (facts, asAt): GateSaid => {
    const about = theChild(facts.child.id);
    const { hearing, headings } = facts;
    const isThere = headings.includes("reasons-for-compulsion");
    if (hearing === "not-recorded") return lacks(about, "whether compulsory measures ask for a plan for a hearing");
    if (hearing === "none")
      return isThere
        ? prevents(about, "No hearing asks for this plan: it has no part on compulsion.")
        : permits(about, "No hearing asks for this plan, and it has no part on compulsion.");
    const { on, reasonsWrittenOn } = hearing;
    const asks = `The children's hearing of ${inWords(on)} asks for a plan`;
    if (!isThere) return prevents(about, `${asks}: add the part on reasons for compulsion. Nothing else changes.`);
    if (reasonsWrittenOn === "not-recorded") return lacks(about, "when the reasons for compulsion were written");
    if (isLocalDate(reasonsWrittenOn))
      return permits(about, `${asks}. The reasons for compulsion were written on ${inWords(reasonsWrittenOn)}.`);
    return isBefore(asAt, endOf(on))
      ? {
          effect: "permits-if",
          about,
          because: `${asks}: write the reasons for compulsion by then.`,
          needs: [
            { what: "reason", from: "lead-professional", for: "why there are compulsory measures", by: { day: on } },
          ],
        }
      : prevents(about, `${asks}, and the reasons for compulsion are not written.`);
  },
});
