import { type AgencyKind, DomainError } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { serviceAnswersOf } from "./shares-made-store.ts";

export { endSharesOfItem } from "./ending.ts";
export { answerOnJoining, joiningView, shareByJoining } from "./joining.ts";
export { agenciesThatRead, agencyReadsUntil, opensSomething } from "./joining-store.ts";
export { endSharedByJoining } from "./leaving.ts";
export { notSignedUp } from "./signed-up.ts";
export { advocacyGapsOf, followExplaining } from "./their-word-rules.ts";

/**
 * Refuses to bring a service in that nobody of this plan belongs to, until young person or family agreed, where the area's
 * documents ask for it. A safeguarding referral waits for neither.
 */
export async function refuseUnlessAgreed(
  records: Records,
  of: { readonly childIds: readonly string[]; readonly service: AgencyKind; readonly isReferral: boolean },
): Promise<void> {
  const { book } = records.book();
  if (book.silence("consent.new-service") !== undefined) return;
  for (const childId of of.childIds) {
    const last = (await serviceAnswersOf(records, childId)).find(({ service }) => service === of.service);
    const decision = book.gate(
      "consent.new-service",
      {
        child: { id: childId },
        service: of.service,
        agreement:
          last === undefined
            ? "none"
            : { answer: last.answer, on: last.on, by: last.answeredBy === "child" ? "child" : "family" },
        isReferral: of.isReferral,
      },
      records.asAt,
    );
    if (decision.answer === "prevents" || decision.answer === "unknown")
      throw new DomainError({ kind: "rule-prevents", decision });
  }
}
