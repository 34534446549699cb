import type { CaseInSession, LocalDate, RecordSession } from "@linchpin/domain";
import { insertMany } from "../../db/many.ts";
import { supervisionAgreed, supervisionCase, supervisionSession } from "../../db/schema/supervision.ts";
import type { Records } from "../../records.ts";

export type CaseKept = Omit<CaseInSession, "riskIsHigh"> & { readonly riskIsHigh: boolean | null };

/** Keeps a session with what was agreed in it and what was said of each child: three kinds of row, each with readers of its own. */
export async function addSession(
  { tx, who, now }: Records,
  given: Pick<RecordSession, "practitionerId" | "strand" | "kind" | "note" | "summary" | "actions"> & {
    readonly sessionId: string;
    readonly heldOn: LocalDate;
    readonly decisionId: string;
    readonly cases: readonly CaseKept[];
  },
): Promise<void> {
  const { sessionId, practitionerId, strand, kind, heldOn, note, decisionId, summary, actions, cases } = given;
  const of = { areaId: who.areaId, sessionId, practitionerId, supervisorId: who.practitionerId, heldOn };
  await tx.insert(supervisionSession).values({ ...of, strand, kind, note, decisionId, recordedAt: now });
  await tx.insert(supervisionAgreed).values({ ...of, strand, summary: summary ?? null, actions: actions ?? null });
  await insertMany(
    tx,
    supervisionCase,
    cases.map((one) => ({
      ...of,
      childId: one.childId,
      planId: one.planId,
      note: one.note ?? null,
      presentingNeed: one.presentingNeed ?? null,
      whatTheLeadCanDo: one.whatTheLeadCanDo ?? null,
      specialistSupport: one.specialistSupport ?? null,
      othersWorkDirectly: one.othersWorkDirectly ?? null,
      riskIsHigh: one.riskIsHigh,
      leftOutBecause: one.leftOutBecause ?? null,
    })),
  );
}
