import {
  agreedInWords,
  type CopyAsked,
  copyCountsAs,
  type GateDecision,
  isAsAgreed,
  lastOfReach,
  type WayOfReaching,
} from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { type AgreedWayRow, agreedWaysOf } from "./agreed-way-store.ts";
import type { Composed } from "./copy-compose.ts";

/** Something that is about to go to a child, a parent or a carer: as each of these ways it counts, such as a letter that is handed over. */
type Message = {
  readonly id: string;
  readonly childId: string;
  readonly as: readonly [WayOfReaching, ...WayOfReaching[]];
};

export type Reminded = {
  /** It goes otherwise than was agreed, or nothing is agreed with them. */
  readonly of: "other-way" | "nothing-agreed";
  readonly because: string;
  /** Left out where no clause of the area's book says it: what was agreed stands by itself. */
  readonly clause?: string;
  /** The book's answer, by whether a reason is written down; left out where it is silent. */
  readonly decide?: (reasonGiven: boolean) => GateDecision;
};

/** What is shown of it to whoever is about to send: only where it goes otherwise than was agreed. */
export const remindedView = (reminded: Reminded | undefined) =>
  reminded?.of === "other-way"
    ? { otherWay: { because: reminded.because, ...(reminded.clause === undefined ? {} : { clause: reminded.clause }) } }
    : {};

type Going = { readonly otherWayBecause?: string | undefined };

/** Why it goes otherwise than was agreed, where it does and somebody wrote that down. */
export const whyOtherwise = (reminded: Reminded | undefined, { otherWayBecause }: Going): string | null =>
  reminded?.of === "other-way" ? (otherWayBecause ?? null) : null;

/** The decision that is kept with something that went otherwise than was agreed, where the area's book speaks. */
export const decisionsOf = (reminded: Reminded | undefined, { otherWayBecause }: Going): readonly GateDecision[] =>
  reminded?.of === "other-way" && reminded.decide !== undefined ? [reminded.decide(otherWayBecause !== undefined)] : [];

/**
 * What whoever sends something is reminded of (BOL-3.1). The area's book says it where it speaks, and then also where nothing
 * is agreed; in an area whose book is silent what was agreed is said without a clause. It says the way and the days alone:
 * what was agreed in words is for those who know the record.
 */
export function remindedOf(
  records: Records,
  said: AgreedWayRow | undefined,
  { id, childId, as: [first, ...others] }: Message,
): Reminded | undefined {
  const agreed =
    said === undefined || said.way === null ? undefined : { way: said.way, days: said.days, on: said.from };
  const way = others.find((one) => one === agreed?.way) ?? first;
  const message = { id, way, on: records.today };
  const decide = (reasonGiven: boolean) =>
    records.book().book.gate(
      "people.message",
      {
        child: { id: childId },
        agreed: agreed ?? (said === undefined ? "not-recorded" : "none"),
        message: { ...message, reasonGiven },
      },
      records.asAt,
    );
  const decision = decide(false);
  const found = decision.findings.find(({ effect }) => effect === "permits-if");
  if (found !== undefined)
    return {
      of: agreed === undefined ? "nothing-agreed" : "other-way",
      because: found.because,
      clause: `${found.clause.source} ${found.clause.at}`,
      decide,
    };
  return decision.answer === "silent" && agreed !== undefined && !isAsAgreed(agreed, message)
    ? { of: "other-way", because: `It was agreed to reach them ${agreedInWords(agreed)}.` }
    : undefined;
}

/**
 * What whoever sends a copy to the child, a parent or a carer is reminded of (BOL-3.1). Nobody is reminded of what goes to a
 * safe contact: while it is kept where the child is, it goes there whatever was agreed before.
 */
export async function remindedOfCopy(
  records: Records,
  { planId, childId, way }: Pick<CopyAsked, "planId" | "childId" | "way">,
  { recipient }: Pick<Composed, "recipient">,
): Promise<Reminded | undefined> {
  const { kind, name, isKept } = recipient;
  if (isKept || (kind !== "child" && kind !== "carer")) return undefined;
  const said = (await agreedWaysOf(records, [childId])).get(childId) ?? [];
  return remindedOf(records, lastOfReach(kind === "child" ? null : name, said), {
    id: planId,
    childId,
    as: copyCountsAs[way],
  });
}
