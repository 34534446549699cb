import { v4 as newKey } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCase, answered, asked, type TestCase } from "../../testing/case.ts";
import { aHouseWithCalls, type Call, dataOf, refusedWith } from "../../testing/over-http.ts";
import type { CandidatesView, ProposalView } from "./views.ts";

let house: Awaited<ReturnType<typeof aHouseWithCalls>>;
beforeAll(async () => {
  house = await aHouseWithCalls();
});
afterAll(() => house.close());

const readyToPropose = async () => {
  const of = await aCase(house.database, { route: "evidence-from-universal-services" });
  await answered(of);
  await asked(of);
  return { of, teacher: await house.signedIn(of.area, of.teacher), nurse: await house.signedIn(of.area, of.nurse) };
};

const proposing = async (of: TestCase, teacher: Call) => {
  const { planVersion, sheet, candidates } = dataOf<CandidatesView>(
    await teacher("leadProfessional.candidates", { planId: of.planId }),
  );
  expect(candidates.map(({ name }) => name)).toEqual(candidates.map(({ name }) => name).sort());
  const { practitionerId } = of.nurse;
  const needs = candidates.find((one) => one.practitionerId === practitionerId)?.needs ?? [];
  return {
    idempotencyKey: newKey(),
    planId: of.planId,
    version: planVersion,
    practitionerId,
    reason: "Sees the family every week",
    reasons: Object.fromEntries(needs.map(({ code }) => [code, "It was talked over and agreed"])),
    weighed: sheet
      .filter(({ from }) => from === "people")
      .map(({ code, of: whose }) => ({
        criterion: code,
        words: "Talked over",
        rating: "partial",
        evidence: "Since September",
        ...(whose === "candidate" ? { candidateId: practitionerId } : {}),
      })),
  };
};

test("somebody is proposed from one browser and says yes from another, and leads from then on", async () => {
  const { of, teacher, nurse } = await readyToPropose();
  const proposed = dataOf<ProposalView>(await teacher("leadProfessional.propose", await proposing(of, teacher)));
  expect(proposed).toMatchObject({ state: "open", proposed: { name: "Amina Yusuf" } });
  const { waiting } = dataOf<{ waiting: { proposalId: string }[] }>(await nurse("leadProfessional.waitingForMe", {}));
  expect(waiting.map(({ proposalId }) => proposalId)).toEqual([proposed.proposalId]);
  const yes = await nurse("leadProfessional.recordStage", {
    idempotencyKey: newKey(),
    proposalId: proposed.proposalId,
    version: proposed.version,
    stage: "acceptance",
    outcome: "agreed",
  });
  expect(dataOf<ProposalView>(yes).state).toBe("appointed");
  const { plans } = dataOf<{ plans: { planId: string }[] }>(await nurse("leadProfessional.mine", {}));
  expect(plans.map(({ planId }) => planId)).toEqual([of.planId]);
});

test("a proposal without a person or a reason comes back with a sentence for each, and what the book asks a reason for with its clause", async () => {
  const { of, teacher } = await readyToPropose();
  const whole = await proposing(of, teacher);
  const empty = await teacher("leadProfessional.propose", { ...whole, practitionerId: "", reason: "" });
  expect(empty.status).toBe(400);
  expect(refusedWith(empty)).toMatchObject({
    problems: [
      { path: "practitionerId", message: "Choose a person" },
      { path: "reason", message: "Enter why this person is best placed to lead" },
    ],
  });
  const unweighed = await teacher("leadProfessional.propose", { ...whole, weighed: [] });
  expect(unweighed.status).toBe(422);
  expect(refusedWith(unweighed)).toMatchObject({ kind: "rule-prevents" });
});
