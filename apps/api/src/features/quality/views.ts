import { z } from "zod";
import { ControlView } from "../../views.ts";

/** A number, or why it is not said: small numbers are kept from those who see figures alone. */
const Shown = z.union([z.int(), z.enum(["fewer-than-5", "not-shown"])]);

/** Figures of an area over some months. They name no child and no practitioner. */
export const FiguresView = z.object({
  /** True where small numbers, and whatever would give them back, are left out. */
  smallLeftOut: z.boolean(),
  /** The first and the last month, "2026-11". */
  from: z.string(),
  to: z.string(),
  /** Leads held at some time in each month. */
  leads: z.array(
    z.object({
      month: z.string(),
      agency: z.string(),
      team: z.string(),
      leads: Shown,
      /** How many people held them. */
      people: Shown,
      /** Of all leads held in that month, in whole per cent. Left out beside numbers that are not said. */
      share: z.int().optional(),
    }),
  ),
  /** How large a part of each month's leads an agency held, all its teams together. */
  agencies: z.array(z.object({ month: z.string(), agency: z.string(), leads: Shown, share: z.int().optional() })),
  /** Plans for which a lead professional came to be needed. */
  needs: z.array(z.object({ quarter: z.string(), route: z.string(), agency: z.string(), plans: Shown })),
  /** What workers told their line managers once nobody was agreed on. */
  notices: z.array(
    z.object({
      quarter: z.string(),
      agency: z.string(),
      disputes: Shown,
      notices: Shown,
      notImmediate: Shown,
      late: Shown,
    }),
  ),
  /** Assessments that were used again, and actions that did the same as another and were merged with it or stopped. */
  notDoneTwice: z.array(z.object({ quarter: z.string(), assessments: Shown, actions: Shown })),
  /** Leads under an exception that lapsed while they were held. */
  lapses: Shown,
});
export type FiguresView = z.infer<typeof FiguresView>;

const StepView = z.object({ by: z.string(), at: z.string(), reason: z.string() });

/** A departure from a rule, as the rule read on the day it was asked for. */
export const DepartureView = z.object({
  departureId: z.string(),
  rule: z.string(),
  title: z.string(),
  clause: z.object({ source: z.string(), at: z.string() }),
  strength: z.string(),
  takes: z.enum(["exceptional", "youth-standard", "reason"]),
  reason: z.string(),
  /** The first day that was asked for, or that it was approved from. */
  from: z.string(),
  lastDay: z.string().optional(),
  askedBy: z.object({ practitionerId: z.string(), name: z.string() }),
  askedAt: z.string(),
  state: z.enum(["waiting", "approved", "refused", "ending", "over"]),
  decided: StepView.optional(),
  ended: StepView.optional(),
  approve: ControlView,
});
export type DepartureView = z.infer<typeof DepartureView>;

export const DeparturesView = z.object({ today: z.string(), departures: z.array(DepartureView) });
export type DeparturesView = z.infer<typeof DeparturesView>;
