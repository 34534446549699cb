import {
  addDays,
  type Due,
  dayOf,
  daysBetween,
  dueInWords,
  isLate,
  lateFrom,
  type Moment,
  momentAt,
  timeOf,
  type WorkingCalendar,
  workingDaysBetween,
} from "@linchpin/domain";
import type { ClockView } from "./views.ts";

/** A due moment as a reader sees it, counted in working days of the area. */
export function clockOf(due: Due, asAt: Moment, calendar: WorkingCalendar): ClockView {
  const late = isLate(due, asAt);
  const left = workingDaysBetween(dayOf(asAt), due.day, calendar);
  return {
    due: dueInWords(due),
    dueBy: lateFrom(due).at,
    left: left === "not-published" ? inDays(daysBetween(dayOf(asAt), due.day), "day") : inDays(left, "working day"),
    state: late ? "overdue" : typeof left === "number" && left <= 1 ? "soon" : "running",
  };
}

const inDays = (left: number, unit: string): string => {
  const many = `${Math.abs(left)} ${unit}${Math.abs(left) === 1 ? "" : "s"}`;
  return left === 0 ? "today" : left > 0 ? `${many} left` : `${many} late`;
};

/** What is kept of a due moment is the first instant at which it is late; midnight there is the end of the day before. */
export function dueOf(dueBy: string): Due {
  const moment = momentAt(dueBy);
  const hour = timeOf(moment);
  return hour === "00:00" ? { day: addDays(dayOf(moment), -1) } : { day: dayOf(moment), hour };
}

/** A kept due moment as a reader sees it; none where no clock runs. */
export const clockFrom = (
  dueBy: string | null | undefined,
  asAt: Moment,
  calendar: WorkingCalendar,
): ClockView | undefined => (dueBy === null || dueBy === undefined ? undefined : clockOf(dueOf(dueBy), asAt, calendar));
