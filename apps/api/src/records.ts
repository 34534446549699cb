import {
  type Act,
  type Decision,
  DomainError,
  dayOf,
  deniedBecause,
  foundNobody,
  isAboutChild,
  type LocalDate,
  type Moment,
  momentAt,
  type Relation,
  type RestrictionOfRecord,
} from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { AreaInForce, InForce } from "./area-in-force.ts";
import type { Handle } from "./db/database.ts";
import { anyOf, insertMany } from "./db/many.ts";
import { prepared } from "./db/prepared.ts";
import { childAccess, restriction } from "./db/schema/access.ts";
import { child } from "./db/schema/child.ts";
import { auditEntry, chronologyEntry, decision as decisionTable } from "./db/schema/record.ts";
import { withoutWhereabouts } from "./kept-private.ts";

/** Who is signed in, at which post of which area. */
export type SignedIn = {
  readonly areaId: string;
  readonly practitionerId: string;
  readonly practitionerName: string;
  readonly postId: string;
  readonly role: string;
};

const value = sql.placeholder;

const relationsNow = (tx: Handle) =>
  prepared<{ readonly basis: string }>(tx, "relations_to_child", (handle) =>
    handle
      .selectDistinct({ basis: childAccess.basis })
      .from(childAccess)
      .where(
        and(
          eq(childAccess.areaId, value("areaId")),
          eq(childAccess.practitionerId, value("practitionerId")),
          eq(childAccess.childId, value("childId")),
          sql`${childAccess.during} @> ${value("now")}::timestamptz`,
        ),
      )
      .union(
        handle
          .select({ basis: sql<string>`${restricted} || ${restriction.kind}` })
          .from(restriction)
          .where(
            and(
              eq(restriction.areaId, value("areaId")),
              eq(restriction.childId, value("childId")),
              sql`upper_inf(${restriction.during})`,
              sql`(${restriction.kind} <> 'whereabouts' or ${restriction.childId} = any(whereabouts_kept_from_me()))`,
            ),
          ),
      ),
  );

/** What marks a restriction among the relations that are read with it. */
const restricted = "restricted: ";

/** However many children were looked at, one statement; with it comes whose whereabouts are kept from whoever looked. */
const addLooks = (tx: Handle) =>
  prepared<{ readonly kept: readonly string[] }>(tx, "add_looks", (handle) =>
    handle
      .with(
        handle.$with("added", {}).as(
          sql`insert into ${auditEntry} (area_id, entry_id, at, practitioner_id, post_id, act, outcome, child_id, plan_id, basis, detail, request_id)
            select ${value("areaId")}::uuid, look."entryId", ${value("at")}::timestamptz, ${value("practitionerId")}::uuid,
              ${value("postId")}::uuid, ${value("act")}, 'read', look."childId", null::uuid, look.basis, '{}'::jsonb, ${value("requestId")}
            from jsonb_to_recordset(${value("looks")}::jsonb) as look("entryId" uuid, "childId" uuid, basis text)`,
        ),
      )
      .select({ kept: sql<readonly string[]>`to_json(whereabouts_kept_from_me())` })
      .from(sql`(select 1) as one`),
  );

/** What a step leaves behind: what the chronology says, and the decision it rests on. */
export type Step = {
  readonly childId: string;
  readonly act: Act | `${Act}d` | (string & {});
  readonly title: string;
  readonly detail?: string;
  readonly planId?: string;
  readonly concernId?: string;
  readonly decisions?: readonly Decision[];
  readonly happenedAt?: string;
};

/**
 * One transaction's records, built for the caller: row security is set to their area and person, so a store never sees
 * a row they may not. Everything a procedure reads, changes and leaves behind goes through here and is kept together.
 */
export class Records {
  readonly tx: Handle;
  readonly who: SignedIn;
  readonly area: AreaInForce;
  readonly asAt: Moment;
  readonly today: LocalDate;
  readonly #act: Act;
  readonly #requestId: string;
  #asked = false;
  #seen = new Map<string, string>();
  #mentioned = new Set<string>();
  #together = new Set<string>();

  constructor(of: { tx: Handle; who: SignedIn; area: AreaInForce; now: Date; act: Act; requestId: string }) {
    this.tx = of.tx;
    this.who = of.who;
    this.area = of.area;
    this.asAt = momentAt(of.now);
    this.today = dayOf(this.asAt);
    this.#act = of.act;
    this.#requestId = of.requestId;
  }

  /** The moment of asking, ISO 8601. */
  get now(): string {
    return this.asAt.at;
  }

  newId(): string {
    return newId();
  }

