import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { supervisionRequest } from "../db/schema/supervision.ts";
import { aMonday } from "./area.ts";
import type { TestCase } from "./case.ts";

/** The nurse is supervised by her line manager, who held a session with her, and she asked for one more. */
export async function withSupervision({ area, helen, nurse, childId, planId }: TestCase): Promise<string> {
  const { supervision } = area.as(helen);
  await supervision.arrange({
    idempotencyKey: newId(),
    practitionerId: nurse.practitionerId,
    model: "usual",
    practiceSupervisorId: helen.practitionerId,
    usualEveryDays: 42,
  });
  await supervision.recordSession({
    idempotencyKey: newId(),
    practitionerId: nurse.practitionerId,
    strand: "practice",
    kind: "informal",
    heldOn: localDate("2026-11-23"),
    note: "Wheatear: said between the two of them",
    summary: "Wheatear: what they agreed to show",
    cases: [],
  });
  const requestId = newId();
  await area.write((tx) =>
    tx.insert(supervisionRequest).values({
      areaId: area.areaId,
      requestId,
      practitionerId: nurse.practitionerId,
      toId: helen.practitionerId,
      childId,
      planId,
      reason: "Wheatear: what she needs to talk about",
      askedOn: localDate("2026-11-23"),
      askedAt: aMonday.toISOString(),
    }),
  );
  return requestId;
}
