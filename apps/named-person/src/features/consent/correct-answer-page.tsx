import { CorrectedAnswer } from "@linchpin/domain";
import { Link, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { EmptyState, Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { AnswerFields, asAnswer } from "./answer-form.tsx";
import { type Answer, type Consent, whoAnswered } from "./consent-words.ts";
import { consentQuery } from "./queries.ts";
import { WhatItEnds } from "./what-ends.tsx";

const route = getRouteApi("/signed-in/children/$childId/consent/$consentId/correct");
const Screen = asAnswer(CorrectedAnswer);

/** Correct an answer that was recorded wrongly. What was known before is kept. */
export function CorrectAnswerPage() {
  const { childId, consentId } = route.useParams();
  const { data: consent } = useSuspenseQuery(consentQuery(childId));
  const answer = consent.answers.find((one) => one.consentId === consentId && one.standing !== "taken-back");
  const href = useHref();
  return (
    <Page
      title="Correct an answer about sharing"
      caption={answer && whoAnswered(answer)}
      back={{ href: href({ to: "/children/$childId/consent", params: { childId } }), text: "Consent and sharing" }}
    >
      {answer ? (
        <Correction consent={consent} answer={answer} />
      ) : (
        <EmptyState title="This answer has been corrected or taken back already" />
      )}
    </Page>
  );
}

function Correction({ consent, answer }: { readonly consent: Consent; readonly answer: Answer }) {
  const { childId } = consent;
  const { consentId } = answer;
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const correct = useChange(trpc.consent.correct.mutationOptions());
  const form = useCommandForm<z.input<typeof Screen>, z.output<typeof Screen>>(Screen, {
    defaultValues: asEntered(answer),
  });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `correct-consent:${consentId}`, ["reason", "goesOnBecause"]);
  return (
    <Form
      form={form}
      draft={draft}
      submit="Correct it"
      notAllowed={whyNot(consent.may.record)}
      refusal={refusalView(correct.error)}
      cancel={
        <Link to="/children/$childId/consent" params={{ childId }}>
          Cancel
        </Link>
      }
      onSubmit={async (said) => {
        await correct.mutateAsync({ ...said, consentId, idempotencyKey });
        await navigate({ to: "/children/$childId/consent", params: { childId }, replace: true });
      }}
    >
      <AnswerFields consent={consent} named={answer.recipients.map(({ name }) => name)} items={answer.items} />
      <TextArea
        name="reason"
        label="What was wrong?"
        hint="What was recorded before is kept, with this beside it."
        rows={3}
      />
      <WhatItEnds childId={childId} consentId={consentId} />
    </Form>
  );
}

/** The form starts from what was entered. Days are the api's own: the form's schema reads them again. */
const asEntered = (answer: Answer): Partial<z.input<typeof Screen>> => ({
  answeredBy: answer.by.is,
  answeredByName: answer.by.name ?? "",
  answer: answer.answer,
  ...(answer.form === undefined ? {} : { form: answer.form }),
  ...(answer.understanding === undefined ? {} : { understanding: answer.understanding }),
  understandingWords: answer.understandingWords ?? "",
  saysWhat: answer.says.what,
  saysWithWhom: answer.says.withWhom,
  saysWhy: answer.says.why,
  items: answer.items.map(({ itemId }) => itemId),
  agencies: answer.agencies.map(({ code }) => code as never), // a code of the list, which the schema reads again
  recipients: answer.recipients.map(({ practitionerId }) => practitionerId),
  from: answer.from as never,
  ends: answer.lastDay === undefined ? { is: "open" } : { is: "on", lastDay: answer.lastDay as never },
});
