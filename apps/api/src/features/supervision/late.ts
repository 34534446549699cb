import { isLate, lateByAgency, seesFiguresOnly, withoutSmall, withoutSmallRest } from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { dutyFacts, isSession } from "./facts.ts";
import { everybodyWhoLeads, lastSessions, ledBy } from "./store.ts";
import { LateByAgencyView } from "./views.ts";

/**
 * How many leads of each agency are past the interval that was set for them, with who supervises them (HIG-144). Whoever
 * sees no child is given no small number and no name.
 */
export const late = practitionerProcedure("supervision.figures.read")
  .output(LateByAgencyView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const { people, led, last } = await areaWide(records.tx, async () => {
        const rows = await everybodyWhoLeads(records);
        const ids = rows.map(({ practitionerId }) => practitionerId);
        return { people: rows, led: await ledBy(records, ids), last: await lastSessions(records, ids) };
      });
      await records.audit("read", "supervision.figures.read");
      const { book } = records.book();
      const rows = people.flatMap((person) => {
        const own = <T extends { readonly practitionerId: string }>(of: readonly T[]) =>
          of.filter(({ practitionerId }) => practitionerId === person.practitionerId);
        const known = { person, led: own(led), last: own(last), requests: [] };
        const owed = book
          .duty("supervision.duties", dutyFacts(records, known, "lead"), records.asAt)
          .owed.filter(isSession);
        const isWholeLate = owed.some(({ act, due }) => act === "supervision.hold-session" && isPast(due));
        const past = owed.filter(({ act, due }) => act === "supervision.discuss-case" && isPast(due));
        function isPast(due: (typeof owed)[number]["due"]) {
          return typeof due === "object" && isLate(due, records.asAt);
        }
        const children = new Set(known.led.filter(({ isCurrent }) => isCurrent).map(({ childId }) => childId));
        return [...children].map((childId) => ({
          agency: person.agencyName ?? "No post at the time",
          supervisor: person.arrangement?.lead.name ?? "Nobody on record",
          isLate: isWholeLate || past.some(({ because }) => because.includes(childId)) || person.arrangement === null,
        }));
      });
      const agencies = lateByAgency(rows);
      return seesFiguresOnly(records.who.role)
        ? {
            smallLeftOut: true,
            agencies: agencies.map((one) => {
              const leads = withoutSmall(one.leads);
              return { agency: one.agency, leads, late: withoutSmallRest(leads, one.late), supervisors: [] };
            }),
          }
        : { smallLeftOut: false, agencies: agencies.map((one) => ({ ...one, supervisors: [...one.supervisors] })) };
    }),
  );
