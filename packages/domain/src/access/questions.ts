import { factsUsedOf } from "../kernel/facts-used.ts";
import type { GateQuestion } from "../kernel/question.ts";
import { subject } from "../kernel/subject.ts";
import { AccessFacts } from "./model.ts";

export const access: GateQuestion<AccessFacts> = {
  shape: "gate",
  title: "May this person see or do this?",
  facts: AccessFacts,
  factsUsed: ({ person, roles, act, about, ties }) =>
    factsUsedOf(subject(about.kind, about.id), { [act]: person, roles, ties }),
};
