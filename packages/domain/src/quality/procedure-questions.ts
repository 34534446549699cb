import { factsUsedOf } from "../kernel/facts-used.ts";
import type { DutyQuestion } from "../kernel/question.ts";
import { subject } from "../kernel/subject.ts";
import { OrganisationFacts, ProcedureFacts, SignalsFacts } from "./procedure-model.ts";

export const procedureDuties: DutyQuestion<ProcedureFacts> = {
  shape: "duty",
  title: "Who owes what about the procedure itself?",
  facts: ProcedureFacts,
  factsUsed: ({ area, adoptedOn, reviews, lastEvaluatedOn, lastAuditedOn, author, director, changes, suggestions }) =>
    factsUsedOf(subject("area", area), {
      "adopted on": adoptedOn,
      reviews,
      "last evaluated on": lastEvaluatedOn,
      "last audited on": lastAuditedOn,
      author,
      director,
      changes,
      suggestions,
    }),
};

export const organisationDuties: DutyQuestion<OrganisationFacts> = {
  shape: "duty",
  title: "Which of its own duties does this organisation or area still owe?",
  facts: OrganisationFacts,
  factsUsed: ({ of, seniorManagers, toldStaffOn, coordinator, schoolGroups }) =>
    factsUsedOf(subject(of.kind, of.id), {
      "senior managers": seniorManagers,
      "staff told on": toldStaffOn,
      "co-ordinator": coordinator,
      "school groups": schoolGroups,
    }),
};

export const signals: DutyQuestion<SignalsFacts> = {
  shape: "duty",
  title: "Who has to answer what people signalled?",
  facts: SignalsFacts,
  factsUsed: ({ area, barriers, commitments, challenges }) =>
    factsUsedOf(subject("area", area), { barriers, commitments, challenges }),
};
