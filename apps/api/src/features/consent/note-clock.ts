import { dayOf, type LocalDate, lateFrom, momentAt } from "@linchpin/domain";
import { clockFrom } from "../../clock-view.ts";
import type { Records } from "../../records.ts";

type Kept = {
  readonly noteId: string;
  readonly keptAt: string;
  readonly lookedAgainOn?: LocalDate | null;
  readonly passedOnAt?: string | null;
};

/** When a note is looked at again, as the rulebook says; asked each time and kept nowhere, so that nobody else can count it. */
export function lookAgainOf(records: Records, { noteId, keptAt, lookedAgainOn, passedOnAt }: Kept) {
  const { owed } = records.book().book.duty(
    "consent.kept-note",
    {
      note: { id: noteId, author: records.who.practitionerId, keptOn: dayOf(momentAt(keptAt)) },
      lookedAgainOn: lookedAgainOn ?? "none",
      passedOnOn: passedOnAt ? dayOf(momentAt(passedOnAt)) : "none",
      calendar: records.area.calendar,
    },
    records.asAt,
  );
  const [first] = owed;
  if (first === undefined) return undefined;
  const due = typeof first.due === "object" ? lateFrom(first.due).at : undefined;
  const clock = clockFrom(due, records.asAt, records.area.calendar);
  return {
    because: first.because,
    clause: `${first.clause.source} ${first.clause.at}`,
    ...(clock === undefined ? {} : { clock }),
  };
}
