import { accessReviews } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { optionsIn, runCommand } from "../../command-line.ts";
import type { Database } from "../../db/database.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { Mistaken } from "../../mistaken.ts";

const { least, most, usual } = accessReviews.everyDays;

/** Sets after how many days an area's managers go again through what each of their staff can see. Gives what was done in a sentence. */
export async function setAccessReviewDaysAsAsked(
  args: readonly string[],
  database: Database,
  { now }: { readonly now: Date },
): Promise<string> {
  const { given, mistakes: mistyped } = optionsIn(args, { area: "text", days: "text", usual: "mark" });
  const mistakes = [...mistyped];
  const areas = await database.areas();
  const area = areas.find(({ name }) => name.toLowerCase() === given.area?.toLowerCase());
  if (area === undefined)
    mistakes.push(
      `${given.area === undefined ? "--area is missing" : `There is no area called ${given.area}`}. There are: ${areas.map(({ name }) => name).join(", ") || "none yet"}.`,
    );
  const days = /^\d{1,3}$/.test(given.days ?? "") ? Number(given.days) : Number.NaN;
  if (given.usual && given.days !== undefined) mistakes.push("--days and --usual are both given: give one of them.");
  else if (!given.usual && !(days >= least && days <= most))
    mistakes.push(
      `--days must be a whole number from ${least} to ${most}; or give --usual for Linchpin's own ${usual}.`,
    );
  if (mistakes.length > 0 || area === undefined) throw new Mistaken(mistakes);

  const { areaId, name } = area;
  const set = given.usual ? null : days;
  await database.jobs.executeSql("update area set access_review_days = $1 where area_id = $2", [set, areaId]);
  await database.inArea({ areaId, now: now.toISOString(), as: "system" }, (tx) =>
    tx.insert(auditEntry).values({
      areaId,
      entryId: newId(),
      at: now.toISOString(),
      act: "area.access-review-days",
      outcome: "system",
      detail: { days: set },
    }),
  );
  return `Managers in ${name} go through what each of their staff can see every ${set ?? usual} days.`;
}

if (import.meta.main)
  await runCommand("command.set-review-days", (args, database) =>
    setAccessReviewDaysAsAsked(args, database, { now: new Date() }),
  );
