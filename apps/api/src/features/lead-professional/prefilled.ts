import type { LocalDate, Stage } from "@linchpin/domain";
import type { Agreement } from "./agreement.ts";
import type { Case } from "./case-store.ts";
import { peopleIn } from "./people.ts";
import type { NewEntry } from "./proposal-store.ts";

type Known = Omit<NewEntry, "proposalId" | "childId">;

/** What of an agreement was recorded before anybody was proposed: the views that were asked, the manager who was consulted. */
export function recordedAlready(agreement: Agreement, consulted = consultedOf(agreement.of)): readonly Known[] {
  return agreement.ladder.stages.flatMap((stage) => {
    if (stage.kind === "views") return viewOf(agreement.of, stage) ?? [];
    if (stage.kind === "consultation" && consulted !== undefined)
      return consultation(agreement, stage, consulted) ?? [];
    return [];
  });
}

const consultedOf = ({ consulted }: Case) => consulted && { practitionerId: consulted.managerId, on: consulted.on };

function viewOf({ wishes, child }: Case, stage: Stage): Known | undefined {
  const whose =
    stage.whose === "child"
      ? "child"
      : stage.whose === "family" || stage.whose === "parent-or-carer"
        ? "family"
        : undefined;
  const wish = wishes.find((one) => one.whose === whose && one.childId === child.childId);
  if (wish === undefined) return undefined;
  return wish.notPossibleBecause === null
    ? { stage: stage.stage, outcome: "done", words: wish.words, heldOn: wish.saidOn }
    : { stage: stage.stage, outcome: "not-possible", words: wish.notPossibleBecause, heldOn: wish.saidOn };
}

function consultation(
  { cast }: Agreement,
  stage: Stage,
  { practitionerId, on }: { readonly practitionerId: string; readonly on: LocalDate },
): Known | undefined {
  if (!peopleIn(cast, stage.whose).includes(practitionerId)) return undefined;
  return {
    stage: stage.stage,
    outcome: stage.decides ? "agreed" : "done",
    words: null,
    heldOn: on,
    answeredBy: practitionerId,
  };
}
