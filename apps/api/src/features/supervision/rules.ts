import { DomainError, type GateDecision, type RecordSession, type SessionFacts } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";

type CaseFacts = SessionFacts["cases"][number];
const blank: CaseFacts["prompts"] = {
  presentingNeed: false,
  whatTheLeadCanDo: false,
  specialistSupport: false,
  othersWorkDirectly: false,
};

const ask = (records: Records, facts: Omit<SessionFacts, "needs">): GateDecision =>
  records.book().book.gate("supervision.session", { ...facts, needs: [] }, records.asAt);

const needs = ({ findings }: GateDecision) =>
  findings.flatMap((finding) => (finding.liftedBy === undefined && "needs" in finding ? (finding.needs ?? []) : []));

/** Whether the book asks the four questions of each child in a planned session. */
export const asksFourQuestions = (records: Records, practitionerId: string): boolean =>
  needs(
    ask(records, {
      id: practitionerId,
      practitionerId,
      kind: "formal",
      heldOn: records.today,
      hasNote: true,
      cases: [{ planId: practitionerId, isFilledIn: true, prompts: blank, risks: [] }],
    }),
  ).some(({ code }) => code === "four-questions");

/** What the two supervisors of a person show each other, as the book has it. Where no clause speaks, nothing. */
export function sharesOf(records: Records, practitionerId: string) {
  const may = (what: "shared-summary" | "shared-actions") =>
    records.book().book.gate(
      "supervision.note",
      {
        practitionerId,
        strand: "lead",
        what,
        reader: { id: records.who.practitionerId, role: "line-manager", supervises: "practice" },
      },
      records.asAt,
    ).answer === "permits";
  return { summary: may("shared-summary"), actions: may("shared-actions") };
}

const questions = ["presentingNeed", "whatTheLeadCanDo", "specialistSupport", "othersWorkDirectly"] as const;

const labels = {
  presentingNeed: "Enter what is needed now",
  whatTheLeadCanDo: "Enter what the lead professional can do",
  specialistSupport: "Enter where specialist support is needed",
  othersWorkDirectly: "Enter where others work with the child directly",
} as const;

/** Refuses a session that the book does not let be closed as it stands, beside the field that is missing. */
export function mayBeClosed(
  records: Records,
  sessionId: string,
  input: RecordSession,
  caseIds: readonly string[],
): GateDecision {
  const said = input.cases.map((one) => ({ ...one, isLeftOut: one.leftOutBecause !== undefined }));
  const decision = ask(records, {
    id: sessionId,
    practitionerId: input.practitionerId,
    kind: input.kind,
    heldOn: input.heldOn,
    hasNote: input.note.trim() !== "",
    cases: caseIds.map((childId) => {
      const one = said.find((other) => other.childId === childId);
      const isFilledIn =
        one !== undefined && [one.note, ...questions.map((key) => one[key])].some((words) => words !== undefined);
      return {
        planId: childId,
        isFilledIn,
        prompts: {
          presentingNeed: one?.presentingNeed !== undefined,
          whatTheLeadCanDo: one?.whatTheLeadCanDo !== undefined,
          specialistSupport: one?.specialistSupport !== undefined,
          othersWorkDirectly: one?.othersWorkDirectly !== undefined,
        },
        risks: [],
      };
    }),
  });
  if (decision.answer === "prevents" || decision.answer === "unknown" || decision.answer === "refers")
    throw new DomainError({ kind: "rule-prevents", decision });
  const wanted = needs(decision);
  for (const [at, childId] of caseIds.entries()) {
    const index = said.findIndex((one) => one.childId === childId);
    const one = said[index];
    const field = (name: string) => `cases.${index === -1 ? at : index}.${name}`;
    if (one?.isLeftOut) continue;
    const talked = one !== undefined && (one.note !== undefined || questions.some((key) => one[key] !== undefined));
    if (!talked) {
      if (wanted.some(({ code }) => code === "case-left-out"))
        refuseInput(field("note"), "Enter what was said of this child, or why the child was not talked about");
      continue;
    }
    const missing = questions.find((key) => one[key] === undefined);
    if (missing !== undefined && wanted.some(({ code }) => code === "four-questions"))
      refuseInput(field(missing), labels[missing]);
  }
  return decision;
}
