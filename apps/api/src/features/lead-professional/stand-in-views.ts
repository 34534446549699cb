import { z } from "zod";
import { ControlView, PersonView, TermView } from "../../views.ts";

const StandIn = PersonView.extend({
  actingLeadId: z.string(),
  as: TermView,
  /** Why the lead was away; left out for those whom that does not concern. */
  reason: TermView.optional(),
  since: z.string(),
  until: z.string().optional(),
  expectedBackOn: z.string().optional(),
});

/** Who is deputy on a plan, who stands in for its lead now and who did before, and whom the team could choose. */
export const StandInView = z.object({
  planId: z.string(),
  childId: z.string(),
  childName: z.string(),
  planTitle: z.string(),
  lead: PersonView.optional(),
  deputy: PersonView.extend({ deputyId: z.string(), agreedOn: z.string() }).optional(),
  now: StandIn.optional(),
  /** The last twenty, the latest first. */
  before: z.array(StandIn),
  /** Those who could: the people who work with the child now, and whoever manages the lead. */
  people: z.array(
    PersonView.extend({
      title: z.string().optional(),
      agency: z.string().optional(),
      openActions: z.number().int(),
      managesLead: z.boolean(),
    }),
  ),
  agree: ControlView,
  begin: ControlView,
  end: ControlView,
});
export type StandInView = z.infer<typeof StandInView>;
export const StandInDone = z.object({ planId: z.string() });
