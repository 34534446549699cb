import { type CopyClearing, copyWays, type LetterWay } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { decisionsOf, whyOtherwise } from "./agreed-way.ts";
import { withClearings } from "./copy-store.ts";
import { addToFamily, calledToFamily, type ToFamilyKind } from "./letter-store.ts";
import type { Looked } from "./to-family.ts";

/** Something that goes to one of a child's family, exactly as it was shown. */
export type GoingToFamily = {
  readonly looked: Looked;
  readonly childId: string;
  readonly to: { readonly is: "child" | "carer"; readonly carerId: string | null; readonly name: string };
  /** It was made while it is kept where the child is: nothing in it tells, nor may what is written of it. */
  readonly isKept: boolean;
  readonly clearings: readonly CopyClearing[];
  readonly addressConfirmed: boolean;
  /** Why it goes otherwise than was agreed with them, where somebody wrote that down. */
  readonly otherWayBecause?: string | undefined;
  /** What it is for, as the family and the chronology read it. */
  readonly purpose: string;
  /** What had to be told, where it tells that. */
  readonly tellingId: string | null;
  readonly planId?: string;
};

/** Keeps things that go to families, each byte for byte, and writes down that they went. Gives their ids, in their order. */
export async function keepToFamily(
  records: Records,
  { kind, way }: { readonly kind: ToFamilyKind; readonly way: LetterWay },
  toGo: readonly GoingToFamily[],
): Promise<readonly string[]> {
  const runId = records.newId();
  const all = toGo.map((one) => ({ ...one, sentCopyId: records.newId() }));
  await addToFamily(
    records,
    all.map(({ looked, childId, to, isKept, clearings, addressConfirmed, purpose, tellingId, planId, ...going }) => ({
      sentCopyId: going.sentCopyId,
      otherWayBecause: whyOtherwise(looked.reminded, going),
      childId,
      planId: planId ?? null,
      kind,
      title: looked.copy.title,
      recipientKind: to.is,
      recipientId: to.carerId,
      recipientName: to.name,
      recipientAgency: null,
      way,
      addressedTo: looked.destination?.to ?? null,
      address: looked.destination?.address || null,
      addressSince: looked.destination?.since ?? null,
      addressConfirmed: addressConfirmed ? ("yes" as const) : ("not-needed" as const),
      purpose,
      findings: withClearings(looked.findings, clearings),
      bytes: looked.bytes,
      sha256: looked.sha256,
      tellingId,
      runId,
      tellsNoPlace: isKept,
    })),
  );
  // to whom it went may tell where the child is, while that is kept
  await records.keepMany(
    all.map(({ looked, childId, to, isKept, purpose, planId, ...going }) => ({
      childId,
      ...(planId === undefined ? {} : { planId }),
      act: kind === "letter" ? "consent.letter-sent" : "consent.paper-sent",
      title: `${calledToFamily[kind]} went${!isKept && to.is === "carer" ? ` to ${to.name}` : to.is === "child" ? " to the child" : ""}: ${purpose.toLowerCase()}`,
      detail: `${copyWays[way].label}. It is kept as it went.`,
      decisions: decisionsOf(looked.reminded, going),
    })),
  );
  return all.map(({ sentCopyId }) => sentCopyId);
}
