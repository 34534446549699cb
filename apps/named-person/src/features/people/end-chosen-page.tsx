import { EndChosenContactOnScreen, limits } from "@linchpin/domain";
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
import { EmptyState, Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Around } from "./around-page.tsx";
import { aroundQuery } from "./around-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/people-around/$contactId/end");
const Screen = fromForm(EndChosenContactOnScreen);

/** The child or the family turns to somebody else, or to nobody: it ends today, and stays on record. */
export function EndChosenPage() {
  const { childId, contactId } = route.useParams();
  const { data: around } = useSuspenseQuery(aroundQuery(childId));
  const href = useHref();
  const one = around.chosen.find((chosen) => chosen.contactId === contactId);
  return (
    <Page
      title={one ? `End: ${one.as.label}` : "End whom they chose"}
      caption={one?.name ?? undefined}
      back={{
        href: href({ to: "/children/$childId/people-around", params: { childId } }),
        text: "People around the child",
      }}
    >
      {one ? <EndForm around={around} one={one} /> : <EmptyState title="This has ended, or was never recorded" />}
    </Page>
  );
}

function EndForm({ around, one }: { readonly around: Around; readonly one: Around["chosen"][number] }) {
  const { childId } = around;
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const end = useChange(trpc.people.around.endContact.mutationOptions());
  const version = useVersion(one.version, end.error);
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `end-chosen:${one.contactId}`, ["because"]);
  const back = { to: "/children/$childId/people-around", params: { childId } } as const;
  return (
    <Form
      form={form}
      draft={draft}
      submit="End it today"
      refusal={refusalView(end.error)}
      notAllowed={whyNot(around.keep)}
      cancel={<Link {...back}>Cancel</Link>}
      onSubmit={async (said) => {
        await end.mutateAsync({ ...said, contactId: one.contactId, version, idempotencyKey });
        await navigate({ ...back, replace: true });
      }}
    >
      <TextArea
        name="because"
        label="Why does it end?"
        hint="In their words where you can."
        rows={3}
        most={limits.prose}
      />
    </Form>
  );
}
