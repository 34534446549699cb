import type { DutyQuestion, GateQuestion, MeasureQuestion } from "../kernel/question.ts";
import { thePractitioner } from "../kernel/subject.ts";
import { AllocationFacts, CapacityFacts, ChangeFacts, LoadFacts, WeightFacts, WorkloadDutiesFacts } from "./model.ts";

export const weight: MeasureQuestion<WeightFacts> = {
  shape: "measure",
  unit: "quarter-points",
  title: "What does this case ask of this person?",
  facts: WeightFacts,
  factsUsed: ({ practitionerId, case: held }) => [
    { about: thePractitioner(practitionerId), name: "plan", value: held.planId },
    { about: thePractitioner(practitionerId), name: "role", value: held.role },
    { about: thePractitioner(practitionerId), name: "level of need", value: held.level },
    { about: thePractitioner(practitionerId), name: "practitioners", value: held.practitioners },
    { about: thePractitioner(practitionerId), name: "child sections", value: held.childSections },
    { about: thePractitioner(practitionerId), name: "expected months", value: held.expectedMonths },
  ],
};

export const load: MeasureQuestion<LoadFacts> = {
  shape: "measure",
  unit: "quarter-points",
  title: "What do this person's cases ask of them?",
  facts: LoadFacts,
  factsUsed: ({ practitionerId, cases, namedPersonFor }) => [
    {
      about: thePractitioner(practitionerId),
      name: "cases",
      value: cases.map((held) => `${held.planId} ${held.role}`),
    },
    ...(namedPersonFor === undefined
      ? []
      : [{ about: thePractitioner(practitionerId), name: "named person for", value: namedPersonFor.children }]),
  ],
};

export const capacity: MeasureQuestion<CapacityFacts> = {
  shape: "measure",
  unit: "quarter-points",
  title: "How much can this person carry?",
  facts: CapacityFacts,
  factsUsed: ({ practitionerId, posts }) => [
    {
      about: thePractitioner(practitionerId),
      name: "posts",
      value: posts.map((post) => `${post.postId} ${post.agreedCapacity} ${post.leading}`),
    },
    ...posts.flatMap(({ postId, hours }) =>
      hours === undefined
        ? []
        : [
            {
              about: thePractitioner(practitionerId),
              name: `hours of ${postId}`,
              value: [`${hours.agreedFor}`, `${hours.now}`],
            },
          ],
    ),
    ...posts.flatMap(({ postId, reductions = [] }) =>
      reductions.map(({ from, until, quarterPoints }) => ({
        about: thePractitioner(practitionerId),
        name: `taken off ${postId}`,
        value: [from, until ?? "", `${quarterPoints}`],
      })),
    ),
  ],
};

export const allocation: GateQuestion<AllocationFacts> = {
  shape: "gate",
  title: "May this person be given one more case to lead?",
  facts: AllocationFacts,
  factsUsed: ({ practitionerId, load: before, loadAfter, capacity: most, managers, reasonGiven }) => [
    { about: thePractitioner(practitionerId), name: "load", value: before },
    { about: thePractitioner(practitionerId), name: "load after", value: loadAfter },
    { about: thePractitioner(practitionerId), name: "capacity", value: most },
    {
      about: thePractitioner(practitionerId),
      name: "managers acknowledged",
      value: managers.map((manager) => `${manager.id} ${manager.acknowledged}`),
    },
    { about: thePractitioner(practitionerId), name: "reason given", value: reasonGiven },
  ],
};

export const change: GateQuestion<ChangeFacts> = {
  shape: "gate",
  title: "May this manager change who does what?",
  facts: ChangeFacts,
  factsUsed: ({ act, by, planId, holds, from, to, dueOn }) => [
    { about: thePractitioner(to), name: act, value: [planId, by.id, by.role, holds, from, dueOn] },
  ],
};

export const duties: DutyQuestion<WorkloadDutiesFacts> = {
  shape: "duty",
  title: "Who owes what about this person's workload?",
  facts: WorkloadDutiesFacts,
  factsUsed: ({ practitionerId, team, alert, appointment, ...rest }) => {
    const about = thePractitioner(practitionerId);
    return [
      { about, name: "manager", value: rest.manager },
      { about, name: "leads since", value: rest.leadsSince },
      { about, name: "load reviewed on", value: rest.lastReviewOn },
      { about, name: "team", value: typeof team === "string" ? team : [team.id, team.lastReviewOn] },
      { about, name: "alert", value: typeof alert === "string" ? alert : [alert.on, alert.answeredOn] },
      { about, name: "school support staff", value: rest.isSchoolSupportStaff },
      { about, name: "minutes of leading", value: rest.leadMinutes },
      { about, name: "minutes lifted", value: rest.liftedMinutes },
      {
        about,
        name: "appointment",
        value: typeof appointment === "string" ? appointment : [appointment.startsOn, appointment.impactAddressedOn],
      },
    ];
  },
};
