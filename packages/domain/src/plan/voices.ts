import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { type Subject, subject, theChild } from "../kernel/subject.ts";
import { startingLarge } from "../kernel/words.ts";
import type { Explained, TakingPartFacts, View, VoicesFacts } from "./voices-model.ts";

type Voices = DutyRule<VoicesFacts>;
type TakingPart = GateRule<TakingPartFacts>;
type Whose = View["of"];

const ofLead = { who: "lead-professional", due: "at-once", onAccountOf: "lead-professional" } as const;
const both: readonly Whose[] = ["child", "family"];
const aboutOf = ({ child }: { readonly child: { readonly id: string } }, whose: Whose): Subject =>
  whose === "child" ? theChild(child.id) : subject("family", child.id);

/** Child and family each have views of their own, with the day, how they were had and by whom. One that is missing is a gap. */
export const viewsOfEach = (given: RuleHead): Voices => ({
  ...given,
  title: "The child's and the family's own views are there",
  force: "must",
  apply: (facts): readonly DutySaid[] => {
    const { views } = facts;
    const gaps = both
      .filter((whose) => views === "not-recorded" || !views.some((view) => view.of === whose))
      .map(
        (whose): DutySaid => ({
          ...ofLead,
          act: `plan.ask-${whose}s-view`,
          about: aboutOf(facts, whose),
          because: `No view of the ${whose === "child" ? "child's" : "family's"} own is recorded. Ask, and write down what was said, how and by whom.`,
        }),
      );
    const unfinished = (views === "not-recorded" ? [] : views)
      .filter(({ saysHow, by }) => !saysHow || by === "none" || by === "not-recorded")
      .map(
        (view): DutySaid => ({
          ...ofLead,
          act: "plan.complete-view",
          about: aboutOf(facts, view.of),
          because: `Of what the ${view.of} said on ${inWords(view.on)} it is not recorded how it was asked for, or by whom.`,
        }),
      );
    return [...gaps, ...unfinished];
  },
});

/** Each view has an answer: how it was taken into account, or why it was not followed. */
export const viewsAreAnswered = (given: RuleHead): Voices => ({
  ...given,
  title: "Each view has an answer",
  force: "must",
  apply: (facts): readonly DutySaid[] =>
    unanswered(facts.views).map((view) => ({
      ...ofLead,
      act: "plan.answer-view",
      about: aboutOf(facts, view.of),
      because: `What the ${view.of} said on ${inWords(view.on)} has no answer yet. Write down how it was taken into account, or why it was not followed.`,
    })),
});

const unanswered = (views: VoicesFacts["views"]): readonly View[] =>
  views === "not-recorded" ? [] : views.filter(({ answeredOn }) => !isLocalDate(answeredOn));

type Explains = { readonly what: Explained["what"]; readonly says: string };

/** Something is explained to the child and to the family, in a form that suits each; what was not understood is explained again. */
export const explainedToEach = (given: RuleHead, { what, says }: Explains): Voices => ({
  ...given,
  title: `${startingLarge(says)}: explained to child and family`,
  force: "must",
  apply: (facts): readonly DutySaid[] =>
    both.flatMap((whose): readonly DutySaid[] => {
      const owed = { ...ofLead, about: aboutOf(facts, whose) } as const;
      const last = (facts.explained === "not-recorded" ? [] : facts.explained)
        .filter((one) => one.what === what && one.to === whose)
        .sort((a, b) => b.on.localeCompare(a.on))[0];
      if (last === undefined)
        return [
          {
            ...owed,
            act: `plan.explain-${what}-to-${whose}`,
            because:
              facts.explained === "not-recorded"
                ? `It is not recorded whether the ${whose} was told ${says}.`
                : `Tell the ${whose} ${says}, and write down in which form and whether it was understood.`,
          },
        ];
      const on = inWords(last.on);
      if (last.understood === "not-understood")
        return [
          {
            ...owed,
            act: `plan.explain-${what}-again-to-${whose}`,
            because: `On ${on} the ${whose} was told ${says} and did not understand it. Explain it again, in another form.`,
          },
        ];
      if (last.understood === "understood" && last.saysHow) return [];
      return [
        {
          ...owed,
          act: `plan.complete-explanation-to-${whose}`,
          because: `On ${on} the ${whose} was told ${says}. Write down in which form, and whether it was understood.`,
        },
      ];
    }),
});

