import {
  DomainError,
  deniedBecause,
  IdSchema,
  type StandingKind,
  standingFacts,
  standingInWords,
  standingKinds,
  weighedFor,
} from "@linchpin/domain";
import { z } from "zod";
import { type Line, lineTo } from "../../line-managers.ts";
import { CursorSchema, pageOf, placeOf } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import type { ControlView } from "../../views.ts";
import { decisionViews } from "../record/views.ts";
import { exceptionsOf } from "./exceptions.ts";
import { askSuitability, askTraining, factsOf } from "./gates.ts";
import { standingFrom } from "./reads.ts";
import { colleague, currentStanding, namesOf, pastStanding } from "./standing-store.ts";
import { type StandingFactView, StandingHistoryView, StandingView } from "./views.ts";

/** What is on record of one practitioner's standing for the role: for themselves and for those who manage them. */
export const standing = practitionerProcedure("workforce.standing.read")
  .input(z.object({ practitionerId: IdSchema }))
  .output(StandingView)
  .query(({ ctx, input: { practitionerId } }) =>
    ctx.read(async (records) => {
      const line = await lineOrNothing(records, practitionerId);
      await records.audit("read", "workforce.standing.read", { basis: line, detail: { practitionerId } });
      return standingOf(records, practitionerId, line);
    }),
  );

/** What was on record of a practitioner before, further back. */
export const history = practitionerProcedure("workforce.standing.read")
  .input(z.object({ practitionerId: IdSchema, cursor: CursorSchema.optional() }))
  .output(StandingHistoryView)
  .query(({ ctx, input: { practitionerId, cursor } }) =>
    ctx.read(async (records) => {
      const line = await lineOrNothing(records, practitionerId);
      await records.audit("read", "workforce.standing.read", { basis: line, detail: { practitionerId } });
      return historyOf(records, practitionerId, cursor);
    }),
  );

/** How the caller stands to somebody; for those who do not manage them there is no such record. */
export async function lineOrNothing(records: Records, practitionerId: string): Promise<Exclude<Line, "none">> {
  const line = await lineTo(records, practitionerId);
  if (line === "none") throw new DomainError({ kind: "not-visible", what: "practitioner" });
  return line;
}

/** A practitioner's page, as the caller may see it. */
export async function standingOf(records: Records, practitionerId: string, line: Line): Promise<StandingView> {
  const person = await colleague(records, practitionerId);
  if (person === undefined) throw new DomainError({ kind: "not-visible", what: "practitioner" });
  const current = await currentStanding(records, practitionerId);
  const facts = await factsOf(records, practitionerId);
  const [training, suitability] = await decisionViews(records, [
    askTraining(records, facts),
    askSuitability(records, facts),
  ]);
  if (training === undefined || suitability === undefined) throw new Error("two decisions gave fewer views");
  const { entries, nextCursor } = await historyOf(records, practitionerId);
  return {
    ...person,
    facts: await factViews(records, current),
    history: entries,
    hasMoreHistory: nextCursor,
    training,
    suitability,
    exceptions: await exceptionsOf(records, practitionerId),
    may: { record: mayRecord(records, line), approveException: mayApprove(records, line) },
  };
}

/** Whether the caller may record something of a person: those who manage them may, and nobody of themselves. */
export function mayRecord({ who }: Pick<Records, "who">, line: Line): ControlView {
  const denial = deniedBecause("workforce.standing.record", who.role);
  if (line === "self") return { may: false, why: "Your line manager records your standing for the role." };
  return denial ? { may: false, why: denial.words } : { may: true };
}

function mayApprove({ who }: Pick<Records, "who">, line: Line): ControlView {
  const denial = deniedBecause("workforce.exception.approve", who.role);
  if (denial) return { may: false, why: denial.words };
  return line === "self" ? { may: false, why: "Somebody else decides about an exception for you." } : { may: true };
}

type Row = Awaited<ReturnType<typeof currentStanding>>[number];

async function historyOf(records: Records, practitionerId: string, cursor?: string): Promise<StandingHistoryView> {
  const found = await pastStanding(records, practitionerId, cursor === undefined ? undefined : placeOf(cursor));
  const { page, nextCursor = null } = pageOf(found, (row) => ({
    at: new Date(row.supersededAt).toISOString(),
    id: row.standingId,
  }));
  const nameOf = await mentorNames(records, page);
  return {
    entries: page.map((row) => ({
      standingId: row.standingId,
      kind: row.kind,
      label: labelOf(row.kind),
      inWords: factInWords(row, nameOf),
      ...recordedBy(row),
      recordedAt: row.recordedAt,
      supersededAt: new Date(row.supersededAt).toISOString(),
    })),
    nextCursor,
  };
}

/** Each kind that is weighed of this person, recorded or not, in the order they are read. */
async function factViews(records: Records, current: readonly Row[]): Promise<StandingFactView[]> {
  const byKind = new Map(current.map((row) => [row.kind, row]));
  const nameOf = await mentorNames(records, current);
  return weighedFor(standingFrom(current)).map((kind) => {
    const row = byKind.get(kind);
    return {
      kind,
      label: labelOf(kind),
      ...(row === undefined
        ? { inWords: "Not recorded." }
        : {
            standingId: row.standingId,
            fact: { ...row.fact },
            inWords: factInWords(row, nameOf),
            ...recordedBy(row),
            recordedAt: row.recordedAt,
          }),
    };
  });
}

const labelOf = (kind: StandingKind): string => standingKinds[kind].label;

const recordedBy = ({ recordedBy: id, recordedByName: name }: Row) =>
  id === null || name === null ? {} : { recordedBy: { practitionerId: id, name } };

/** A row of a shape that nobody knows any more cannot be put in words, and is "not recorded" for the rules too. */
export function factInWords(
  { kind, fact }: { readonly kind: StandingKind; readonly fact: unknown },
  nameOf: (id: string) => string | undefined,
): string {
  const read = standingFacts[kind].safeParse(fact);
  return read.success
    ? standingInWords(kind, read.data as never, nameOf) // read by the shape of this kind
    : "Recorded in a way that is not read any more: record it again.";
}

async function mentorNames(records: Records, rows: readonly Row[]): Promise<(id: string) => string | undefined> {
  const ids = rows.flatMap((row) => {
    const { mentor } = standingFrom([row]);
    return mentor?.state === "named" ? mentor.periods.map(({ mentorId }) => mentorId) : [];
  });
  const names = await namesOf(records, [...new Set(ids)]);
  return (id) => names.get(id);
}
