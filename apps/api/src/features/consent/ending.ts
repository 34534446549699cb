import { dayOf, inWords, momentAt } from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { endReleases, type ItemOfChild, openActionsOf, openOfItem, type ReleaseRow } from "./release-store.ts";

/** The day on which something was shared. */
export const sharedOn = ({ releasedAt }: Pick<ReleaseRow, "releasedAt">) => dayOf(momentAt(releasedAt));

/** Ends releases now and tells each recipient that something is not shared any more, and never what it was. */
export async function endAndTell(
  records: Records,
  childId: string,
  ended: readonly ReleaseRow[],
  because: string,
): Promise<void> {
  await endReleases(records, ended, because);
  const notices = new Map(
    ended.map((row) => [
      row.toId,
      {
        practitionerId: row.toId,
        childId,
        act: "consent.ended",
        words: `Something about a child that ${row.releasedByName ?? "a colleague"} shared with you on ${inWords(sharedOn(row))} is not shared any more. Use nothing of it from now on.`,
        link: linkTo.allReceived,
      },
    ]),
  );
  await tell(records, [...notices.values()]);
}

/** Ends every share of one item that goes on, whoever made it, and tells whoever had it. */
export async function endSharesOfItem(records: Records, item: ItemOfChild, because: string): Promise<void> {
  const open = await areaWide(records.tx, () => openOfItem(records, item));
  if (open.length > 0) await endAndTell(records, item.childId, open, because);
}

/** Sharing that is about to end, as the page shows it: what, to whom, since when, and what they have still to do. */
export async function whatEnds(records: Records, childId: string, releases: readonly ReleaseRow[]) {
  const actions = await openActionsOf(records, childId, [...new Set(releases.map(({ toId }) => toId))]);
  return releases.map((one) => ({
    releaseId: one.releaseId,
    title: one.title,
    to: one.toName ?? "Somebody who has left",
    since: sharedOn(one),
    openActions: actions.get(one.toId) ?? 0,
  }));
}