/** Whether somebody should speak for the child or the family is thought about; where it is needed it is offered, answered and arranged. */
export const advocacyIsThoughtAbout = (given: RuleHead): Voices => ({
  ...given,
  title: "Specialist advocacy is considered, offered and arranged",
  apply: (facts): DutySaid | undefined => {
    const { advocacy, plan, child } = facts;
    const owed = { ...ofLead, about: theChild(child.id) } as const;
    if (advocacy === "none" || advocacy === "not-recorded")
      return {
        ...owed,
        act: "plan.consider-advocacy",
        because: `${plan.isInDispute === true ? "The plan is in dispute, and nobody" : "Nobody"} has recorded whether the child or the family needs somebody to speak for them. Think about it and record it.`,
      };
    if (advocacy.isNeeded === "not-recorded")
      return {
        ...owed,
        act: "plan.consider-advocacy",
        because: `Advocacy was considered on ${inWords(advocacy.consideredOn)}. Record whether it is needed.`,
      };
    if (!advocacy.isNeeded || advocacy.answer === "declined") return undefined;
    if (!isLocalDate(advocacy.offeredOn))
      return { ...owed, act: "plan.offer-advocacy", because: "Advocacy is needed. Offer it, and write down the day." };
    if (advocacy.answer !== "accepted")
      return {
        ...owed,
        act: "plan.record-answer-on-advocacy",
        because: `Advocacy was offered on ${inWords(advocacy.offeredOn)}. Write down whether it is accepted or declined.`,
      };
    return isLocalDate(advocacy.linkedOn) && advocacy.advocate !== "none" && advocacy.advocate !== "not-recorded"
      ? undefined
      : {
          ...owed,
          act: "plan.link-advocate",
          because: "Advocacy is accepted. Name the advocate, and the day on which they are brought together.",
        };
  },
});

/** Without an entry on how the child and the family took part the plan stays a draft. */
export const tookPartInMakingIt = (given: RuleHead): TakingPart => ({
  ...given,
  title: "Child and family took part in making the plan",
  force: "must",
  apply: (facts, asAt): readonly GateSaid[] =>
    both.map((whose): GateSaid => {
      const about = aboutOf(facts, whose);
      const part = whose === "child" ? facts.childsPart : facts.familysPart;
      if (part === "not-recorded")
        return {
          effect: "unknown",
          missing: `how the ${whose} took part`,
          about,
          because: `It is not recorded how the ${whose} took part in making the plan. It stays a draft until it is.`,
        };
      if (part === "none")
        return {
          effect: "prevents",
          about,
          because: `The ${whose} has not taken part in making the plan. It stays a draft until the ${whose} has, or it is written down why that is not possible.`,
        };
      const on = inWords(part.on);
      if (part.on > dayOf(asAt))
        return {
          effect: "prevents",
          from: part.on,
          about,
          because: `The ${whose} takes part on ${on}. The plan stays a draft until then.`,
        };
      if (!part.saysHow)
        return {
          effect: "unknown",
          missing: part.how === "took-part" ? `how the ${whose} took part` : `why the ${whose} could not take part`,
          about,
          because: `Write down ${part.how === "took-part" ? "how" : "why"} the ${whose} ${part.how === "took-part" ? "took part" : "could not take part"}.`,
        };
      return {
        effect: "permits",
        about,
        because:
          part.how === "took-part"
            ? `The ${whose} took part on ${on}.`
            : `It is written down why the ${whose} could not take part.`,
      };
    }),
});

/** A view without an answer is a warning when the plan is agreed: the answer is written in, and then it is through. */
export const answersAreWritten = (given: RuleHead): TakingPart => ({
  ...given,
  title: "Views are answered before the plan is agreed",
  apply: (facts): GateSaid | readonly GateSaid[] => {
    if (facts.views === "not-recorded")
      return {
        effect: "unknown",
        missing: "the views of child and family",
        about: theChild(facts.child.id),
        because: "It is not recorded what child and family think of the plan.",
      };
    return unanswered(facts.views).map((view) => ({
      effect: "permits-if",
      about: aboutOf(facts, view.of),
      because: `What the ${view.of} said on ${inWords(view.on)} has no answer yet.`,
      needs: [
        {
          what: "reason",
          from: "lead-professional",
          for: `how ${view.id} was taken into account, or why it was not followed`,
          code: "view-answered",
        },
      ],
    }));
  },
});
