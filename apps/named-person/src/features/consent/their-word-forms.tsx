import {
  AdvocacyOnScreen,
  AgreementOnScreen,
  agreementsToAction,
  ExplainedOnScreen,
  limits,
  TakingPartOnScreen,
  takingParts,
  understandings,
  whoseWords,
} from "@linchpin/domain";
import { fromForm, optionsOf, useChange } from "@linchpin/portal";
import { DateField, Radios, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { trpc } from "../../api.ts";
import { KeptPlanForm } from "../plan/form-page.tsx";
import { theirWordQuery } from "./their-word-queries.ts";

type Of = { readonly childId: string; readonly planId: string; readonly whose: "child" | "family" };
type OfPlan = Of & { readonly idempotencyKey: string };
type Props<Values extends FieldValues, Said> = Pick<
  ComponentProps<typeof KeptPlanForm<Values, Said>>,
  "title" | "form" | "kept" | "error" | "children"
> & { readonly of: Of; readonly record: (said: Said, of: OfPlan) => Promise<unknown> };

/** What every one of these forms is: of one of them, back to what both say. */
function WordForm<Values extends FieldValues, Said>({ of, kept, record, ...asked }: Props<Values, Said>) {
  const { planId, childId, whose } = of;
  const { data } = useSuspenseQuery(theirWordQuery(planId, childId));
  return (
    <KeptPlanForm
      {...asked}
      of={of}
      back="/children/$childId/plans/$planId/their-word"
      caption={`${whoseWords[whose].label}: ${data.childName}`}
      submit="Record it"
      kept={{ ...kept, as: `${kept.as}:${planId}:${whose}` }}
      may={data.record}
      record={(said, idempotencyKey) => record(said, { childId, planId, whose, idempotencyKey })}
    />
  );
}

const partRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/their-word/$whose/part");
const Part = fromForm(TakingPartOnScreen);

/** How one of them took part in making the plan, or why they could not (HIG-45). */
export function TakingPartPage() {
  const change = useChange(trpc.consent.theirWord.takingPart.mutationOptions());
  return (
    <WordForm
      of={partRoute.useParams()}
      title="How did they take part in making the plan?"
      form={useCommandForm(Part)}
      kept={{ as: "their-part", fields: ["words"] }}
      error={change.error}
      record={(said, of) => change.mutateAsync({ ...said, ...of })}
    >
      <Radios name="part" label="Did they take part?" options={optionsOf(takingParts)} />
      <TextArea
        name="words"
        label="How, or why could they not?"
        hint="A baby and a child who does not speak take part too: what was done, and what did they show?"
        rows={4}
        most={limits.prose}
      />
      <DateField name="on" label="On which day?" />
    </WordForm>
  );
}

const advocacyRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/their-word/$whose/advocacy");
const Advocacy = fromForm(AdvocacyOnScreen);

/** One step of advocacy for one of them: only what can come next is offered (GIR-37, HIG-97). */
export function AdvocacyPage() {
  const of = advocacyRoute.useParams();
  const { data } = useSuspenseQuery(theirWordQuery(of.planId, of.childId));
  const change = useChange(trpc.consent.theirWord.advocacy.mutationOptions());
  const next = data.advocacy.voices.find(({ whose }) => whose.code === of.whose)?.next ?? [];
  return (
    <WordForm
      of={of}
      title="Somebody to speak for them"
      form={useCommandForm(Advocacy)}
      kept={{ as: "their-advocacy", fields: ["words", "advocate"] }}
      error={change.error}
      record={(said, ofPlan) => change.mutateAsync({ ...said, ...ofPlan })}
    >
      <Radios
        name="step"
        label="What happened?"
        options={next.map(({ code, label }) =>
          code === "linked"
            ? {
                value: code,
                label,
                reveal: <TextField name="advocate" label="Who is the advocate?" hint="The name, and where from" />,
              }
            : { value: code, label },
        )}
      />
      <TextArea
        name="words"
        label="Why, or what was said?"
        hint="Needed where it is considered: why somebody is needed, or why nobody is."
        rows={3}
        most={limits.prose}
        optional
      />
      <DateField name="on" label="On which day?" />
    </WordForm>
  );
}

const explainedRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/their-word/$whose/explained/$what");
const Explained = fromForm(ExplainedOnScreen);
const explaining = { plan: "Explaining the plan", lead: "Explaining why this person leads" } as const;

/** That the plan, or why this person leads, was explained to one of them, and whether they understood (HIG-49, GIR-25). */
export function ExplainedPage() {
  const { what, ...of } = explainedRoute.useParams();
  const change = useChange(trpc.consent.theirWord.explained.mutationOptions());
  return (
    <WordForm
      of={of}
      title={explaining[what]}
      form={useCommandForm(Explained)}
      kept={{ as: `their-explained:${what}`, fields: ["form"] }}
      error={change.error}
      record={(said, ofPlan) => change.mutateAsync({ ...said, ...ofPlan, what })}
    >
      <TextField name="form" label="How was it explained?" hint="For example, a talk, a letter, the picture version" />
      <Radios name="understood" label="Was it understood?" options={optionsOf(understandings)} />
      <DateField name="on" label="On which day?" />
    </WordForm>
  );
}

const agreementRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/their-word/$whose/agreement");
const Agreement = fromForm(AgreementOnScreen);

/** What one of them says to each action, with what stands against it in their words (BOL-4.8). */
export function AgreementPage() {
  const of = agreementRoute.useParams();
  const { data } = useSuspenseQuery(theirWordQuery(of.planId, of.childId));
  const change = useChange(trpc.consent.theirWord.agreement.mutationOptions());
  const answers = data.actions.map(({ actionId }) => ({ actionId })) as z.input<typeof Agreement>["answers"];
  return (
    <WordForm
      of={of}
      title="What do they agree to?"
      form={useCommandForm(Agreement, { defaultValues: { answers } })}
      kept={{ as: "their-agreement", fields: ["answers"] }}
      error={change.error}
      record={(said, ofPlan) => change.mutateAsync({ ...said, ...ofPlan })}
    >
      {data.actions.map(({ actionId, what }, index) => (
        <Radios
          key={actionId}
          name={`answers.${index}.answer`}
          label={`${index + 1}. ${what}`}
          options={optionsOf(agreementsToAction).map((option) =>
            option.value === "not-agreed" ? { ...option, reveal: <Against index={index} /> } : option,
          )}
        />
      ))}
      {of.whose === "family" && <TextField name="name" label="Who said it?" optional />}
      <TextField name="how" label="How were they asked?" hint="For example, at the meeting" />
      <DateField name="on" label="On which day?" />
    </WordForm>
  );
}

const Against = ({ index }: { readonly index: number }) => (
  <TextArea
    name={`answers.${index}.why`}
    label="What stands against it, in their words?"
    rows={2}
    most={limits.prose}
  />
);
