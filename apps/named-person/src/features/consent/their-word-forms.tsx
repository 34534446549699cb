import {
  AgreementOnScreen,
  agreementsToAction,
  ExplainedOnScreen,
  explanations,
  limits,
  TakingPartOnScreen,
  takingParts,
  understandings,
  whoseWords,
} from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { DateField, Form, Page, Radios, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { theirWordQuery } from "./their-word-queries.ts";

type Of = { readonly childId: string; readonly planId: string; readonly whose: "child" | "family" };

/** What all three forms stand on: whose word it is, and the way back. */
function useTheirWord({ childId, planId, whose }: Of) {
  const { data } = useSuspenseQuery(theirWordQuery(planId, childId));
  const navigate = useNavigate();
  const plan = { childId, planId };
  return {
    data,
    of: { ...plan, whose, idempotencyKey: useIdempotencyKey() },
    back: () => navigate({ to: "/children/$childId/plans/$planId/their-word", params: plan, replace: true }),
    cancel: (
      <Link to="/children/$childId/plans/$planId/their-word" params={plan}>
        Cancel
      </Link>
    ),
  };
}

type WordPageProps = Of & { readonly title: string; readonly name: string; readonly children: ReactNode };

function WordPage({ childId, planId, whose, title, name, children }: WordPageProps) {
  const href = useHref();
  return (
    <Page
      title={title}
      caption={`${whoseWords[whose].label}: ${name}`}
      back={{
        href: href({ to: "/children/$childId/plans/$planId/their-word", params: { childId, planId } }),
        text: "What child and family say of the plan",
      }}
    >
      {children}
    </Page>
  );
}

const partRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/their-word/$whose/part");
const Part = fromForm(TakingPartOnScreen);

/** How one of them took part in making the plan, or why they could not (HIG-45). */
export function TakingPartPage() {
  const of = partRoute.useParams();
  const { data, of: word, back, cancel } = useTheirWord(of);
  const record = useChange(trpc.consent.theirWord.takingPart.mutationOptions());
  const form = useCommandForm(Part);
  const draft = useDraftOf<z.input<typeof Part>>(api, `their-part:${of.planId}:${of.whose}`, ["words"]);
  return (
    <WordPage {...of} title="How did they take part in making the plan?" name={data.childName}>
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(data.record)}
        cancel={cancel}
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, ...word });
          await back();
        }}
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
      </Form>
    </WordPage>
  );
}

const explainedRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/their-word/$whose/explained");
const Explained = fromForm(ExplainedOnScreen);

/** That the plan, or why this person leads, was explained to one of them, and whether they understood (HIG-49, GIR-25). */
export function ExplainedPage() {
  const of = explainedRoute.useParams();
  const { data, of: word, back, cancel } = useTheirWord(of);
  const record = useChange(trpc.consent.theirWord.explained.mutationOptions());
  const form = useCommandForm(Explained);
  const draft = useDraftOf<z.input<typeof Explained>>(api, `their-explained:${of.planId}:${of.whose}`, ["form"]);
  return (
    <WordPage {...of} title="What was explained?" name={data.childName}>
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(data.record)}
        cancel={cancel}
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, ...word });
          await back();
        }}
      >
        <Radios name="what" label="What was explained?" options={optionsOf(explanations)} />
        <TextField
          name="form"
          label="How was it explained?"
          hint="For example, a talk, a letter, the picture version"
        />
        <Radios name="understood" label="Was it understood?" options={optionsOf(understandings)} />
        <DateField name="on" label="On which day?" />
      </Form>
    </WordPage>
  );
}

const agreementRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/their-word/$whose/agreement");
const Agreement = fromForm(AgreementOnScreen);

/** What one of them says to each action, with what stands against it in their words (BOL-4.8). */
export function AgreementPage() {
  const of = agreementRoute.useParams();
  const { data, of: word, back, cancel } = useTheirWord(of);
  const record = useChange(trpc.consent.theirWord.agreement.mutationOptions());
  const form = useCommandForm(Agreement, {
    defaultValues: { answers: data.actions.map(({ actionId }) => ({ actionId })) } as never,
  });
  const draft = useDraftOf<z.input<typeof Agreement>>(api, `their-agreement:${of.planId}:${of.whose}`, ["answers"]);
  return (
    <WordPage {...of} title="What do they agree to?" name={data.childName}>
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(data.record)}
        cancel={cancel}
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, ...word });
          await back();
        }}
      >
        {data.actions.map(({ actionId, what }, index) => (
          <Radios
            key={actionId}
            name={`answers.${index}.answer`}
            label={`${index + 1}. ${what}`}
            options={Object.entries(agreementsToAction).map(([value, { label }]) => ({
              value,
              label,
              ...(value === "not-agreed"
                ? {
                    reveal: (
                      <TextArea
                        name={`answers.${index}.why`}
                        label="What stands against it, in their words?"
                        rows={2}
                        most={limits.prose}
                      />
                    ),
                  }
                : {}),
            }))}
          />
        ))}
        {of.whose === "family" && <TextField name="name" label="Who said it?" optional />}
        <TextField name="how" label="How were they asked?" hint="For example, at the meeting" />
        <DateField name="on" label="On which day?" />
      </Form>
    </WordPage>
  );
}
