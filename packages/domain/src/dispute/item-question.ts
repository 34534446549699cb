import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { GateQuestion } from "../kernel/question.ts";
import { subject } from "../kernel/subject.ts";
import { ItemFacts } from "./item-model.ts";

export const youthItem: GateQuestion<ItemFacts> = {
  shape: "gate",
  title: "May this item be placed with the group?",
  facts: ItemFacts,
  factsUsed: ({ item: of, kind }) => used(subject("area", of.id), { "kind of youth item": kind }),
};
