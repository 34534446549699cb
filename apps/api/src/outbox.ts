import { IdSchema } from "@linchpin/domain";
import { z } from "zod";
import { duty, outbox } from "./db/schema/change.ts";
import type { Records } from "./records.ts";

/** Something a practitioner is to be told. The words name no child: the page it leads to decides what is shown. */
export const Notice = z.object({
  practitionerId: IdSchema,
  childId: IdSchema.optional(),
  planId: IdSchema.optional(),
  act: z.string(),
  words: z.string(),
  /** A path within a portal: "/named-person/children/…". */
  link: z.string().optional(),
});
export type Notice = z.infer<typeof Notice>;

/** A duty's clock that runs out at the row's moment. */
export const ClockOfDuty = z.object({ dutyId: IdSchema });

/** What an exception for agency, bank or supply staff comes to, each at its own moment. */
export const ClockOfException = z.object({
  exceptionId: IdSchema,
  step: z.enum(["approved", "began", "replace", "lapsed", "ended"]),
  /** For the steps at which another lead has to be found: what the line manager owes then, as the rulebook said it. */
  owed: z.object({ act: z.string(), rule: z.string(), clause: z.string(), because: z.string() }).optional(),
  dueBy: z.string().optional(),
});
export type ClockOfException = z.infer<typeof ClockOfException>;

/** Somebody has to have looked at an emergency access by the row's moment. */
export const ClockOfEmergency = z.object({ emergencyAccessId: IdSchema });

/** What somebody owes from here on, as a rulebook set it. */
export type Owed = {
  readonly childId?: string;
  readonly planId?: string;
  readonly concernId?: string;
  readonly act: string;
  readonly rule: string;
  /** "HIG 3.12": the source and the place in it. */
  readonly clause: string;
  readonly because: string;
  readonly owedBy: string;
  readonly onAccountOf?: string;
  /** The first instant at which it is late; left out where no clock runs. */
  readonly dueBy?: string;
  readonly decisionId?: string;
};

/** Tells people of a change, once it is made: the notices leave with this transaction's commit or not at all. */
export async function tell(records: Records, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await records.tx
    .insert(outbox)
    .values(notices.map((notice) => outboxRow(records, "notice", records.now, { ...notice })));
}

/** Keeps what is owed from here on, each with its clock. Gives the duties' ids. */
export async function owe(records: Records, duties: readonly Owed[]): Promise<readonly string[]> {
  if (duties.length === 0) return [];
  const rows = duties.map((owed) => ({
    areaId: records.who.areaId,
    dutyId: records.newId(),
    recordedAt: records.now,
    ...owed,
  }));
  await records.tx.insert(duty).values(rows);
  const clocks = rows.flatMap(({ dutyId, dueBy }) =>
    dueBy === undefined ? [] : [outboxRow(records, "clock", dueBy, { dutyId })],
  );
  if (clocks.length > 0) await records.tx.insert(outbox).values(clocks);
  return rows.map(({ dutyId }) => dutyId);
}

/** Sets the moments at which an exception comes to something. */
export async function watchException(
  records: Records,
  clocks: readonly (ClockOfException & { readonly at: string })[],
): Promise<void> {
  await records.tx.insert(outbox).values(clocks.map(({ at, ...clock }) => outboxRow(records, "clock", at, clock)));
}

const outboxRow = (
  records: Records,
  kind: "notice" | "clock",
  dueAt: string,
  payload: Readonly<Record<string, unknown>>,
) => ({
  areaId: records.who.areaId,
  outboxId: records.newId(),
  kind,
  payload,
  dueAt,
  recordedAt: records.now,
});
