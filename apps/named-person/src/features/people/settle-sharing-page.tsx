import { ContactProtocolOnScreen, limits } from "@linchpin/domain";
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
import { DateField, EmptyState, Form, Page, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Around } from "./around-page.tsx";
import { aroundQuery } from "./around-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/people-around/$contactId/sharing");
const Screen = fromForm(ContactProtocolOnScreen);

/** What the lead and the person the child talks to share, how and how quickly (CWDC-4.6b). */
export function SettleSharingPage() {
  const { childId, contactId } = route.useParams();
  const { data: around } = useSuspenseQuery(aroundQuery(childId));
  const href = useHref();
  const one = around.chosen.find((chosen) => chosen.contactId === contactId);
  return (
    <Page
      title={one?.name ? `What is shared with ${one.name}` : "What is shared with the person the child talks to"}
      back={{
        href: href({ to: "/children/$childId/people-around", params: { childId } }),
        text: "People around the child",
      }}
    >
      {one ? <SettleForm around={around} one={one} /> : <EmptyState title="This has ended, or was never recorded" />}
    </Page>
  );
}

function SettleForm({ around, one }: { readonly around: Around; readonly one: Around["chosen"][number] }) {
  const { childId } = around;
  const { contactId, protocol } = one;
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const settle = useChange(trpc.people.around.settle.mutationOptions());
  const version = useVersion(one.version, settle.error);
  const form = useCommandForm(Screen, {
    defaultValues: { what: protocol?.what ?? "", how: protocol?.how ?? "", howQuickly: protocol?.howQuickly ?? "" },
  });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `contact-protocol:${contactId}`, ["what", "how"]);
  const back = { to: "/children/$childId/people-around", params: { childId } } as const;
  return (
    <>
      <p className="govuk-body">
        Settle it together, and tell the child. It shares nothing by itself: what is shared still needs consent or
        another basis.
      </p>
      <Form
        form={form}
        draft={draft}
        submit={protocol ? "Record that it was looked at" : "Record what was settled"}
        refusal={refusalView(settle.error)}
        notAllowed={whyNot(around.settle)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (said) => {
          await settle.mutateAsync({ ...said, contactId, version, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <TextArea name="what" label="What is shared" hint="And what is not." rows={3} most={limits.prose} />
        <TextArea name="how" label="How" rows={2} most={limits.prose} />
        <TextField name="howQuickly" label="How quickly" />
        <DateField name="agreedOn" label={protocol ? "Day it was looked at" : "Day it was settled"} />
      </Form>
    </>
  );
}
