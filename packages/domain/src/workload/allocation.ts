import type { GateRule } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { AllocationFacts } from "./model.ts";
import { pointsInWords } from "./points.ts";

type Allocation = GateRule<AllocationFacts>;
const of = (load: number, capacity: number) => `${pointsInWords(load)} of ${pointsInWords(capacity)}`;

/** Over what was agreed the manager goes on only with a reason. The load itself never stops anybody. */
export const overCapacityNeedsReason = (given: RuleHead): Allocation => ({
  ...given,
  title: "Over capacity needs a reason",
  force: "must",
  apply: ({ practitionerId, loadAfter, capacity, reasonGiven }) => {
    const about = thePractitioner(practitionerId);
    if (capacity === "not-recorded")
      return reasonGiven
        ? {
            effect: "permits",
            about,
            because: "No capacity is agreed with this person; the manager wrote down why the case is given.",
          }
        : needs(
            about,
            "capacity-not-agreed",
            "why a case is given before a capacity is agreed",
            "It is not recorded how much this person can carry. Agree it, or write down why the case is given before.",
          );
    if (loadAfter <= capacity)
      return { effect: "permits", about, because: `This would make ${of(loadAfter, capacity)}.` };
    return reasonGiven
      ? { effect: "permits", about, because: `This makes ${of(loadAfter, capacity)}, and the manager wrote down why.` }
      : needs(
          about,
          "over-capacity",
          "why more is given than was agreed",
          `This would make ${of(loadAfter, capacity)}. Write down why, or choose another person.`,
        );
  },
});

/** Close to what was agreed the decision needs a note, and keeps the load of that moment. */
export const nearCapacityNeedsNote = (given: RuleHead, { abovePercent }: { abovePercent: number }): Allocation => ({
  ...given,
  title: "Close to capacity needs a note",
  apply: ({ practitionerId, load, loadAfter, capacity, reasonGiven }) => {
    if (capacity === "not-recorded") return undefined;
    const highest = Math.max(load, loadAfter);
    if (highest * 100 <= capacity * abovePercent || loadAfter > capacity) return undefined;
    const about = thePractitioner(practitionerId);
    return reasonGiven
      ? { effect: "permits", about, because: `This makes ${of(loadAfter, capacity)}, and a note is kept.` }
      : needs(
          about,
          "near-capacity",
          "a note on how the load will come down",
          `This would make ${of(loadAfter, capacity)}, over ${abovePercent} per cent. Add a note on how the load will come down.`,
        );
  },
});

type Second = { readonly onlyOverCapacity: boolean; readonly waitCanEnd: boolean };

/** With two managers neither gives a lead alone: the other acknowledges, and where a book says so the wait for that has an end. */
export const secondManagerAcknowledges = (given: RuleHead, { onlyOverCapacity, waitCanEnd }: Second): Allocation => ({
  ...given,
  title: "The second manager acknowledges",
  force: "must",
  apply: ({ practitionerId, managers, capacity, loadAfter, secondManagerWaitIsOver }) => {
    if (managers.length < 2) return undefined;
    if (onlyOverCapacity && (capacity === "not-recorded" || loadAfter <= capacity)) return undefined;
    const about = thePractitioner(practitionerId);
    if (managers.every(({ acknowledged }) => acknowledged === true))
      return { effect: "permits", about, because: "Both managers know and have acknowledged." };
    if (waitCanEnd && secondManagerWaitIsOver)
      return {
        effect: "permits",
        about,
        because: "The second manager has not answered in time, so the first may go on, with that on record.",
      };
    if (managers.some(({ acknowledged }) => acknowledged === false))
      return {
        effect: "prevents",
        about,
        because: "This waits for the second manager, who sees the same load and has not acknowledged yet.",
      };
    return {
      effect: "unknown",
      missing: "whether both managers have acknowledged",
      about,
      because: "It is not recorded whether both managers have acknowledged.",
    };
  },
});

function needs(about: ReturnType<typeof thePractitioner>, code: string, phrase: string, because: string) {
  return {
    effect: "permits-if",
    about,
    because,
    needs: [{ what: "reason", from: "line-manager", for: phrase, code }],
  } as const;
}