  /** The book in force today, or the one an open process began with. */
  book(adoptionId?: string): InForce {
    return adoptionId === undefined ? this.area.bookOn(this.today) : this.area.bookOf(adoptionId);
  }

  /** The relations this person has to a child at this moment. */
  async relationsTo(childId: string): Promise<readonly Relation[]> {
    return (await this.#standingTo(childId)).held;
  }

  /** The same, with what is restricted of the record for this person. What is sealed or held back from them reads as no relation. */
  async #standingTo(childId: string) {
    const { areaId, practitionerId } = this.who;
    const rows = await relationsNow(this.tx).execute({ areaId, practitionerId, childId, now: this.now });
    const all = rows.map(({ basis }) => basis);
    const held = all.filter((basis) => !basis.startsWith(restricted)) as Relation[];
    const inForce = all
      .filter((basis) => basis.startsWith(restricted))
      .map((basis) => basis.slice(restricted.length)) as RestrictionOfRecord[];
    const isOpenInEmergencyOnly = held.length > 0 && held.every((basis) => basis === "emergency");
    return { held, inForce: isOpenInEmergencyOnly ? ([...inForce, "emergency-only"] as const) : inForce };
  }

  /**
   * Refuses unless this person may do the procedure's act (or another) to this child. No relation at all reads the same
   * as no such child; a relation that does not reach that far is told so. Notes the look for the audit.
   */
  async authorise(childId: string, act: Act = this.#act): Promise<readonly Relation[]> {
    const { held, inForce } = await this.#standingTo(childId);
    return this.#allow(childId, act, held, inForce);
  }

  /** Whether this person may do the procedure's act to this child at this moment. Notes no look. */
  async mayStill(childId: string): Promise<boolean> {
    const { held, inForce } = await this.#standingTo(childId);
    return held.length > 0 && deniedBecause(this.#act, this.who.role, held, inForce) === undefined;
  }

  /**
   * The same where the relation comes from a row of its own and opens no more of the record than that row: the owner of
   * an action, a former named person. The row was read by the caller's own right.
   */
  authoriseBy(childId: string, held: readonly Relation[], act: Act = this.#act): readonly Relation[] {
    return this.#allow(childId, act, held, []);
  }

  #allow(
    childId: string,
    act: Act,
    held: readonly Relation[],
    inForce: readonly RestrictionOfRecord[],
  ): readonly Relation[] {
    this.#asked = true;
    if (held.length === 0) throw new DomainError({ kind: "not-visible", what: "child" });
    const denial = deniedBecause(act, this.who.role, held, inForce);
    if (denial) throw new DomainError({ kind: "not-allowed", action: act, why: denial.words });
    this.#seen.set(childId, held.join(" "));
    return held;
  }

