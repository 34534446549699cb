import { type DutyFinding, type LocalDate, lateFrom, type NotAgreedFacts } from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { type Owed, owe, tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import type { Case } from "./case-store.ts";
import { setNeed } from "./lead-store.ts";
import { type Cast, lineManagersOf, peopleIn } from "./people.ts";

/** What the product does for a worker at once: it tells their line manager. */
const tellsManager = "lead-professional.tell-line-manager";

type Discussion = { readonly on: LocalDate; readonly workerIds: readonly string[] };

const isLive = ({ state }: { readonly state: string }) => state === "planned" || state === "running";

/** Facts for "What follows while nobody leads?" */
export function notAgreedFacts(
  records: Records,
  of: Case,
  cast: Cast,
  since: LocalDate,
  discussion?: Discussion & { readonly proposedOn: LocalDate; readonly managersToldOn?: LocalDate },
): NotAgreedFacts {
  return {
    plan: { id: of.plan.planId },
    neededSince: since,
    discussedOn: discussion?.on ?? "none",
    workers: (discussion?.workerIds ?? []).map((id) => ({
      id,
      toldManagerOn: discussion?.managersToldOn ?? "not-recorded",
    })),
    hasLead: of.lead !== undefined,
    proposedOn: discussion?.proposedOn ?? "none",
    assessor: peopleIn(cast, "assessor")[0] ?? "not-recorded",
    convenor: cast.proposerId ?? "not-recorded",
    interimContact: of.contact?.practitionerId ?? "none",
    actions: of.actions.flatMap(({ actionId, agencyKind, startsOn, state }) =>
      startsOn === null || !(isLive({ state }) || state === "done")
        ? []
        : [
            {
              id: actionId,
              agency: agencyKind,
              toStartOn: startsOn,
              startedOn: state === "planned" ? "none" : startsOn,
            },
          ],
    ),
    calendar: records.area.calendar,
  };
}

/** The people who owe it: the one the clause knows, else everybody in that role, else whoever is the contact for now. */
function owersOf(cast: Cast, { who, whoId }: DutyFinding): readonly string[] {
  if (whoId !== undefined) return [whoId];
  const people = peopleIn(cast, who);
  const contact = cast.of.contact?.practitionerId;
  return people.length > 0 || contact === undefined ? people : [contact];
}

function dueByOf({ due }: DutyFinding, today: LocalDate): string | undefined {
  if (due === "at-once") return lateFrom({ day: today }).at;
  return typeof due === "string" ? undefined : lateFrom(due).at;
}

/** Takes what clauses ask for, gives rows: one for each person who owes it. */
export function owedRows(
  records: Records,
  cast: Cast,
  findings: readonly DutyFinding[],
  decisionId: string | undefined,
): readonly Owed[] {
  return findings.flatMap((finding) => {
    const dueBy = dueByOf(finding, records.today);
    const account = peopleIn(cast, finding.onAccountOf)[0];
    return owersOf(cast, finding).map((owedBy) => ({
      childId: cast.of.child.childId,
      planId: cast.of.plan.planId,
      act: finding.act,
      rule: finding.rule,
      clause: `${finding.clause.source} ${finding.clause.at}`,
      because: finding.because,
      owedBy,
      ...(account === undefined || account === owedBy ? {} : { onAccountOf: account }),
      ...(dueBy === undefined ? {} : { dueBy }),
      ...(decisionId === undefined ? {} : { decisionId }),
    }));
  });
}

/** Keeps what is newly owed on a plan; what is open already is not owed twice. Sets the plan's clock to the nearest. */
export async function keepOwed(records: Records, cast: Cast, rows: readonly Owed[]): Promise<void> {
  const planId = cast.of.plan.planId;
  const open = new Set(cast.of.duties.map(({ act, owedById }) => `${act} ${owedById}`));
  const added = rows.filter(({ act, owedBy }) => !open.has(`${act} ${owedBy}`));
  await owe(records, added);
  const nearest = rows.flatMap(({ dueBy }) => dueBy ?? []).sort()[0];
  if (nearest !== undefined) await setNeed(records, planId, { leadDueBy: nearest });
  await tell(
    records,
    added
      .filter(({ owedBy }) => owedBy !== records.who.practitionerId)
      .map(({ owedBy, act, because, childId }) => ({
        practitionerId: owedBy,
        ...(childId === undefined ? {} : { childId }),
        planId,
        act,
        words: because,
        link: linkTo.plan(planId),
      })),
  );
}

/**
 * Nobody was agreed on. Where a clause has each worker tell their own line manager at once, the product tells them in
 * this very transaction; the worker's own word to the manager stays owed with its clock.
 */
export async function afterNotAgreed(
  records: Records,
  of: Case,
  cast: Cast,
  discussion: Discussion & { readonly proposedOn: LocalDate },
): Promise<{
  readonly decision: ReturnType<ReturnType<Records["book"]>["book"]["duty"]>;
  readonly managers: readonly string[];
}> {
  const { book } = records.book(of.plan.adoptionId);
  const since = of.plan.leadNeededSince ?? records.today;
  const ask = (managersToldOn?: LocalDate) =>
    book.duty(
      "lead-professional.not-agreed",
      notAgreedFacts(records, of, cast, since, {
        ...discussion,
        ...(managersToldOn === undefined ? {} : { managersToldOn }),
      }),
      records.asAt,
    );
  const decision = ask();
  const atOnce = decision.owed.filter(({ act }) => act === tellsManager);
  const managers = [...new Set(atOnce.flatMap(({ whoId }) => lineManagersOf(cast, whoId)))];
  await tellManagers(records, of, managers);
  const afterTelling = managers.length === 0 ? decision : ask(records.today);
  const added = afterTelling.owed.filter(({ rule }) => !decision.owed.some((known) => known.rule === rule));
  const owed = [...decision.owed.filter(({ act }) => act !== tellsManager), ...added];
  await keepOwed(records, cast, owedRows(records, cast, owed, undefined));
  return { decision: managers.length === 0 ? decision : afterTelling, managers };
}

const tellManagers = (records: Records, of: Case, managers: readonly string[]) =>
  tell(
    records,
    managers.map((practitionerId) => ({
      practitionerId,
      childId: of.child.childId,
      planId: of.plan.planId,
      act: tellsManager,
      words: "The people working with a child did not agree who should lead. One of them reports to you.",
      link: linkTo.plan(of.plan.planId),
    })),
  );
