import { type Decision, type Source, type Subject, subjectOf } from "@linchpin/domain";
import { asItStands, rulebook } from "@linchpin/domain/rulebooks";
import type { Records } from "../../records.ts";
import { knownToReader } from "./reader-store.ts";

/** What a decision is written out with for one reader: whom they may see, and the names behind the ids. */
export type DecisionReader = {
  /** Whether the reader may see facts that rest on this subject. */
  readonly sees: (subject: Subject) => boolean;
  /** A name for an id; undefined where the reader may not know it. */
  readonly nameOf: (id: string) => string | undefined;
  /** The edition as it is titled and the sources it declares. */
  readonly editionOf: (decision: Decision) => {
    readonly title: string;
    readonly sources: Readonly<Record<string, Source>>;
  };
};

/** Whatever of a decision mentions ids: the facts, the subjects, the holders. */
const idsIn = (decisions: readonly Decision[]): readonly string[] => {
  const uuids = JSON.stringify(decisions.map(({ facts, findings }) => ({ facts, findings }))).match(
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
  );
  return [...new Set(uuids)];
};

/**
 * Takes decisions and gives the caller's eyes for them, in one query. A child's facts and its family's need a part in
 * that child's care; a practitioner's are for the practitioner and for up to three line managers above them.
 */
export async function readerFor(records: Records, decisions: readonly Decision[]): Promise<DecisionReader> {
  const ids = idsIn(decisions);
  const known = ids.length === 0 ? new Map<string, never>() : await knownToReader(records, ids);
  return {
    sees: (subject) => {
      const { kind, id } = subjectOf(subject);
      return kind === "agency" || kind === "area" || known.get(id)?.isSeen === true;
    },
    nameOf: (id) => known.get(id)?.name,
    editionOf: ({ edition }) => editionOf(edition.id, edition.version),
  };
}

const editions = new Map<string, ReturnType<DecisionReader["editionOf"]>>();

/** Editions are code and never change, so each is read once. */
function editionOf(id: string, version: number): ReturnType<DecisionReader["editionOf"]> {
  const key = `${id}@${version}`;
  const known = editions.get(key);
  if (known) return known;
  const edition = rulebook(id, version);
  const read = edition ? { title: edition.title, sources: asItStands(edition).sources } : { title: id, sources: {} };
  editions.set(key, read);
  return read;
}
