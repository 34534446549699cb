import { idleMinutes } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { optionsIn, runCommand } from "../../command-line.ts";
import type { Database } from "../../db/database.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { Mistaken } from "../../mistaken.ts";

const { least, most, usual } = idleMinutes;

/** Sets after how many minutes without work an area's sessions end, as an operator asked. Gives what was done in a sentence. */
export async function setIdleMinutesAsAsked(
  args: readonly string[],
  database: Database,
  { now }: { readonly now: Date },
): Promise<string> {
  const { given, mistakes: mistyped } = optionsIn(args, { area: "text", minutes: "text", usual: "mark" });
  const mistakes = [...mistyped];
  const areas = await database.areas();
  const area = areas.find(({ name }) => name.toLowerCase() === given.area?.toLowerCase());
  if (area === undefined)
    mistakes.push(
      `${given.area === undefined ? "--area is missing" : `There is no area called ${given.area}`}. There are: ${areas.map(({ name }) => name).join(", ") || "none yet"}.`,
    );
  const minutes = /^\d{1,3}$/.test(given.minutes ?? "") ? Number(given.minutes) : Number.NaN;
  if (given.usual && given.minutes !== undefined)
    mistakes.push("--minutes and --usual are both given: give one of them.");
  else if (!given.usual && !(minutes >= least && minutes <= most))
    mistakes.push(`--minutes must be a whole number from ${least} to ${most}; or give --usual for Linchpin's own.`);
  if (mistakes.length > 0 || area === undefined) throw new Mistaken(mistakes);

  const { areaId, name } = area;
  const set = given.usual ? null : minutes;
  await database.jobs.executeSql("update area set idle_minutes = $1 where area_id = $2", [set, areaId]);
  await database.inArea({ areaId, now: now.toISOString(), as: "system" }, (tx) =>
    tx.insert(auditEntry).values({
      areaId,
      entryId: newId(),
      at: now.toISOString(),
      act: "area.idle-minutes",
      outcome: "system",
      detail: { minutes: set },
    }),
  );
  return set === null
    ? `Sessions in ${name} end after the usual time without work: SESSION_IDLE_MINUTES, ${usual} where it is not set.`
    : `Sessions in ${name} end after ${set} minutes without work. It holds from everybody's next click.`;
}

if (import.meta.main)
  await runCommand("command.set-idle-minutes", (args, database) =>
    setIdleMinutesAsAsked(args, database, { now: new Date() }),
  );
