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
