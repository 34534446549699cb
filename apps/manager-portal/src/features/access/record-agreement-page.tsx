import { type AgreementKind, SharingAgreementOnScreen } from "@linchpin/domain";
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
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { agreementsQuery } from "./agreement-queries.ts";

const Screen = fromForm(SharingAgreementOnScreen);

const sharingRoute = getRouteApi("/signed-in/sharing-agreements/$agencyId");
/** That an agency signed how information is shared. */
export function RecordAgreementPage() {
  return <RecordSigned {...sharingRoute.useParams()} what="sharing" title="Record a sharing agreement" />;
}

const togetherRoute = getRouteApi("/signed-in/sharing-agreements/$agencyId/working-together");
/** That an agency signed up to working together (HIG-4). */
export function RecordSignedUpPage() {
  return (
    <RecordSigned
      {...togetherRoute.useParams()}
      what="working-together"
      title="Record who signed up to working together"
    />
  );
}

type SignedProps = { readonly agencyId: string; readonly what: AgreementKind; readonly title: string };

/** Who signed, when, until when, and where the paper is. */
function RecordSigned({ agencyId, what, title }: SignedProps) {
  const { data } = useSuspenseQuery(agreementsQuery());
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.consent.agreements.record.mutationOptions());
  const form = useCommandForm(Screen, { defaultValues: { agencyId, what } });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `${what}-agreement:${agencyId}`, ["signedBy", "keptAt"]);
  const found = data.agencies.find((one) => one.agencyId === agencyId);
  const back = { href: href({ to: "/sharing-agreements" }), text: "Sharing agreements" };
  if (found === undefined)
    return (
      <Page title="Page not found" back={back}>
        <EmptyState title="No agency of this area is at this address" />
      </Page>
    );
  return (
    <Page title={title} caption={found.agency} back={back}>
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
        <DateField
          name="reviewOn"
          label="By when is it looked at again?"
          hint="At most 3 years after it was signed"
          optional={what === "working-together"}
        />
        <TextArea name="keptAt" label="Where is the signed paper kept?" rows={2} optional />
      </Form>
    </Page>
  );
}
