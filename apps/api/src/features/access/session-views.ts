import { z } from "zod";

const Device = z.object({
  sessionId: z.string(),
  /** What the browser says it is: "Firefox on Windows". */
  device: z.string(),
  since: z.string(),
  lastUsed: z.string(),
});

export const OwnSessionsView = z.object({
  sessions: z.array(
    Device.extend({
      /** The one that asks. */
      isThis: z.boolean(),
      /** When it ends in any case. */
      until: z.string(),
      /** The post it works in; left out while none is chosen. */
      post: z.object({ title: z.string(), agencyName: z.string(), areaName: z.string() }).optional(),
    }),
  ),
});
export type OwnSessionsView = z.infer<typeof OwnSessionsView>;

export const StaffSessionsView = z.object({
  people: z.array(
    z.object({ practitionerId: z.string(), name: z.string(), postTitle: z.string(), sessions: z.array(Device) }),
  ),
});
export type StaffSessionsView = z.infer<typeof StaffSessionsView>;
