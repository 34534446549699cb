import { type DutyFinding, type LocalDate, lateFrom, momentOn } from "@linchpin/domain";
import { type ClockOfException, watchException } from "../../outbox.ts";
import type { Records } from "../../records.ts";

type Approved = {
  readonly exceptionId: string;
  readonly planId: string;
  readonly practitionerId: string;
  readonly adoptionId: string;
  /** Its days, half-open. */
  readonly exception: { readonly from: LocalDate; readonly until: LocalDate };
};

/** What the book the plan opened under asks at a moment of whoever leads under an exception. */
function ask(records: Records, of: Approved, at: ReturnType<typeof momentOn>): DutyFinding | undefined {
  const { planId, practitionerId, exception, adoptionId } = of;
  const { calendar } = records.area;
  return records
    .book(adoptionId)
    .book.duty(
      "workforce.exception-ends",
      { plan: { id: planId }, practitionerId, exception, leads: true, calendar },
      at,
    )
    .owed.at(0);
}

const owedOf = ({ act, rule, clause, because }: DutyFinding) => ({
  act,
  rule,
  clause: `${clause.source} ${clause.at}`,
  because,
});

/** Sets what an approved exception comes to: its first day, the day another lead is looked for, and the day it has lapsed. */
export async function watch(records: Records, of: Approved): Promise<void> {
  const { exceptionId, exception } = of;
  const ended = momentOn(exception.until);
  const before = ask(records, of, records.asAt);
  const after = ask(records, of, ended);
  const clocks: (ClockOfException & { readonly at: string })[] = [{ exceptionId, step: "approved", at: records.now }];
  if (exception.from > records.today) clocks.push({ exceptionId, step: "began", at: momentOn(exception.from).at });
  if (before?.from !== undefined)
    clocks.push({
      exceptionId,
      step: "replace",
      at: momentOn(before.from).at,
      owed: owedOf(before),
      ...(typeof before.due === "string" ? {} : { dueBy: lateFrom(before.due).at }),
    });
  if (after !== undefined)
    clocks.push({ exceptionId, step: "lapsed", at: ended.at, owed: owedOf(after), dueBy: ended.at });
  await watchException(records, clocks);
}

/** The same for one that ends today: whoever leads under it is replaced. */
export async function watchEnding(records: Records, of: Approved): Promise<void> {
  const owed = ask(records, of, records.asAt);
  await watchException(records, [
    {
      exceptionId: of.exceptionId,
      step: "ended",
      at: records.now,
      ...(owed === undefined ? {} : { owed: owedOf(owed) }),
    },
  ]);
}
