import {
  AnswerPlanView,
  advocacySteps,
  agreementsToAction,
  DomainError,
  deniedBecause,
  explanations,
  IdSchema,
  nextAdvocacySteps,
  planKinds,
  RecordAdvocacy,
  RecordAgreement,
  RecordExplained,
  RecordPlanView,
  RecordTakingPart,
  takingParts,
  understandings,
  whoseWords,
} from "@linchpin/domain";
import { z } from "zod";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { plansReached } from "../plan/follows.ts";
import {
  advocacyOf,
  advocacyOwed,
  askAgreement,
  askTakingPart,
  askVoices,
  followExplaining,
} from "./their-word-rules.ts";
import {
  type AdvocacyRow,
  addView,
  addViewAnswer,
  addWords,
  closedPlan,
  isInDispute,
  lockMember,
  type OfChildsPlan,
  type PlanWord,
  planOfChild,
  planWordsOf,
} from "./their-word-store.ts";
import { TheirWordDone, TheirWordView } from "./their-word-views.ts";

/** Advocacy for one of them: what was recorded since it was last considered, and what can be recorded next. */
const advocacyView = (whose: "child" | "family", trail: readonly AdvocacyRow[]) => ({
  whose: { code: whose, label: whoseWords[whose].label },
  steps: trail.map(({ step, on, by, name, words }) => ({
    step: { code: step, label: advocacySteps[step].label },
    ...{ on, by },
    ...(name === null ? {} : { name }),
    ...(words === null ? {} : { words }),
  })),
  next: nextAdvocacySteps(trail).map((code) => ({ code, label: advocacySteps[code].label })),
});

const both = ["child", "family"] as const;

const labels = { ...takingParts, ...understandings, ...agreementsToAction };

const said = (word: PlanWord | undefined) =>
  word === undefined
    ? undefined
    : {
        answer: { code: word.answer, label: labels[word.answer].label },
        ...(word.words === null ? {} : { words: word.words }),
        ...(word.form === null ? {} : { form: word.form }),
        ...(word.name === null ? {} : { name: word.name }),
        on: word.on,
        by: word.by,
      };

/** What child and family said of one plan of a child. */
async function viewOf(records: Records, of: OfChildsPlan): Promise<TheirWordView> {
  const plan = await planOfChild(records, of);
  if (plan === undefined) throw new DomainError({ kind: "not-visible", what: "plan" });
  const held = await records.relationsTo(of.childId);
  const found = await planWordsOf(records, of);
  const word = (whose: PlanWord["whose"], about: PlanWord["about"], actionId?: string) => {
    const one = said(
      found.words.find(
        (each) =>
          each.whose === whose && each.about === about && (actionId === undefined || each.actionId === actionId),
      ),
    );
    return one === undefined ? {} : one;
  };
  const given = <K extends string>(key: K, one: object) =>
    (Object.keys(one).length === 0 ? {} : { [key]: one }) as { [key in K]?: NonNullable<ReturnType<typeof said>> };
  const partOf = (whose: PlanWord["whose"]) => ({
    whose: { code: whose, label: whoseWords[whose].label },
    ...given("part", word(whose, "taking-part")),
    ...given("planExplained", word(whose, "plan-explained")),
    ...given("leadExplained", word(whose, "lead-explained")),
  });
  const shut =
    plan.state === "closed"
      ? "This plan is closed."
      : deniedBecause("plan.their-word.record", records.who.role, held)?.words;
  const shutToAnswers =
    plan.state === "closed" ? "This plan is closed." : deniedBecause("plan.change", records.who.role, held)?.words;
  const isDisputed = await isInDispute(records, of.planId);
  const voices = askVoices(records, of, found, isDisputed);
  const owed = advocacyOwed(voices);
  const { trails } = advocacyOf(found);
  const takingPart = askTakingPart(records, of, found);
  const agreement = askAgreement(records, of, found);
  const words = (decision: typeof agreement) =>
    decision === undefined ? {} : { says: decision.findings.map(({ because }) => because) };
  return {
    ...of,
    childName: plan.childName,
    planTitle: planKinds[plan.kind as keyof typeof planKinds]?.label ?? "Plan",
    isAgreed: plan.isAgreed,
    voices: [partOf("child"), partOf("family")],
    actions: found.actions.map(({ actionId, what, owner }) => ({
      actionId,
      what,
      ...(owner === null ? {} : { owner }),
      ...given("child", word("child", "agreement", actionId)),
      ...given("family", word("family", "agreement", actionId)),
    })),
    views: found.views.map(({ viewId, whose, words: said, how, name, on, by, answer }) => ({
      ...{ viewId, words: said, how, on, by },
      whose: { code: whose, label: whoseWords[whose].label },
      ...(name === null ? {} : { name }),
      ...(answer === null ? {} : { answer }),
    })),
    advocacy: {
      isAsked: voices !== undefined,
      isGap: isDisputed && owed.some(({ act }) => act === "plan.consider-advocacy"),
      says: owed.map(({ because }) => because),
      voices: both.map((whose) => advocacyView(whose, trails[whose])),
    },
    takingPart: { isAsked: takingPart !== undefined, ...words(takingPart) },
    agreement: { isAsked: agreement !== undefined, ...words(agreement) },
    record: shut === undefined ? { may: true } : { may: false, why: shut },
    answerViews: shutToAnswers === undefined ? { may: true } : { may: false, why: shutToAnswers },
  };
}

