import {
  type AgencyKind,
  type Decision,
  type DutyFinding,
  type LocalDate,
  lateFrom,
  type SharingBasis,
  type Told,
} from "@linchpin/domain";
import { type Owed, owe } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { leadOf } from "./release-store.ts";
import { namedPersonsOf } from "./store.ts";

const toldFact = (told: Told): LocalDate | "reason-given" | "none" =>
  told.told === "yes" ? told.on : told.told === "no" ? "reason-given" : "none";

export type Shared = {
  readonly releaseId: string;
  readonly basis: SharingBasis;
  readonly childTold: Told;
  readonly familyTold: Told;
};

/** What the book says is owed once something was shared. */
export const askAfterSharing = (records: Records, childId: string, shared: Shared): Asked =>
  records.book().book.duty(
    "consent.duties",
    {
      child: { id: childId },
      shares: [
        {
          id: shared.releaseId,
          on: records.today,
          by: records.who.practitionerId,
          basis: shared.basis,
          leavesOut: [],
          childTold: toldFact(shared.childTold),
          familyTold: toldFact(shared.familyTold),
        },
      ],
      withdrawals: [],
      calendar: records.area.calendar,
    },
    records.asAt,
  );

/** What the book says is owed once a yes was taken back. Recipients were told in the same change, and their copies closed. */
export const askAfterTakingBack = (
  records: Records,
  childId: string,
  taken: {
    readonly consentId: string;
    readonly familyTold: Told;
    readonly recipients: readonly {
      readonly id: string;
      readonly agency: AgencyKind;
      readonly hasOtherBasis: boolean;
      readonly openActions: number;
    }[];
  },
): Asked =>
  records.book().book.duty(
    "consent.duties",
    {
      child: { id: childId },
      shares: [],
      withdrawals: [
        {
          consent: taken.consentId,
          on: records.today,
          familyTold: toldFact(taken.familyTold),
          recipients: taken.recipients.map((one) => ({
            ...one,
            toldOn: records.today,
            accessEndedOn: records.today,
            actionsDecidedOn: "none" as const,
          })),
        },
      ],
      calendar: records.area.calendar,
    },
    records.asAt,
  );
type Asked = Decision & { readonly owed: readonly DutyFinding[] };

/** Keeps what is owed, each with its clock, tied to the decision it follows from. */
export async function keepOwed(
  records: Records,
  about: Pick<Owed, "planId" | "concernId"> & { readonly childId: string },
  owed: readonly DutyFinding[],
  decisionId: string,
): Promise<void> {
  if (owed.length === 0) return;
  const { childId } = about;
  const [named] = await namedPersonsOf(records, [childId]);
  const lead = await leadOf(records, childId);
  const me = records.who.practitionerId;
  const owerOf = ({ who, whoId }: DutyFinding): string =>
    whoId ??
    (who === "named-person"
      ? (named?.practitionerId ?? lead ?? me)
      : who === "lead-professional"
        ? (lead ?? named?.practitionerId ?? me)
        : me);
  await owe(
    records,
    owed.map(
      (finding): Owed => ({
        ...about,
        act: finding.act,
        rule: finding.rule,
        clause: `${finding.clause.source} ${finding.clause.at}`,
        because: finding.because,
        owedBy: owerOf(finding),
        decisionId,
        ...(typeof finding.due === "object"
          ? { dueBy: lateFrom(finding.due).at }
          : finding.due === "at-once"
            ? { dueBy: lateFrom({ day: records.today }).at }
            : {}),
      }),
    ),
  );
}
