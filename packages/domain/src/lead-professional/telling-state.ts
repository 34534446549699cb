import { dueAfter, isLate } from "../kernel/due.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { Moment } from "../kernel/moment.ts";
import type { WorkingCalendar } from "../kernel/working-days.ts";

/** How a telling stands against the limit. The day somebody was told counts, not the day it was recorded. */
export function tellingState(
  of: {
    readonly discussedOn: LocalDate;
    readonly toldOn: LocalDate | "not-recorded";
    readonly workingDays: number;
    readonly calendar: WorkingCalendar;
  },
  asAt: Moment,
): "in-time" | "late" | "waiting" | "overdue" | "not-published" {
  const due = dueAfter(of.discussedOn, { count: of.workingDays, unit: "working-days" }, of.calendar);
  if (due === "not-published") return due;
  if (of.toldOn !== "not-recorded") return of.toldOn <= due.day ? "in-time" : "late";
  return isLate(due, asAt) ? "overdue" : "waiting";
}
