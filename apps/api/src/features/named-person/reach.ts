import { DomainError, KeepHolidayContact, KeepWays } from "@linchpin/domain";
import { practitionerProcedure, router } from "../../trpc.ts";
import { establishmentKept, establishmentsKept } from "./paper-store.ts";
import { HolidayContactsView, KeptWaysView, WaysView } from "./paper-views.ts";
import { educationServices, keepReach, type ReachRow, reachRows } from "./reach-store.ts";

const none = { phone: null, hours: null, writeTo: null, childPhone: null, childHours: null, childWriteTo: null };

const waysIn = (row: ReachRow | undefined) => ({
  version: row?.version ?? null,
  ways:
    row === undefined
      ? none
      : {
          phone: row.phone,
          hours: row.hours,
          writeTo: row.writeTo,
          childPhone: row.childPhone,
          childHours: row.childHours,
          childWriteTo: row.childWriteTo,
        },
  recordedBy: row?.recordedBy ?? null,
});

/** How families and children reach the caller, and the places whose roll the caller keeps (HIG-67). */
const mine = practitionerProcedure("ways-to-reach.keep")
  .output(WaysView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const places = await establishmentsKept(records);
      const own = records.who.practitionerId;
      const rows = await reachRows(records, [own, ...places.map(({ establishmentId }) => establishmentId)]);
      return {
        own: waysIn(rows.get(own)),
        places: places.map(({ establishmentId, name }) => ({
          establishmentId,
          name,
          ...waysIn(rows.get(establishmentId)),
        })),
      };
    }),
  );

const keep = practitionerProcedure("ways-to-reach.keep")
  .input(KeepWays)
  .output(KeptWaysView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { establishmentId, version } = input;
      if (establishmentId !== undefined) await establishmentKept(records, establishmentId);
      const holder =
        establishmentId === undefined
          ? { of: "practitioner" as const, holderId: records.who.practitionerId, version }
          : { of: "establishment" as const, holderId: establishmentId, version };
      const kept = await keepReach(records, holder, input);
      await records.audit("changed", "ways-to-reach.keep", { detail: { holderId: holder.holderId } });
      return { version: kept };
    }),
  );

/** Whom families reach while schools are closed (HD-4). */
const holidays = practitionerProcedure("holiday-contact.keep")
  .output(HolidayContactsView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const services = await educationServices(records);
      const rows = await reachRows(
        records,
        services.map(({ agencyId }) => agencyId),
      );
      return {
        services: services.map(({ agencyId, agency }) => {
          const row = rows.get(agencyId);
          return {
            agencyId,
            agency,
            version: row?.version ?? null,
            name: row?.name ?? null,
            phone: row?.phone ?? null,
            hours: row?.hours ?? null,
            writeTo: row?.writeTo ?? null,
            recordedBy: row?.recordedBy ?? null,
          };
        }),
      };
    }),
  );

const keepHolidays = practitionerProcedure("holiday-contact.keep")
  .input(KeepHolidayContact)
  .output(KeptWaysView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { agencyId: holderId, version } = input;
      if (!(await educationServices(records)).some(({ agencyId }) => agencyId === holderId))
        throw new DomainError({ kind: "not-visible", what: "education service" });
      const kept = await keepReach(records, { of: "agency", holderId, version }, input);
      await records.audit("changed", "holiday-contact.keep", { detail: { holderId } });
      return { version: kept };
    }),
  );

export const reach = router({ mine, keep, holidays, keepHolidays });
