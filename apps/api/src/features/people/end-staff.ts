import { type DayRange, type LocalDate, untilAfter } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Database } from "../../db/database.ts";
import { post, practitioner } from "../../db/schema/practitioner.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { Mistaken } from "../../mistaken.ts";

type Asked = {
  readonly areaId: string;
  readonly name: string;
  readonly lastDay: LocalDate;
  readonly today: LocalDate;
  readonly now: Date;
};

export type LeftOpen = { readonly posts: number; readonly namedPersonFor: number; readonly leads: number };

/** Ends the posts of somebody by name: an operator's act. Gives what stays open: children and plans that need another. */
export const endStaff = (database: Database, { areaId, name, lastDay, today, now }: Asked): Promise<LeftOpen> =>
  database.inArea({ areaId, now: now.toISOString(), as: "system" }, async (tx) => {
    const found = await tx
      .select({ practitionerId: practitioner.practitionerId, postId: post.postId, during: post.during })
      .from(practitioner)
      .innerJoin(post, and(eq(post.areaId, practitioner.areaId), eq(post.practitionerId, practitioner.practitionerId)))
      .where(
        and(
          eq(practitioner.areaId, areaId),
          sql`lower(${practitioner.name}) = lower(${name})`,
          sql`(upper_inf(${post.during}) or upper(${post.during}) > ${today}::date)`,
        ),
      )
      .for("update", { of: post });
    const people = [...new Set(found.map(({ practitionerId }) => practitionerId))];
    const [practitionerId] = people;
    if (practitionerId === undefined) throw new Mistaken([`Nobody called ${name} has a post in this area.`]);
    if (people.length > 1)
      throw new Mistaken([
        `${people.length} people are called ${name}. Their managers end the right post in the manager portal.`,
      ]);
    const early = found.find(({ during }: { during: DayRange }) => lastDay < during.from);
    if (early) throw new Mistaken([`A post of ${name} began on ${early.during.from}: --last-day is before that.`]);
    for (const { postId, during } of found) {
      await tx
        .update(post)
        .set({ during: { from: during.from, until: untilAfter(lastDay) }, version: sql`${post.version} + 1` })
        .where(and(eq(post.areaId, areaId), eq(post.postId, postId)));
      await tx.insert(auditEntry).values({
        areaId,
        entryId: newId(),
        at: now.toISOString(),
        act: "workforce.post.end",
        outcome: "system",
        detail: { practitionerId, postId, lastDay },
      });
    }
    const answered = (await tx.execute(sql`select
      (select count(distinct child_id)::int from named_person where area_id = ${areaId} and practitioner_id = ${practitionerId}
        and during @> ${now.toISOString()}::timestamptz) as "namedPersonFor",
      (select count(*)::int from lead l join plan p on p.area_id = l.area_id and p.plan_id = l.plan_id and p.state = 'open'
        where l.area_id = ${areaId} and l.practitioner_id = ${practitionerId} and upper_inf(l.during)) as leads`)) as unknown as {
      rows: readonly Omit<LeftOpen, "posts">[]; // both drivers answer so
    };
    return { posts: found.length, namedPersonFor: 0, leads: 0, ...answered.rows[0] };
  });
