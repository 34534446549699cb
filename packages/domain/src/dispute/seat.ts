import type { LocalDate } from "../kernel/local-date.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { GroupSeat, SeatHolding } from "../vocabulary/group-items.ts";

/** A post that somebody holds: what a seat of the managers' group rests on. */
export type PostForSeat = {
  readonly role: string;
  readonly agencyKind: string;
  /** The first day it is held no more; null where no end is known. */
  readonly until: LocalDate | null;
};
type Seat = { readonly seat: GroupSeat; readonly holding: SeatHolding };

/** Takes a post and a seat, gives whether the seat may rest on it: an area manager of the service sits, a manager of it deputises (HIG-177). */
const carries = ({ role, agencyKind }: PostForSeat, { seat, holding }: Seat): boolean =>
  seat === "coordinator"
    ? role === "coordinator"
    : agencyKind === seat &&
      (role === "service-manager" || (holding === "deputy" && (role === "team-manager" || role === "head")));

/**
 * Takes the posts somebody holds and a seat, gives why they are not named for it; undefined where they may be. Whoever
 * manages a service does not hold the administration of the area too (HIG-159).
 */
export function whyNotForSeat(posts: readonly PostForSeat[], of: Seat): string | undefined {
  const { seat, holding } = of;
  const isCarried = posts.some((post) => carries(post, of));
  if (seat === "coordinator")
    return isCarried && !posts.some(({ role }) => role === "service-manager")
      ? undefined
      : "Choose somebody whose post is co-ordinator: no service's manager holds the administration of the area";
  const service = agencyKinds[seat].label.toLowerCase();
  if (isCarried) return undefined;
  return holding === "holder" ? `Choose a service manager of ${service}` : `Choose a manager of ${service}`;
}

/** Takes the posts somebody holds and a seat, gives the first day the seat rests on none of them; null where no end is known. */
export function seatRestsUntil(posts: readonly PostForSeat[], of: Seat): LocalDate | null | "on none" {
  const ends = posts.filter((post) => carries(post, of)).map(({ until }) => until);
  if (ends.length === 0) return "on none";
  return ends.includes(null)
    ? null
    : (ends
        .flatMap((end) => end ?? [])
        .sort()
        .at(-1) ?? null);
}
