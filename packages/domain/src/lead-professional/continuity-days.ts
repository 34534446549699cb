import { isKnown } from "../kernel/facts.ts";
import { addDays, isLocalDate, type LocalDate, latestOf } from "../kernel/local-date.ts";
import type { ActingFacts } from "./continuity-model.ts";

type Lead = Exclude<ActingFacts["lead"], string>;
type Successor = Exclude<ActingFacts["successor"], string>;
type Cover = Exclude<ActingFacts["cover"], string>;

/** How the role stands on a day. Exactly one of these, so that there are never two leads and no day without an answer. */
export type Standing =
  | { readonly is: "successor"; readonly successor: Successor; readonly since: LocalDate }
  | { readonly is: "covered"; readonly cover: Cover; readonly lead: Lead }
  | { readonly is: "away"; readonly lead: Lead; readonly since: LocalDate; readonly isUnsafe: boolean }
  | {
      readonly is: "ended";
      readonly lead: Lead;
      readonly since: LocalDate;
      readonly because: "left-post" | "service-finished";
    }
  | { readonly is: "leads"; readonly lead: Lead }
  | { readonly is: "nobody"; readonly missing?: string };

/**
 * The day the role moves: on its day where the law moves it; else on the latest of that day, the acceptance and the
 * telling of the family. Nobody has accepted, or told the family, or is named: it does not move.
 */
export function switchOf({ successor }: Pick<ActingFacts, "successor">): LocalDate | undefined {
  if (typeof successor === "string") return undefined;
  const { id, isByLaw, effectiveOn, acceptedOn, familyToldOn } = successor;
  if (isByLaw) return effectiveOn;
  return isKnown(id) && isLocalDate(acceptedOn) && isLocalDate(familyToldOn)
    ? latestOf([effectiveOn, acceptedOn, familyToldOn])
    : undefined;
}

const coversOn = (cover: Cover, day: LocalDate) =>
  cover.from <= day && (cover.until === undefined || day < cover.until);

/** Away until the day both confirmed the return. */
const awayOn = ({ away }: ActingFacts, day: LocalDate): LocalDate | undefined =>
  typeof away === "string" || day < away.from || (isLocalDate(away.backOn) && day >= away.backOn)
    ? undefined
    : away.from;

/** How the role stands on a day, from what is recorded of the lead, the next one, the cover and the absence. */
export function standingOn(facts: ActingFacts, day: LocalDate): Standing {
  const { successor, lead, cover } = facts;
  const since = switchOf(facts);
  if (typeof successor !== "string" && since !== undefined && since <= day)
    return { is: "successor", successor, since };
  if (lead === "not-recorded") return { is: "nobody", missing: "who leads" };
  if (lead === "none" || day < lead.from) return { is: "nobody" };
  const { ends } = lead;
  if (typeof ends !== "string" && day > ends.lastDay)
    return { is: "ended", lead, since: addDays(ends.lastDay, 1), because: ends.because };
  const isAwaySince = awayOn(facts, day);
  // Somebody in between for a known gap has days of their own; a deputy acts for as long as the lead is away.
  const needsAbsence = typeof cover !== "string" && cover.as === "deputy";
  if (typeof cover !== "string" && coversOn(cover, day) && !(needsAbsence && isAwaySince === undefined))
    return { is: "covered", cover, lead };
  if (isAwaySince !== undefined)
    return {
      is: "away",
      lead,
      since: isAwaySince,
      isUnsafe: typeof facts.away !== "string" && facts.away.is === "unsafe",
    };
  return { is: "leads", lead };
}
