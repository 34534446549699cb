import { inWords, isLocalDate } from "@linchpin/domain";
import { today } from "../../clock.ts";
import { optionsIn, runCommand } from "../../command-line.ts";
import type { Database } from "../../db/database.ts";
import { Mistaken } from "../../mistaken.ts";
import { endStaff } from "./end-staff.ts";

/** Ends the posts of somebody as an operator asked. Gives what was done, and what is left open, in sentences. */
export async function endStaffAsAsked(args: readonly string[], database: Database, now: Date): Promise<string> {
  const { given, mistakes: mistyped } = optionsIn(args, { area: "text", name: "text", "last-day": "text" });
  const mistakes = [...mistyped];
  const areas = await database.areas();
  const area = areas.find(({ name }) => name.toLowerCase() === given.area?.toLowerCase());
  if (area === undefined)
    mistakes.push(
      `${given.area === undefined ? "--area is missing" : `There is no area called ${given.area}`}. There are: ${areas.map(({ name }) => name).join(", ") || "none yet"}.`,
    );
  if (given.name === undefined) mistakes.push("--name is missing: the name of the person whose posts end.");
  const lastDay = given["last-day"];
  if (lastDay === undefined) mistakes.push("--last-day is missing: the last day in the post, such as 2026-12-18.");
  else if (!isLocalDate(lastDay)) mistakes.push(`--last-day ${lastDay} is no day: write it as 2026-12-18.`);
  if (mistakes.length > 0 || !area || given.name === undefined || lastDay === undefined || !isLocalDate(lastDay))
    throw new Mistaken(mistakes);

  const { name } = given;
  const asked = { areaId: area.areaId, name, lastDay, now, today: today(() => now) };
  const { posts, namedPersonFor, leads } = await endStaff(database, asked);
  const ended = `${posts === 1 ? "The post" : `The ${posts} posts`} of ${name} in ${area.name} ${posts === 1 ? "ends" : "end"} with ${inWords(lastDay)}.`;
  const open = [
    ...(namedPersonFor > 0
      ? [`${namedPersonFor} ${namedPersonFor === 1 ? "child" : "children"} without a named person`]
      : []),
    ...(leads > 0 ? [`${leads} ${leads === 1 ? "plan" : "plans"} without a lead professional`] : []),
  ];
  return open.length === 0
    ? ended
    : `${ended} From the day after it leaves ${open.join(" and ")}, shown on the managers' lists.`;
}

if (import.meta.main)
  await runCommand("command.end-staff", (args, database) => endStaffAsAsked(args, database, new Date()));
