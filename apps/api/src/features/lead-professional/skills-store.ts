import type { LocalDate, PractitionerFacts, StandingFact } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import type { Records } from "../../records.ts";
import { practitionerFactsOf, standingFrom, standingRows } from "../workforce/reads.ts";

export type Skills = StandingFact<"skills">;

/** What the rules need to know of people who would lead one plan from a day: of several exceptions the one for that day. */
export const peopleForPlan = (
  records: Records,
  practitionerIds: readonly string[],
  { planId, startsOn }: { readonly planId: string; readonly startsOn: LocalDate },
): Promise<ReadonlyMap<string, PractitionerFacts>> => practitionerFactsOf(records, practitionerIds, planId, startsOn);

/** What is on record of people leading, knowing other agencies and the support there is. */
export async function skillsOf(
  records: Records,
  practitionerIds: readonly string[],
): Promise<ReadonlyMap<string, Skills>> {
  const rows = (await standingRows(records, practitionerIds)).filter(({ kind }) => kind === "skills");
  return new Map(
    rows.flatMap((row) => {
      const { skills } = standingFrom([row]);
      return skills === undefined ? [] : [[row.practitionerId, skills] as const];
    }),
  );
}

type PostRow = { readonly practitioner_id: string; readonly leading: "everyday" | "occasional" };

/** Whether leading is an everyday part of people's posts, where somebody has said. */
export async function leadingInPosts(
  { tx, who, today }: Records,
  practitionerIds: readonly string[],
): Promise<ReadonlyMap<string, PostRow["leading"]>> {
  const rows = await rowsOf<PostRow>(
    tx,
    sql`select practitioner_id, min("leading") as "leading" from post
      where area_id = ${who.areaId} and practitioner_id = ${anyOf(practitionerIds)} and during @> ${today}::date and "leading" is not null
      group by practitioner_id`,
  );
  return new Map(rows.map((row) => [row.practitioner_id, row.leading]));
}
