import { SharingAgreementOnScreen } from "@linchpin/domain";
import {
  fromForm,
  Link,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { DateField, EmptyState, Form, Page, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { agreementsQuery } from "./agreement-queries.ts";

const route = getRouteApi("/signed-in/sharing-agreements/$agencyId");
const Screen = fromForm(SharingAgreementOnScreen);

/** That an agency signed how information is shared: who, when, until when, and where the paper is. */
export function RecordAgreementPage() {
  const { agencyId } = route.useParams();
  const { data } = useSuspenseQuery(agreementsQuery());
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.consent.agreements.record.mutationOptions());
  const form = useCommandForm(Screen, { defaultValues: { agencyId } });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `sharing-agreement:${agencyId}`, ["signedBy", "keptAt"]);
  const found = data.agencies.find((one) => one.agencyId === agencyId);
  const back = { href: href({ to: "/sharing-agreements" }), text: "Sharing agreements" };
  if (found === undefined)
    return (
      <Page title="Page not found" back={back}>
        <EmptyState title="No agency of this area is at this address" />
      </Page>
    );
  return (
    <Page title="Record a sharing agreement" caption={found.agency} back={back}>
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(data.record)}
        cancel={<Link to="/sharing-agreements">Cancel</Link>}
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, idempotencyKey });
          await navigate({ to: "/sharing-agreements", replace: true });
        }}
      >
        <DateField name="signedOn" label="When was it signed?" hint="For example, 27 3 2026" />
        <TextField name="signedBy" label={`Who signed for ${found.agency}?`} hint="The name and the post" />
        <DateField name="reviewOn" label="By when is it looked at again?" hint="At most 3 years after it was signed" />
        <TextArea name="keptAt" label="Where is the signed paper kept?" rows={2} optional />
      </Form>
    </Page>
  );
}
