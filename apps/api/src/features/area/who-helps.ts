import { whoHelps as whoHelpsIn } from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure } from "../../trpc.ts";
import { officesOf, servicesOf } from "./who-helps-store.ts";

const Told = z.object({ who: z.string(), does: z.string() });
const WhoHelpsView = z.object({
  area: z.string(),
  people: z.array(Told),
  services: z.array(Told.extend({ names: z.array(z.string()) })),
  together: z.array(z.string()),
  /** The co-ordinator's office, and how to reach it. */
  offices: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      phone: z.string().nullable(),
      hours: z.string().nullable(),
      writeTo: z.string().nullable(),
    }),
  ),
});

/** Who does what in this area and how services work together, in plain words for families (HIG-162). */
export const whoHelps = practitionerProcedure("area.read")
  .output(WhoHelpsView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const { book } = records.book();
      const offices = await officesOf(records);
      const said = whoHelpsIn({
        area: records.area.name,
        hasNamedPerson: book.silence("named-person.who") === undefined,
        hasCoordinator: offices.some(({ role }) => role === "coordinator"),
        hasReviewOfficer: offices.some(({ role }) => role === "review-officer"),
        terms: {
          namedPerson: book.terms.namedPerson ?? "named person",
          leadProfessional: book.terms.leadProfessional ?? "lead professional",
        },
        services: await servicesOf(records),
      });
      return {
        area: records.area.name,
        people: [...said.people],
        services: said.services.map(({ names, ...service }) => ({ ...service, names: [...names] })),
        together: [...said.together],
        offices: offices.filter(({ role }) => role === "coordinator").map(({ role: _, ...office }) => office),
      };
    }),
  );
