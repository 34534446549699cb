import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { namedPerson } from "../db/schema/named-person.ts";
import { planAction, planPractitioner } from "../db/schema/plan.ts";
import { aMonday, type Caller, type TestPerson } from "./area.ts";
import type { TestCase } from "./case.ts";

/** A list of who does what that was issued, what the child thinks of the plan, and an outcome nobody works towards. */
async function withListAndViews(asked: Caller, plan: { readonly planId: string; readonly childId: string }) {
  const key = () => ({ ...plan, idempotencyKey: newId() });
  const { lines } = await asked.plan.whoDoesWhat.issue({ ...key(), childIsAsked: "yes" });
  const { outcomes } = await asked.plan.setOutcome({ ...key(), words: "Swims a length" });
  const on = localDate("2026-11-23");
  await asked.consent.theirWord.view({ ...key(), whose: "child", words: "I like it", how: "A talk", on });
  const { views } = await asked.consent.theirWord.get(plan);
  return {
    lineId: lines.find(({ as }) => as.code === "family")?.lineId,
    outcomeId: outcomes.find(({ words }) => words === "Swims a length")?.outcomeId,
    viewId: views[0]?.viewId,
  };
}

/** Somebody with a light account who was invited to the summary of a child's plan, and sent an update. */
async function withContributor({ area, teacher, childId }: TestCase, light: TestPerson, planPractitionerId: string) {
  const { contributors } = await area
    .as(teacher)
    .plan.contribution.invite({ idempotencyKey: newId(), childId, planPractitionerId });
  const contributorId = contributors[0]?.contributorId ?? "";
  await area
    .as(light)
    .plan.contribution.send({ idempotencyKey: newId(), contributorId, words: "Came every week this month" });
  return contributorId;
}

/** Who sees a case by something else than working with the child: a part given for a time, an action, a time gone by. */
export async function withParts(of: TestCase) {
  const { area, agencies, helen, teacher, nurse, head, childId, planId } = of;
  const { areaId } = area;
  const add = (name: string, role: "review-officer" | "light" | "lead-member") =>
    area.addPractitioner({ name, agencyId: agencies.socialWork, role, title: name });
  const reviewer = await add("A. Munro", "review-officer");
  const light = await add("Lou Bell", "light");
  const leadMember = await add("Cllr Wood", "lead-member");
  const given = await area.as(helen).parts.give({
    idempotencyKey: newId(),
    childId,
    practitionerId: reviewer.practitionerId,
    part: "review-officer",
    why: "Chairs the review",
    lastDay: localDate("2026-12-18"),
  });
  const actionId = newId();
  const planPractitionerId = newId();
  await area.write(async (tx) => {
    await tx.insert(planAction).values({
      areaId,
      actionId,
      planId,
      childId,
      what: "Swimming on Thursdays",
      agencyId: agencies.socialWork,
      ownerId: light.practitionerId,
      dueOn: localDate("2026-12-10"),
      state: "planned",
      recordedBy: teacher.practitionerId,
      recordedAt: aMonday.toISOString(),
    });
    const at = { areaId, planId, recordedBy: teacher.practitionerId, recordedAt: aMonday.toISOString() };
    await tx.insert(planPractitioner).values({
      ...at,
      planPractitionerId,
      practitionerId: light.practitionerId,
      agencyId: agencies.socialWork,
      posts: [],
      involvement: "involved",
      during: { from: aMonday.toISOString() },
    });
    await tx.insert(namedPerson).values({
      areaId,
      namedPersonId: newId(),
      childId,
      practitionerId: nurse.practitionerId,
      stage: "pre-school",
      settledBy: "by-name",
      during: { from: "2026-01-05T00:00:00.000Z", until: "2026-08-18T00:00:00.000Z" },
      recordedBy: head.practitionerId,
      recordedAt: "2026-01-05T09:00:00.000Z",
      endedBecause: "Started school",
    });
  });
  const contributorId = await withContributor(of, light, planPractitionerId);
  const { assessmentId } = await area.as(teacher).assessment.begin({
    idempotencyKey: newId(),
    childId,
    kind: "specialist",
    about: "Reading and spelling",
    begunOn: localDate("2026-11-16"),
  });
  await area.as(teacher).record.references.keep({
    idempotencyKey: newId(),
    childId,
    kind: "child-index",
    reference: "IDX 40/118",
    basis: "public-task",
  });
  const listed = await withListAndViews(area.as(teacher), { planId, childId });
  const people = [reviewer, light, leadMember];
  return { ...listed, assessmentId, people, partId: given.parts[0]?.partId, actionId, contributorId };
}