const get = practitionerProcedure("plan.read")
  .input(z.object({ planId: IdSchema, childId: IdSchema }))
  .output(TheirWordView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(input.childId);
      if ((await plansReached(records, held, [input])).length === 0)
        throw new DomainError({ kind: "not-visible", what: "plan" });
      return viewOf(records, input);
    }),
  );

/** Holds the plan of this child for a word that is recorded on it. */
async function ready(records: Records, { planId, childId }: OfChildsPlan, on: string) {
  await records.authorise(childId);
  await lockMember(records, { planId, childId });
  const plan = await planOfChild(records, { planId, childId });
  if (plan === undefined) throw new DomainError({ kind: "not-visible", what: "plan" });
  if (plan.state === "closed") throw closedPlan();
  if (on > records.today) refuseInput("on", "Enter a day that is not in the future");
}

const takingPart = practitionerProcedure("plan.their-word.record")
  .input(RecordTakingPart)
  .output(TheirWordDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, whose, part, words, on } = input;
      await ready(records, input, on);
      await addWords(records, [{ planId, childId, whose, about: "taking-part", answer: part, words, saidOn: on }]);
      await records.keep({
        childId,
        planId,
        act: "plan.took-part",
        title: `${whoseWords[whose].label} ${part === "took-part" ? "took part in making the plan" : "could not take part in making the plan"}`,
        detail: words,
      });
      return { planId };
    }),
  );

const explained = practitionerProcedure("plan.their-word.record")
  .input(RecordExplained)
  .output(TheirWordDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, whose, what, form, understood, on } = input;
      await ready(records, input, on);
      const about = what === "plan" ? ("plan-explained" as const) : ("lead-explained" as const);
      await addWords(records, [{ planId, childId, whose, about, answer: understood, form, saidOn: on }]);
      await records.keep({
        childId,
        planId,
        act: "plan.explained",
        title: `${explanations[what].label}: explained to the ${whose}, ${understood === "understood" ? "and understood" : "and not understood"}`,
        detail: form,
      });
      await followExplaining(records, { planId, childId });
      return { planId };
    }),
  );

