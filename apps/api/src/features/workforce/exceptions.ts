import { holdsOn, type LocalDate, lastDayOf } from "@linchpin/domain";
import { childInList } from "../../child-in-list.ts";
import type { Records } from "../../records.ts";
import { childrenOfExceptions, type ExceptionRow, exceptionsOfPerson } from "./exception-store.ts";
import type { ExceptionView, StandingExceptionView } from "./views.ts";

/** A person's exceptions; the child of a plan is named only to whoever may open the plan. */
export async function exceptionsOf(records: Records, practitionerId: string): Promise<StandingExceptionView[]> {
  const found = await exceptionsOfPerson(records, practitionerId);
  const children = await childrenOfExceptions(records, found);
  return found.map((row) => ({
    ...exceptionView(row, records.today),
    child: childInList(records, children.get(row.planId)),
  }));
}

/** One exception as it stands on a day. */
export function exceptionView(row: ExceptionRow, today: LocalDate): ExceptionView {
  const { exceptionId, planId, reason, planToReplace, during, endedBecause, endedBy, endedByName } = row;
  return {
    exceptionId,
    planId,
    reason,
    planToReplace,
    from: during.from,
    lastDay: during.until === undefined ? during.from : lastDayOf(during.until), // each is written with its end
    state: stateOf(row, today),
    approvedBy: { practitionerId: row.approvedBy, name: row.approvedByName },
    ...(endedBecause === null ? {} : { endedBecause }),
    ...(endedBy === null || endedByName === null ? {} : { endedBy: { practitionerId: endedBy, name: endedByName } }),
  };
}

function stateOf({ during, endedBecause }: ExceptionRow, today: LocalDate): ExceptionView["state"] {
  if (endedBecause !== null) return "ended";
  if (holdsOn(during, today)) return "holds";
  return during.from > today ? "to-come" : "lapsed";
}
