import { eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { optionsIn, runCommand } from "../../command-line.ts";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { childIndex, indexEntry } from "../../db/schema/child-index.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { type IndexKeys, keyOfArea } from "../../index-keys.ts";
import { whyNoIndex } from "../../jobs/send-entry.ts";
import { Mistaken } from "../../mistaken.ts";

type Asked = { readonly now: Date; readonly keys: IndexKeys };

/**
 * Switches an area's index of children on, with its address, or off (CWDC-2.20b). Off, what it shows is taken back; gone, the
 * index is no more and there is nobody to take it back from. Gives what was done in a sentence.
 */
export async function setChildIndexAsAsked(
  args: readonly string[],
  database: Database,
  { now, keys }: Asked,
): Promise<string> {
  const { given, mistakes: mistyped } = optionsIn(args, { area: "text", url: "text", off: "mark", gone: "mark" });
  const mistakes = [...mistyped];
  const areas = await database.areas();
  const area = areas.find(({ name }) => name.toLowerCase() === given.area?.toLowerCase());
  if (area === undefined)
    mistakes.push(
      `${given.area === undefined ? "--area is missing" : `There is no area called ${given.area}`}. There are: ${areas.map(({ name }) => name).join(", ") || "none yet"}.`,
    );
  const { url, off = false, gone = false } = given;
  if ([url !== undefined, off, gone].filter(Boolean).length !== 1)
    mistakes.push("Give one of these: --url with the address of the index, --off, or --gone.");
  const why = url === undefined ? undefined : whyNoIndex(url, area?.isDemonstration === true);
  if (why !== undefined) mistakes.push(`--url cannot be the address of an index: ${why}.`);
  if (area === undefined || mistakes.length > 0) throw new Mistaken(mistakes);

  const { areaId, name } = area;
  return database.inArea({ areaId, now: now.toISOString(), as: "system" }, async (tx) => {
    const [before] = await tx
      .select({ url: childIndex.url })
      .from(childIndex)
      .where(eq(childIndex.areaId, areaId))
      .for("update");
    const [stands] = await rowsOf<{ readonly many: number }>(
      tx,
      sql`select count(*)::integer as many from index_entry e where e.area_id = ${areaId} and e.may_stand`,
    );
    const many = stands?.many ?? 0;
    const setAt = now.toISOString();
    if (url !== undefined) {
      if (before !== undefined && before.url !== url && many > 0)
        throw new Mistaken([
          `The index at the address before still shows ${many} of ${name}'s entries. Give --off first, and wait until they are taken back; or --gone where that index is no more.`,
        ]);
      const values = { url, isOn: true, setAt };
      await tx
        .insert(childIndex)
        .values({ areaId, ...values })
        .onConflictDoUpdate({ target: childIndex.areaId, set: values });
    } else {
      if (before === undefined) throw new Mistaken([`${name} tells no index of children.`]);
      await tx.update(childIndex).set({ isOn: false, setAt }).where(eq(childIndex.areaId, areaId));
      if (gone) await tx.delete(indexEntry).where(eq(indexEntry.areaId, areaId));
    }
    await tx.insert(auditEntry).values({
      ...{ areaId, entryId: newId(), at: setAt, act: "area.child-index", outcome: "system" },
      detail: { isOn: url !== undefined, ...(gone ? { givenUp: many } : {}) },
    });
    if (gone)
      return `${name} tells no index of children any more. Entries the index still showed, ${many}, are given up.`;
    if (off)
      return `${name} tells no index of children any more. Entries it still shows, ${many}, are taken back from the next minute on.`;
    return keyOfArea(keys, name) === undefined
      ? `${name} tells the index of children who leads, once the service has a key for it: INDEX_KEYS_FILE holds none here.`
      : `${name} tells the index of children who leads, from the next minute on.`;
  });
}

if (import.meta.main)
  await runCommand("command.set-child-index", (args, database, { indexKeys }) =>
    setChildIndexAsAsked(args, database, { now: new Date(), keys: indexKeys }),
  );
