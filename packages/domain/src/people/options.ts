import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import type { OptionsFacts } from "./family-model.ts";

/** The family chooses with information: what was offered stays on the plan beside what the family chose, or that it wants none. */
export const choosesWithInformation = (given: RuleHead): GateRule<OptionsFacts> => ({
  ...given,
  title: "The options and the family's choice are on the plan",
  apply: ({ child, offered, offeredOn, chosen }): GateSaid => {
    const about = subject("family", child.id);
    const lacks = (missing: string): GateSaid => ({
      effect: "unknown",
      missing,
      about,
      because: `Record ${missing}, so that the plan shows the options and the family's choice.`,
    });
    if (offered === "not-recorded" || offered.length === 0) return lacks("which options the family was offered");
    if (!isLocalDate(offeredOn)) return lacks("the day on which the options were offered");
    if (chosen === "not-recorded") return lacks("which option the family chose");
    const options = [...new Set(offered)];
    const was = `On ${inWords(offeredOn)} the family was offered ${options.join(" and ")}`;
    if (chosen === "none") return { effect: "permits", about, because: `${was}, and wanted none of it.` };
    return options.includes(chosen)
      ? { effect: "permits", about, because: `${was}, and chose ${chosen}.` }
      : {
          effect: "prevents",
          about,
          because: `${was}, and ${chosen} is not among that. Record it as an option too, with what it would mean.`,
        };
  },
});