  /** Notes that these children were shown in a list that the person's own relations made; one audit entry each. */
  saw(childIds: Iterable<string>, basis: string): void {
    this.#asked = true;
    for (const childId of childIds) if (!this.#seen.has(childId)) this.#seen.set(childId, basis);
  }

  /** Notes that a search found no child, and nothing of what was typed: how often somebody tries is for the privacy officer. */
  foundNobody(): Promise<void> {
    return this.audit("read", this.#act, { basis: foundNobody });
  }

  /** The looks that were noted and are not in the audit yet: each child, and by what they were seen. */
  looks(): ReadonlyMap<string, string> {
    return new Map(this.#seen);
  }

  /** Notes that words about a child are shown to somebody who does not see the child: no look, and nothing of where they are. */
  mentions(childId: string): void {
    this.#mentioned.add(childId);
  }

  /** Notes that words of this answer may be about any of these children, whichever row they stand in: those of a plan for several. */
  together(childIds: Iterable<string>): void {
    for (const childId of childIds) this.#together.add(childId);
  }

  /** Keeps a decision whole. Gives its id. */
  async keepDecision(decision: Decision, about: { childId?: string; planId?: string }): Promise<string> {
    const [decisionId] = await this.keepDecisions([{ decision, ...about }]);
    return decisionId ?? "";
  }

  /** The same for many, in a few statements. Gives their ids, in their order. */
  async keepDecisions(
    kept: readonly { decision: Decision; childId?: string | undefined; planId?: string | undefined }[],
  ): Promise<readonly string[]> {
    const rows = kept.map(({ decision, childId, planId }) => ({
      areaId: this.who.areaId,
      decisionId: newId(),
      childId: childId ?? null,
      planId: planId ?? null,
      question: decision.question,
      answer: decision.answer,
      decision,
      askedBy: this.who.practitionerId,
      recordedAt: this.now,
    }));
    await insertMany(this.tx, decisionTable, rows);
    return rows.map(({ decisionId }) => decisionId);
  }

  /**
   * Holds children's rows until this is kept, so that nobody withdraws a child of whom something is being written down;
   * a child who was withdrawn meanwhile reads as none.
   */
  async #holdChildren(childIds: readonly string[]): Promise<void> {
    const wanted = [...new Set(childIds)];
    if (wanted.length === 0) return;
    const held = await this.tx
      .select({ childId: child.childId })
      .from(child)
      .where(
        and(eq(child.areaId, this.who.areaId), sql`${child.childId} = ${anyOf(wanted)}`, isNull(child.withdrawnAt)),
      )
      .orderBy(child.childId)
      .for("key share");
    if (held.length !== wanted.length) throw new DomainError({ kind: "not-visible", what: "child" });
  }

  /** Writes a step of the chronology with its decisions (the first is the one it opens) and its audit entry. Gives the decisions' ids. */
  async keep(step: Step): Promise<readonly string[]> {
    const [decisionIds] = await this.keepMany([step]);
    return decisionIds ?? [];
  }

  /** The same for many steps, in a few statements. Gives the decisions' ids of each step, in their order. */
  async keepMany(steps: readonly Step[]): Promise<readonly (readonly string[])[]> {
    const { who, now } = this;
    await this.#holdChildren(steps.map(({ childId }) => childId));
    const asked = steps.flatMap(({ decisions, childId, planId }) =>
      (decisions ?? []).map((decision) => ({ decision, childId, planId })),
    );
    const askedIds = [...(await this.keepDecisions(asked))];
    const kept = steps.map((step) => ({ step, decisionIds: askedIds.splice(0, step.decisions?.length ?? 0) }));
    const about = ({ childId, planId }: Step) => ({ areaId: who.areaId, childId, planId: planId ?? null });
    const entries = kept.map(({ step, decisionIds }) => ({
      ...about(step),
      entryId: newId(),
      act: step.act,
      title: step.title,
      detail: step.detail ?? null,
      decisionId: decisionIds[0] ?? null,
      concernId: step.concernId ?? null,
      byId: who.practitionerId,
      byName: who.practitionerName,
      happenedAt: step.happenedAt ?? now,
      recordedAt: now,
    }));
    await insertMany(this.tx, chronologyEntry, entries);
    const changes = kept.map(({ step, decisionIds }) => ({
      ...this.#entry("changed", step.act),
      ...about(step),
      basis: null,
      detail: { decisions: decisionIds, through: this.#act },
    }));
    await insertMany(this.tx, auditEntry, changes);
    return kept.map(({ decisionIds }) => decisionIds);
  }

  /** One audit entry, in this transaction. `detail` holds codes and ids only. */
  async audit(
    outcome: "read" | "changed" | "system",
    act: string,
    of: {
      childId?: string | undefined;
      planId?: string | undefined;
      basis?: string;
      detail?: Record<string, unknown>;
    } = {},
  ): Promise<void> {
    await this.tx.insert(auditEntry).values({
      ...this.#entry(outcome, act),
      childId: of.childId ?? null,
      planId: of.planId ?? null,
      basis: of.basis ?? null,
      detail: of.detail ?? {},
    });
  }

  /**
   * Writes the looks that were noted, and gives the answer without what is kept private from its reader. The transaction
   * commits before the answer is released.
   */
  async release<T>(answer: T): Promise<T> {
    if (isAboutChild(this.#act) && !this.#asked) throw new Error(`${this.#act} answered without asking whether it may`);
    const seen = new Set(this.#seen.keys());
    const about = [...new Set([...seen, ...this.#mentioned])];
    if (about.length === 0) return answer;
    const looks = [...this.#seen].map(([childId, basis]) => ({ entryId: newId(), childId, basis }));
    this.#seen.clear();
    this.#mentioned.clear();
    const { areaId, practitionerId, postId } = this.who;
    const by = { areaId, practitionerId, postId, at: this.now, act: this.#act, requestId: this.#requestId };
    const [found] = await addLooks(this.tx).execute({ ...by, looks: JSON.stringify(looks) });
    const kept = (found?.kept ?? []).filter((childId) => about.includes(childId));
    const unnamed = kept.filter((childId) => !seen.has(childId) || this.#together.has(childId));
    return kept.length === 0 ? answer : withoutWhereabouts(this.tx, { areaId, kept, about, unnamed }, answer);
  }

  #entry<O extends "read" | "changed" | "system">(outcome: O, act: string) {
    return {
      areaId: this.who.areaId,
      entryId: newId(),
      at: this.now,
      practitionerId: this.who.practitionerId,
      postId: this.who.postId,
      act,
      outcome,
      requestId: this.#requestId,
    };
  }
}
