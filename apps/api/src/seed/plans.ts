import { addDays, type LocalDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { at } from "./days.ts";
import type { Caller, World } from "./world.ts";

type By = { readonly by: string; readonly on: LocalDate };

/** What only people can say of a plan: that the help has to be one response, at which level, for how long. */
export async function answerPlan(
  world: World,
  planId: string,
  of: By & {
    readonly why: string;
    readonly level?: "single" | "integrated" | "complex";
    readonly months?: number;
    readonly safetyIsPrimary?: boolean;
    readonly needsAreComplexHealth?: boolean;
  },
): Promise<void> {
  const caller = world.as(of.by, at(of.on, "11:40"));
  const { version } = await caller.plan.get({ planId });
  await caller.plan.answer({
    idempotencyKey: newId(),
    planId,
    version,
    integratedResponse: true,
    integratedResponseReason: of.why,
    safetyIsPrimary: of.safetyIsPrimary ?? false,
    needsAreComplexHealth: of.needsAreComplexHealth ?? false,
    levelOfNeed: of.level ?? "integrated",
    expectedMonths: of.months ?? 6,
  });
}

/** An action with one owner and a day. */
export const agreeAction = (
  world: World,
  planId: string,
  childId: string,
  of: By & { readonly owner: string; readonly what: string; readonly outcome: string; readonly inDays: number },
) =>
  world.as(of.by, at(of.on, "12:10")).plan.addAction({
    idempotencyKey: newId(),
    planId,
    childId,
    what: of.what,
    outcome: of.outcome,
    ownerId: world.person(of.owner).practitionerId,
    startsOn: of.on,
    dueOn: addDays(of.on, of.inDays),
  });

/** Whom the child and the family would like to lead, in their words. */
export async function wishes(
  world: World,
  planId: string,
  childId: string,
  of: By & {
    readonly child: { readonly words: string; readonly for?: string };
    readonly family: { readonly words: string; readonly for?: string };
  },
): Promise<void> {
  const caller = world.as(of.by, at(of.on, "14:00"));
  for (const whose of ["child", "family"] as const) {
    const { words, for: wished } = of[whose];
    await caller.leadProfessional.recordView({
      idempotencyKey: newId(),
      planId,
      childId,
      whose,
      saidOn: of.on,
      view: {
        asked: "given",
        words,
        how: whose === "child" ? "Talking while drawing" : "At home, over tea",
        ...(wished === undefined ? {} : { wishedForId: world.person(wished).practitionerId }),
      },
    });
  }
}

/** Asks in earnest whether a lead professional is needed. */
export const askWhetherNeeded = (world: World, planId: string, { by, on }: By) =>
  world.as(by, at(on, "14:30")).leadProfessional.ask({ idempotencyKey: newId(), planId });

type Candidates = Awaited<ReturnType<Caller["leadProfessional"]["candidates"]>>;

/** What the people who weighed the choice wrote of each criterion: plain, and never a score. */
function weighed({ sheet, candidates }: Candidates, chosenId: string) {
  const asked = sheet.filter(({ from }) => from === "people");
  return asked.flatMap(({ code, of, answer }) =>
    of === "case"
      ? [{ criterion: code, words: "Talked through with everybody who helps; nobody saw it otherwise." }]
      : candidates.map(({ practitionerId }) => ({
          criterion: code,
          candidateId: practitionerId,
          ...(answer === "yes-no" ? { rating: "no" as const } : {}),
          words:
            practitionerId === chosenId
              ? "Sees the family most weeks and already brings the others together."
              : "Gives one part of the help and is in touch less often.",
          evidence:
            practitionerId === chosenId
              ? "Visits since the summer, by the family's own diary."
              : "What each of them told the others.",
        })),
  );
}

/** Proposes somebody, with what was weighed and every reason a clause asks for. Gives the proposal's id. */
export async function propose(
  world: World,
  planId: string,
  of: By & { readonly who: string; readonly reason: string; readonly startsOn?: LocalDate },
): Promise<string> {
  const caller = world.as(of.by, at(of.on, "15:10"));
  const practitionerId = world.person(of.who).practitionerId;
  const sheet = await caller.leadProfessional.candidates({ planId });
  const chosen = sheet.candidates.find((one) => one.practitionerId === practitionerId);
  const proposal = await caller.leadProfessional.propose({
    idempotencyKey: newId(),
    planId,
    version: sheet.planVersion,
    practitionerId,
    reason: of.reason,
    reasons: Object.fromEntries(
      (chosen?.needs ?? []).filter(({ ifRated }) => ifRated === undefined).map(({ code }) => [code, of.reason]),
    ),
    consideredIds: sheet.candidates.map((one) => one.practitionerId),
    weighed: weighed(sheet, practitionerId),
    ...(of.startsOn === undefined ? {} : { startsOn: of.startsOn }),
  });
  return proposal.proposalId;
}
