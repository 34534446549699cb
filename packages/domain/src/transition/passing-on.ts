import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { PassingOnFacts } from "./model.ts";

type PassingOn = GateRule<PassingOnFacts>;

/** What is passed on holds the help given now and the help given before; with either left out it is incomplete. */
export const packIsWhole = (given: RuleHead): PassingOn => ({
  ...given,
  title: "What is passed on holds present and past help",
  force: "must",
  apply: ({ child, helpNow, helpBefore }) => {
    const about = theChild(child.id);
    const parts = [
      ["the help given now", helpNow],
      ["the help given before", helpBefore],
    ] as const;
    return parts.map(
      ([what, help]): GateSaid =>
        help === "not-recorded"
          ? {
              effect: "unknown",
              missing: what,
              about,
              because: `What is passed on is incomplete: write down ${what}, or that there is none.`,
            }
          : { effect: "permits", about, because: `What is passed on holds ${what}.` },
    );
  },
});

/** It counts when the new named person has marked it as received; until then the outgoing one answers for it. */
export const receivedFirst = (given: RuleHead): PassingOn => ({
  ...given,
  title: "Passing on counts when the new named person has received it",
  force: "must",
  apply: ({ child, sentOn, receivedOn }) => {
    const about = theChild(child.id);
    if (isLocalDate(receivedOn))
      return { effect: "permits", about, because: `The new named person received it on ${inWords(receivedOn)}.` };
    if (receivedOn === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether the new named person received it",
        about,
        because: "It is not recorded whether the new named person received what was passed on.",
      };
    return {
      effect: "prevents",
      about,
      because: isLocalDate(sentOn)
        ? `Sent on ${inWords(sentOn)}, not received. The outgoing named person answers for it until it is, and both managers see it open; the role itself moves on its own day.`
        : "It has not been sent yet. The outgoing named person answers for it.",
    };
  },
});
