import { DomainError, EndOwnSessions, EndStaffSessions, sessionEndReasons } from "@linchpin/domain";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { endSessionsOf, managesNowOrLast, sessionsOf, sessionsOfStaff } from "./session-store.ts";
import { OwnSessionsView, StaffSessionsView } from "./session-views.ts";

/** Where the person is signed in: each browser, since when, last used, in which post. */
const mine = practitionerProcedure("session.list-own")
  .output(OwnSessionsView)
  .query(({ ctx }) => ctx.read((records) => ownView(records, ctx.session?.id)));

/** Ends one of the person's own sessions, or all but the one they are in. */
const endMine = practitionerProcedure("session.end-own")
  .input(EndOwnSessions)
  .output(OwnSessionsView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const me = records.who.practitionerId;
      const { which } = input;
      const ended = await endSessionsOf(
        records,
        me,
        which.are === "one" ? { only: which.sessionId } : { butNot: ctx.session?.id },
      );
      if (which.are === "one" && ended === 0) throw new DomainError({ kind: "not-visible", what: "session" });
      await records.audit("changed", "session.end-own", { detail: { which: which.are, ended } });
      return ownView(records, ctx.session?.id);
    }),
  );

/** Where the people the caller manages are signed in, in this area. */
const ofStaff = practitionerProcedure("session.staff.read")
  .output(StaffSessionsView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      await records.audit("read", "session.staff.read");
      return staffView(records);
    }),
  );

/**
 * Ends every session of somebody the caller manages: a phone was lost, a computer left signed in. It ends in other areas
 * too, because from there the same browser could change to the post here.
 */
const endOfStaff = practitionerProcedure("session.staff.end")
  .input(EndStaffSessions)
  .output(StaffSessionsView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { practitionerId, reason } = input;
      await managerOrNothing(records, practitionerId);
      const ended = await endSessionsOf(records, practitionerId);
      await records.audit("changed", "session.staff.end", { detail: { practitionerId, reason, ended } });
      if (ended > 0)
        await tell(records, [
          {
            practitionerId,
            act: "session.staff.end",
            words: `${records.who.practitionerName} signed you out everywhere. Their reason: ${lowerFirst(sessionEndReasons[reason].label)}.`,
          },
        ]);
      return staffView(records);
    }),
  );

export const sessions = router({ mine, endMine, ofStaff, endOfStaff });

const lowerFirst = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

async function managerOrNothing(records: Records, practitionerId: string): Promise<void> {
  if (practitionerId === records.who.practitionerId)
    throw new DomainError({
      kind: "not-allowed",
      action: "session.staff.end",
      why: "End your own sessions on the page of where you are signed in.",
    });
  if (!(await managesNowOrLast(records, practitionerId)))
    throw new DomainError({ kind: "not-visible", what: "practitioner" });
}

async function ownView(records: Records, thisOne: string | undefined): Promise<OwnSessionsView> {
  const rows = await sessionsOf(records, records.who.practitionerId);
  return {
    sessions: rows.map(({ sessionId, device, startedAt, usedAt, until, postTitle, agencyName, areaName }) => ({
      sessionId,
      device: device ?? "Unknown browser",
      since: startedAt,
      lastUsed: usedAt ?? startedAt,
      until,
      isThis: sessionId === thisOne,
      ...(postTitle !== null && { post: { title: postTitle, agencyName: agencyName ?? "", areaName: areaName ?? "" } }),
    })),
  };
}

async function staffView(records: Records): Promise<StaffSessionsView> {
  const people = new Map<string, StaffSessionsView["people"][number]>();
  for (const { practitionerId, name, postTitle, sessionId, device, startedAt, usedAt } of await sessionsOfStaff(
    records,
  )) {
    const person = people.get(practitionerId) ?? { practitionerId, name, postTitle, sessions: [] };
    people.set(practitionerId, person);
    if (sessionId === null || startedAt === null) continue;
    person.sessions.push({
      sessionId,
      device: device ?? "Unknown browser",
      since: startedAt,
      lastUsed: usedAt ?? startedAt,
    });
  }
  return { people: [...people.values()] };
}