/** One step of advocacy: considered, offered, accepted or declined, brought together; none before the one it follows (GIR-37, HIG-97). */
const advocacy = practitionerProcedure("plan.their-word.record")
  .input(RecordAdvocacy)
  .output(TheirWordDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, whose, step, on, advocate, words } = input;
      await ready(records, input, on);
      const trail = advocacyOf(await planWordsOf(records, input)).trails[whose];
      if (!nextAdvocacySteps(trail).includes(step)) refuseInput("step", "Record what comes before it first");
      const before = trail.at(-1);
      if (before !== undefined && on < before.on)
        refuseInput("on", "Enter a day that is not before what was recorded last");
      const name = step === "linked" ? (advocate ?? null) : null;
      await addWords(records, [
        { planId, childId, whose, about: "advocacy", answer: step, name, words: words ?? null, saidOn: on },
      ]);
      await records.keep({
        childId,
        planId,
        act: "plan.advocacy-recorded",
        title: `Somebody to speak for the ${whose}: ${lower(advocacySteps[step].label)}${name === null ? "" : `, ${name}`}`,
        ...(words === undefined ? {} : { detail: words }),
      });
      await followExplaining(records, { planId, childId });
      return { planId };
    }),
  );

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const agreement = practitionerProcedure("plan.their-word.record")
  .input(RecordAgreement)
  .output(TheirWordDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, whose, name, how, on, answers } = input;
      await ready(records, input, on);
      const { actions } = await planWordsOf(records, input);
      const open = new Set(actions.map(({ actionId }) => actionId));
      for (const [index, { actionId }] of answers.entries())
        if (!open.has(actionId)) refuseInput(`answers.${index}.actionId`, "This action is no longer open on the plan");
      await addWords(
        records,
        answers.map(({ actionId, answer, why }) => ({
          planId,
          childId,
          whose,
          about: "agreement" as const,
          answer,
          words: answer === "agreed" ? null : (why ?? null),
          form: how,
          name: name ?? null,
          actionId,
          saidOn: on,
        })),
      );
      const against = answers.flatMap(({ actionId, answer }) =>
        answer === "agreed" ? [] : [(actions.find((one) => one.actionId === actionId)?.what ?? "") as string],
      );
      await records.keep({
        childId,
        planId,
        act: "plan.agreement-said",
        title:
          against.length === 0
            ? `${whoseWords[whose].label} agrees to the actions of the plan`
            : `${whoseWords[whose].label} agrees to the plan but for ${against.length === 1 ? "one action" : `${against.length} actions`}`,
        ...(against.length === 0 ? {} : { detail: against.join("; ") }),
      });
      return { planId };
    }),
  );

/** What child or family think of the plan, in their words: whoever speaks with them writes it down, and whoever leads hears of it (GIR-75). */
const view = practitionerProcedure("plan.their-word.record")
  .input(RecordPlanView)
  .output(TheirWordDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, whose, words, how, name, on } = input;
      await ready(records, input, on);
      await addView(records, { planId, childId, whose, words, how, name: name ?? null, saidOn: on });
      await records.keep({
        childId,
        planId,
        act: "plan.view-recorded",
        title: `${whoseWords[whose].label} said what ${whose === "child" ? "it thinks" : "they think"} of the plan`,
        detail: words,
      });
      await followExplaining(records, { planId, childId });
      const answersId = (await planOfChild(records, input))?.answersId;
      if (answersId !== null && answersId !== undefined && answersId !== records.who.practitionerId)
        await tell(records, [
          {
            practitionerId: answersId,
            ...{ planId, childId },
            act: "plan.view-recorded",
            words: `${whose === "child" ? "A child" : "A family"} said what they think of a plan. Answer it.`,
            link: linkTo.theirWord(childId, planId),
          },
        ]);
      return { planId };
    }),
  );

/** How a view was taken into account, or why it was not followed. Whoever may change the plan answers. */
const answerView = practitionerProcedure("plan.change")
  .input(AnswerPlanView)
  .output(TheirWordDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, viewId, words, on } = input;
      await ready(records, input, on);
      const { views } = await planWordsOf(records, input);
      const answered = views.find((one) => one.viewId === viewId);
      if (answered === undefined) throw new DomainError({ kind: "not-visible", what: "plan" });
      if (on < answered.on) refuseInput("on", "Enter a day that is not before they said it");
      await addViewAnswer(records, { planId, childId, viewId, words, answeredOn: on });
      await records.keep({
        childId,
        planId,
        act: "plan.view-answered",
        title: `What the ${answered.whose} thinks of the plan was answered`,
        detail: words,
      });
      await followExplaining(records, { planId, childId });
      return { planId };
    }),
  );

export const theirWord = router({ get, takingPart, explained, advocacy, agreement, view, answerView });
