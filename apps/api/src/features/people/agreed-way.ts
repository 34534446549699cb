import { agreedInWords, daysOfWeek, waysOfReaching } from "@linchpin/domain";
import type { AgreedWayRow } from "./agreed-way-store.ts";
import type { AgreedWayView } from "./around-views.ts";

/** Takes what was recorded last of somebody, gives it as pages show it. */
export const agreedWayView = (row: AgreedWayRow): AgreedWayView => ({
  ...row,
  way: row.way === null ? null : { code: row.way, label: waysOfReaching[row.way].label },
  days: row.days.map((code) => ({ code, label: daysOfWeek[code].label })),
  inWords: row.way === null ? null : agreedInWords({ way: row.way, days: row.days }),
});
