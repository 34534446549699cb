import {
  type ConcernClosingFacts,
  type Decision,
  type DutyFinding,
  type GateDecision,
  lateFrom,
} from "@linchpin/domain";
import { type Owed, owe } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { type ConcernRow, lineManagersOf, namedPersonsOf, type ToldRow, type ViewRow } from "./store.ts";

type Asked = {
  readonly views: readonly ViewRow[];
  readonly told: readonly ToldRow[];
  readonly outcome: ConcernClosingFacts["outcome"];
  readonly help: string | undefined;
  readonly manager: boolean | undefined;
  readonly leadDecision: "become-lead" | "appoint-another" | undefined;
};

const viewState = (views: readonly ViewRow[], whose: "child" | "family"): ConcernClosingFacts["childsView"] => {
  const last = views.find((one) => one.whose === whose);
  return last === undefined ? "not-recorded" : last.notPossibleBecause === null ? "given" : "not-possible";
};

const toldState = (told: readonly ToldRow[], whom: "child" | "family"): ConcernClosingFacts["childTold"] => {
  const last = told.find(({ recipient }) => recipient === whom);
  return last === undefined ? "none" : last.toldOn === null ? "reason-given" : "told";
};

/** Asks whether a concern may be closed with what is on record and what is decided now. */
export function askClosing(records: Records, { childId }: Pick<ConcernRow, "childId">, asked: Asked): GateDecision {
  return records.book().book.gate(
    "concern.closing",
    {
      child: { id: childId },
      outcome: asked.outcome,
      helpRecorded: asked.help !== undefined,
      childTold: toldState(asked.told, "child"),
      familyTold: toldState(asked.told, "family"),
      childsView: viewState(asked.views, "child"),
      familysView: viewState(asked.views, "family"),
      managerConsulted: asked.manager ?? "not-recorded",
      leadDecision: asked.leadDecision ?? "none",
    },
    records.asAt,
  );
}

/** Who owes what on a concern: the named person, or whoever received it where there is none; a line manager of theirs. */
async function owersOf(
  records: Records,
  concern: ConcernRow,
  who: DutyFinding["who"],
  receiver: string,
): Promise<readonly string[]> {
  const [named] = await namedPersonsOf(records, [concern.childId]);
  const answers = named?.practitionerId ?? receiver;
  if (who !== "line-manager") return [answers];
  return (await lineManagersOf(records, answers)).map(({ practitionerId }) => practitionerId);
}

/** Keeps what the book says is owed on a concern, each with its clock. Gives the decision. */
export async function keepDuties(
  records: Records,
  concern: ConcernRow,
  receiver: string = concern.recordedBy,
): Promise<Decision> {
  const decision = records.book().book.duty(
    "concern.duties",
    {
      child: { id: concern.childId },
      reportedOn: concern.reportedOn,
      acknowledgedOn: concern.acknowledgedOn ?? "none",
      answeredOn: "none",
      calendar: records.area.calendar,
    },
    records.asAt,
  );
  const rows: Owed[] = [];
  for (const finding of decision.owed)
    for (const owedBy of await owersOf(records, concern, finding.who, receiver))
      rows.push(owedRow(records, concern, finding, owedBy));
  await owe(records, rows);
  return decision;
}

export const owedRow = (
  records: Records,
  { childId, concernId }: ConcernRow,
  finding: DutyFinding,
  owedBy: string,
): Owed => ({
  childId,
  concernId,
  act: finding.act,
  rule: finding.rule,
  clause: `${finding.clause.source} ${finding.clause.at}`,
  because: finding.because,
  owedBy,
  ...(typeof finding.due === "object"
    ? { dueBy: lateFrom(finding.due).at }
    : finding.due === "at-once"
      ? { dueBy: lateFrom({ day: records.today }).at }
      : {}),
});
