import { type AgreementFacts, DomainError, type StageEntry } from "@linchpin/domain";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { insertMany } from "../../db/many.ts";
import { proposal, proposalStage, proposalWaits } from "../../db/schema/lead-professional.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";

const columns = {
  proposalId: proposal.proposalId,
  version: proposal.version,
  planId: proposal.planId,
  childId: proposal.childId,
  proposedId: proposal.proposedId,
  proposedBy: proposal.proposedBy,
  proposedByName: practitioner.name,
  proposedAt: proposal.proposedAt,
  reason: proposal.reason,
  reasons: proposal.reasons,
  considered: proposal.considered,
  weighed: proposal.weighed,
  state: proposal.state,
  adoptionId: proposal.adoptionId,
  choiceDecisionId: proposal.choiceDecisionId,
  agreementDecisionId: proposal.agreementDecisionId,
  loadBefore: proposal.loadBefore,
  loadAfter: proposal.loadAfter,
  capacity: proposal.capacity,
  endedAt: proposal.endedAt,
  endedBecause: proposal.endedBecause,
} as const;

const one = ({ tx, who }: Records, proposalId: string) =>
  tx
    .select(columns)
    .from(proposal)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, proposal.areaId), eq(practitioner.practitionerId, proposal.proposedBy)),
    )
    .where(and(eq(proposal.areaId, who.areaId), eq(proposal.proposalId, proposalId)));
export type ProposalRow = Awaited<ReturnType<typeof one>>[number];

/** A proposal, or that there is none for this reader. */
export async function proposalOf(records: Records, proposalId: string): Promise<ProposalRow> {
  const [found] = await one(records, proposalId);
  if (!found) throw new DomainError({ kind: "not-visible", what: "proposal" });
  return found;
}

export type NewProposal = Omit<
  ProposalRow,
  "version" | "proposedBy" | "proposedByName" | "proposedAt" | "state" | "endedAt" | "endedBecause"
>;

/** Writes a proposal of the caller's. A second one while one is open is refused by the database itself. */
export async function addProposal({ tx, who, now }: Records, given: NewProposal): Promise<ProposalRow> {
  const open = { proposedBy: who.practitionerId, proposedAt: now, state: "open" as const, version: 1 };
  await tx.insert(proposal).values({ ...given, ...open, areaId: who.areaId });
  return { ...given, ...open, proposedByName: who.practitionerName, endedAt: null, endedBecause: null };
}

/** Moves a proposal on from the version that was seen; nobody's change is written over. Gives it as it is then. */
export async function moveProposal(
  { tx, who }: Records,
  row: ProposalRow,
  to: Partial<Pick<ProposalRow, "state" | "endedAt" | "endedBecause">> = {},
): Promise<ProposalRow> {
  const { proposalId, version } = row;
  const moved = await tx
    .update(proposal)
    .set({ ...to, version: version + 1 })
    .where(and(eq(proposal.areaId, who.areaId), eq(proposal.proposalId, proposalId), eq(proposal.version, version)))
    .returning({ version: proposal.version });
  if (moved.length === 0) throw new DomainError({ kind: "changed-since", what: "proposal" });
  return { ...row, ...to, version: version + 1 };
}

const entryColumns = {
  stage: proposalStage.stage,
  outcome: proposalStage.outcome,
  words: proposalStage.words,
  evidence: proposalStage.evidence,
  heldOn: proposalStage.heldOn,
  participants: proposalStage.participants,
  answeredBy: proposalStage.answeredBy,
  recordedBy: proposalStage.recordedBy,
  recordedByName: practitioner.name,
  recordedAt: proposalStage.recordedAt,
} as const;

/** What was recorded of a proposal's stages, in that order. */
export const entriesOf = ({ tx, who }: Records, proposalId: string) =>
  tx
    .select(entryColumns)
    .from(proposalStage)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, proposalStage.areaId), eq(practitioner.practitionerId, proposalStage.recordedBy)),
    )
    .where(and(eq(proposalStage.areaId, who.areaId), eq(proposalStage.proposalId, proposalId)))
    .orderBy(asc(proposalStage.recordedAt), asc(proposalStage.entryId));
