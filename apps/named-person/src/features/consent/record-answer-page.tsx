import { AnswerAboutSharing } from "@linchpin/domain";
import { Link, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { Form, Page, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { AnswerFields, asAnswer } from "./answer-form.tsx";
import { consentQuery } from "./queries.ts";
import { WhatItEnds } from "./what-ends.tsx";

const route = getRouteApi("/signed-in/children/$childId/consent/record");
const Screen = asAnswer(AnswerAboutSharing);

/** Record what a child, or a parent or carer, answered to a question about sharing. */
export function RecordAnswerPage() {
  const { childId } = route.useParams();
  const { data: consent } = useSuspenseQuery(consentQuery(childId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.consent.record.mutationOptions());
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `consent:${childId}`, [
    "understandingWords",
    "saysWhat",
    "saysWithWhom",
    "saysWhy",
    "goesOnBecause",
  ]);
  return (
    <Page
      title="Record an answer about sharing"
      back={{ href: href({ to: "/children/$childId/consent", params: { childId } }), text: "Consent and sharing" }}
    >
      <Form
        form={form}
        draft={draft}
        submit="Record the answer"
        notAllowed={whyNot(consent.may.record)}
        refusal={refusalView(record.error)}
        cancel={
          <Link to="/children/$childId/consent" params={{ childId }}>
            Cancel
          </Link>
        }
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, childId, idempotencyKey });
          await navigate({ to: "/children/$childId/consent", params: { childId }, replace: true });
        }}
      >
        <AnswerFields consent={consent} />
        <WhatItEnds childId={childId} />
      </Form>
    </Page>
  );
}
