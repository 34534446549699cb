import { clockFrom } from "./clock-view.ts";
import type { Records } from "./records.ts";
import type { DutyView } from "./views.ts";

type Row = {
  readonly dutyId: string;
  readonly act: string;
  readonly because: string;
  readonly clause: string;
  readonly dueBy: string | null;
  readonly owedById: string;
  readonly owedByName: string;
};

/** What is owed, with its clock, as a reader sees it. */
export const dutyView = ({ asAt, area }: Records, row: Row): DutyView => {
  const clock = clockFrom(row.dueBy, asAt, area.calendar);
  return {
    dutyId: row.dutyId,
    act: row.act,
    because: row.because,
    clause: row.clause,
    owedBy: { practitionerId: row.owedById, name: row.owedByName },
    ...(clock === undefined ? {} : { clock }),
  };
};

/** What a line manager owes where somebody leads by law or procedure and is not confirmed in it yet. */
export const confirmsDesignation = "lead-professional.confirm-designation";

/**
 * What this reader may see of what is owed on a plan. That somebody is not confirmed rests on their own record, so it is
 * for the manager who owes it, and not for everybody who works with the child.
 */
export const dutiesSeen = <Row extends { readonly act: string; readonly owedById: string }>(
  { who }: Records,
  duties: readonly Row[],
): readonly Row[] =>
  duties.filter(({ act, owedById }) => act !== confirmsDesignation || owedById === who.practitionerId);
