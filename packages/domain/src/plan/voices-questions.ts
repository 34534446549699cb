import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { type FactUsed, subject, theChild } from "../kernel/subject.ts";
import { TakingPartFacts, VoicesFacts } from "./voices-model.ts";

type Of = { readonly child: { readonly id: string }; readonly views: VoicesFacts["views"] };
const family = (id: string) => subject("family", id);

/** A view itself is never kept with a decision: its day, and whether it has an answer. */
const viewsUsed = ({ child, views }: Of): readonly FactUsed[] =>
  views === "not-recorded"
    ? used(theChild(child.id), { views })
    : views.flatMap((one) =>
        used(one.of === "child" ? theChild(child.id) : family(child.id), {
          [`view ${one.id}`]: [one.on, one.answeredOn],
        }),
      );

export const voices: DutyQuestion<VoicesFacts> = {
  shape: "duty",
  title: "Are child and family heard in this plan?",
  facts: VoicesFacts,
  factsUsed: ({ child, plan, views, explained, advocacy }) => [
    ...used(subject("area", plan.id), { "in dispute": plan.isInDispute }),
    ...viewsUsed({ child, views }),
    ...(explained === "not-recorded"
      ? used(theChild(child.id), { explained })
      : explained.flatMap((one) =>
          used(one.to === "child" ? theChild(child.id) : family(child.id), {
            [`${one.what} explained on ${one.on}`]: one.understood,
          }),
        )),
    ...used(theChild(child.id), { advocacy }),
  ],
};

export const takingPart: GateQuestion<TakingPartFacts> = {
  shape: "gate",
  title: "May this plan be agreed, as far as child and family took part in it?",
  facts: TakingPartFacts,
  factsUsed: ({ child, views, childsPart, familysPart }) => [
    ...used(theChild(child.id), { "child's part": childsPart }),
    ...used(family(child.id), { "family's part": familysPart }),
    ...viewsUsed({ child, views }),
  ],
};
