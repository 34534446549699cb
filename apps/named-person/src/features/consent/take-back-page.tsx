import { limits, TakeBackConsent } from "@linchpin/domain";
import {
  fromForm,
  Link,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  useVersion,
  whyNot,
} from "@linchpin/portal";
import { EmptyState, Form, Page, Section, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { ToldFields } from "../concern/told.tsx";
import { whoAnswered } from "./consent-words.ts";
import { takingBackQuery } from "./queries.ts";
import { EndsTable, otherAgenciesToo, whatEachIsTold } from "./what-ends.tsx";

const route = getRouteApi("/signed-in/children/$childId/consent/$consentId/take-back");
const { because, familyTold } = TakeBackConsent.shape;
const Screen = fromForm(z.object({ because, familyTold }));
type TakingBack = Answers["consent"]["takingBack"];

/** Take a yes back. What it hides, and from whom, is shown before anything is saved. */
export function TakeBackPage() {
  const { childId, consentId } = route.useParams();
  const { data } = useSuspenseQuery(takingBackQuery(consentId));
  const { answer } = data;
  const href = useHref();
  return (
    <Page
      title="Take consent back"
      caption={`${whoAnswered(answer)}: ${answer.says.what}`}
      back={{ href: href({ to: "/children/$childId/consent", params: { childId } }), text: "Consent and sharing" }}
    >
      {answer.answer === "refused" || answer.standing === "taken-back" ? (
        <EmptyState title="There is nothing to take back: the answer was no, or was taken back already" />
      ) : (
        <>
          <WhatItHides data={data} />
          <TakeBackForm data={data} />
        </>
      )}
    </Page>
  );
}

function WhatItHides({ data: { ends, filesAreClosed } }: { readonly data: TakingBack }) {
  return (
    <Section title="What ends when you save this">
      <EndsTable caption="What ends, and for whom" ends={ends} />
      {filesAreClosed && <p className="govuk-body">{otherAgenciesToo}</p>}
      <p className="govuk-body">{whatEachIsTold}</p>
      <p className="govuk-body">
        What stays on record: this answer with the day it was taken back, what was shared on it until now, with whom and
        why. It cannot be undone that they have read it. Tell the family so.
      </p>
    </Section>
  );
}

function TakeBackForm({ data: { childId, answer, may } }: { readonly data: TakingBack }) {
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const takeBack = useChange(trpc.consent.takeBack.mutationOptions());
  const version = useVersion(answer.version, takeBack.error);
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `take-back:${answer.consentId}`, ["because"]);
  return (
    <Form
      form={form}
      draft={draft}
      kind="warning"
      submit="Take consent back"
      notAllowed={whyNot(may.takeBack)}
      refusal={refusalView(takeBack.error)}
      cancel={
        <Link to="/children/$childId/consent" params={{ childId }}>
          Cancel
        </Link>
      }
      onSubmit={async (said) => {
        await takeBack.mutateAsync({ ...said, consentId: answer.consentId, version, idempotencyKey });
        await navigate({ to: "/children/$childId/consent", params: { childId }, replace: true });
      }}
    >
      <TextArea
        name="because"
        label="What did they say?"
        hint="In their words. Nobody has to give a reason."
        rows={3}
        most={limits.prose}
      />
      <ToldFields name="familyTold" label="Has the family been told what was shared before and cannot be undone?" />
    </Form>
  );
}