export type EntryRow = Awaited<ReturnType<typeof entriesOf>>[number];

/** Entries as the rules read them. */
export const asEntries = (rows: readonly EntryRow[]): AgreementFacts["entries"] =>
  rows.map(
    ({ stage, outcome, recordedAt, answeredBy }): StageEntry => ({
      stage,
      outcome,
      at: recordedAt,
      ...(answeredBy === null ? {} : { by: answeredBy }),
    }),
  );

export type NewEntry = Omit<typeof proposalStage.$inferInsert, "areaId" | "entryId" | "recordedBy" | "recordedAt">;

/** Adds what was recorded. Gives the rows as they will be read. */
export async function addEntries(records: Records, entries: readonly NewEntry[]): Promise<readonly EntryRow[]> {
  const { areaId, practitionerId: recordedBy, practitionerName: recordedByName } = records.who;
  const recordedAt = records.now;
  await insertMany(
    records.tx,
    proposalStage,
    entries.map((entry) => ({ ...entry, areaId, entryId: records.newId(), recordedBy, recordedAt })),
  );
  return entries.map((entry) => entryRow(entry, { recordedBy, recordedByName, recordedAt }));
}

/** An entry as it will be read. */
export const entryRow = (
  { stage, outcome, words, evidence, heldOn, participants, answeredBy }: Omit<NewEntry, "proposalId" | "childId">,
  by: Pick<EntryRow, "recordedBy" | "recordedByName" | "recordedAt">,
): EntryRow => ({
  stage,
  outcome,
  words: words ?? null,
  evidence: evidence ?? null,
  heldOn: heldOn ?? null,
  participants: participants ?? null,
  answeredBy: answeredBy ?? null,
  ...by,
});

export type Wait = { readonly stage: string; readonly practitionerId: string; readonly dueBy: string | undefined };

/** Desks a proposal waits on now. */
export const waitsOf = ({ tx, who }: Records, proposalId: string) =>
  tx
    .select({ waitId: proposalWaits.waitId, stage: proposalWaits.stage, practitionerId: proposalWaits.practitionerId })
    .from(proposalWaits)
    .where(
      and(
        eq(proposalWaits.areaId, who.areaId),
        eq(proposalWaits.proposalId, proposalId),
        isNull(proposalWaits.endedAt),
      ),
    );

/** Puts a proposal on the desks it waits on now and takes it off the others. Gives the desks that are new. */
export async function setWaits(
  records: Records,
  proposalId: string,
  wanted: readonly Wait[],
): Promise<readonly Wait[]> {
  const { tx, who, now } = records;
  const key = (wait: Pick<Wait, "stage" | "practitionerId">) => `${wait.stage} ${wait.practitionerId}`;
  const present = await waitsOf(records, proposalId);
  const kept = new Set(wanted.map(key));
  const over = present.filter((wait) => !kept.has(key(wait)));
  if (over.length > 0)
    await tx
      .update(proposalWaits)
      .set({ endedAt: now })
      .where(
        and(
          eq(proposalWaits.areaId, who.areaId),
          inArray(
            proposalWaits.waitId,
            over.map(({ waitId }) => waitId),
          ),
        ),
      );
  const known = new Set(present.map(key));
  const added = wanted.filter((wait) => !known.has(key(wait)));
  await insertMany(
    tx,
    proposalWaits,
    added.map(({ stage, practitionerId, dueBy }) => ({
      areaId: who.areaId,
      waitId: records.newId(),
      proposalId,
      stage,
      practitionerId,
      dueBy: dueBy ?? null,
      since: now,
    })),
  );
  return added;
}

/** Line managers who were let in because a proposal came to nothing: theirs ends when somebody leads. */
export const stoppedProposalsOf = ({ tx, who }: Records, planId: string) =>
  tx
    .select({ proposalId: proposal.proposalId })
    .from(proposal)
    .where(and(eq(proposal.areaId, who.areaId), eq(proposal.planId, planId), sql`${proposal.state} <> 'open'`));
