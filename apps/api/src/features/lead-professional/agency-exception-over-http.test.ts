import { localDate } from "@linchpin/domain";
import { v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aCase, answered, asked, type TestCase } from "../../testing/case.ts";
import { aHouseWithCalls, type Call, dataOf, refusedWith } from "../../testing/over-http.ts";
import type { CandidatesView, ProposalView } from "./views.ts";

let house: Awaited<ReturnType<typeof aHouseWithCalls>>;
beforeAll(async () => {
  house = await aHouseWithCalls();
});
afterAll(() => house.close());

const code = "outside-required-agency";

/** Skye is accommodated, so the law asks for social work; whether her nurse may lead is asked of its managers. */
async function skye() {
  const of = await aCase(house.database, { edition: "highland" });
  await answered(of);
  await asked(of);
  await of.area.addStatus(of.childId, of.teacher, {
    kind: "looked-after",
    during: { from: localDate("2026-11-02") },
    detail: {},
  });
  return { of, teacher: await house.signedIn(of.area, of.teacher), gary: await house.signedIn(of.area, of.gary) };
}

async function proposing(of: TestCase, teacher: Call, { isAsked }: { readonly isAsked: boolean }) {
  const { planVersion, sheet, candidates } = dataOf<CandidatesView>(
    await teacher("leadProfessional.candidates", { planId: of.planId }),
  );
  const { practitionerId } = of.nurse;
  const needs = candidates.find((one) => one.practitionerId === practitionerId)?.needs ?? [];
  return teacher("leadProfessional.propose", {
    idempotencyKey: newKey(),
    planId: of.planId,
    version: planVersion,
    practitionerId,
    reason: "Has known Skye since she was born",
    reasons: Object.fromEntries(
      needs.filter((need) => isAsked || need.code !== code).map((need) => [need.code, "She trusts nobody else yet"]),
    ),
    weighed: sheet
      .filter(({ from }) => from === "people")
      .map((row) => ({
        criterion: row.code,
        words: "Talked over",
        evidence: "Since September",
        ...(row.of === "candidate" ? { candidateId: practitionerId } : {}),
      })),
  });
}

const recording = (by: Call, { proposalId, version }: ProposalView, said: Record<string, unknown>) =>
  by("leadProfessional.recordStage", {
    idempotencyKey: newKey(),
    proposalId,
    version,
    stage: "agency-exception",
    outcome: "agreed",
    words: "The social worker is not named yet, and the nurse knows the family",
    evidence: "Minute of 20 November, item 3",
    ...said,
  });

const proposedForSkye = async () => {
  const { of, teacher, gary } = await skye();
  const proposal = dataOf<ProposalView>(await proposing(of, teacher, { isAsked: true }));
  return { of, teacher, gary, proposal };
};

describe("HIG-121: outside the required agency, an exception is recorded by that agency's own manager", () => {
  test("her nurse is refused, in the clause's words, where nobody asks for an exception", async () => {
    const { of, teacher } = await skye();
    const refused = await proposing(of, teacher, { isAsked: false });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refusedWith(refused))).toContain("unless one of its managers records an exception");
  });

  test("asked for, it waits for a social work manager alone, and nobody else is asked yet", async () => {
    const { of, gary, proposal } = await proposedForSkye();
    expect(proposal.stages.filter(({ state }) => state === "next")).toMatchObject([
      { stage: "agency-exception", people: [{ practitionerId: of.gary.practitionerId, name: "Gary Holt" }] },
    ]);
    const desk = dataOf<{ waiting: { proposalId: string; stage: string }[] }>(await gary("leadProfessional.desk", {}));
    expect(desk.waiting).toMatchObject([{ proposalId: proposal.proposalId, stage: "agency-exception" }]);
  });

  test("the proposer, the person proposed and their own manager are refused, each in a sentence", async () => {
    const { of, teacher, proposal } = await proposedForSkye();
    for (const by of [teacher, await house.signedIn(of.area, of.nurse)])
      expect(refusedWith(await recording(by, proposal, {}))).toMatchObject({ kind: "not-allowed" });
    for (const person of [of.helen, of.worker, of.head]) {
      const refused = await recording(await house.signedIn(of.area, person), proposal, {});
      expect([403, 404]).toContain(refused.status);
    }
  });

  test("the manager says why and what it rests on; both are kept, and the others are asked then", async () => {
    const { gary, teacher, proposal } = await proposedForSkye();
    const bare = await recording(gary, proposal, { words: undefined, evidence: undefined });
    expect(refusedWith(bare)).toMatchObject({
      problems: [
        { path: "words", message: "Enter why the agency may be another one here" },
        { path: "evidence", message: "Enter what the exception rests on" },
      ],
    });
    await recording(gary, proposal, {});
    const after = dataOf<ProposalView>(await teacher("leadProfessional.proposal", { proposalId: proposal.proposalId }));
    const exception = after.stages.find(({ stage }) => stage === "agency-exception");
    expect(exception).toMatchObject({
      state: "through",
      entries: [{ evidence: "Minute of 20 November, item 3", answeredBy: { name: "Gary Holt" } }],
    });
    expect(after.stages.some(({ state, stage }) => state === "next" && stage !== "agency-exception")).toBe(true);
  });

  test("declined, the proposal stops there, with the reason", async () => {
    const { gary, proposal } = await proposedForSkye();
    const declined = await recording(gary, proposal, {
      outcome: "declined",
      words: "A social worker starts on Monday",
    });
    expect(dataOf<ProposalView>(declined)).toMatchObject({
      state: "stopped",
      endedBecause: "A social worker starts on Monday",
    });
  });
});
