import { SayOwnAction } from "@linchpin/domain";
import { refusalView, serverDraft, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Anchor, DateText, ErrorState, Form, Page, Radios, SummaryList, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { ownActionsQuery } from "./own-action-queries.ts";

const route = getRouteApi("/signed-in/your-actions/$actionId");
type Own = Answers["plan"]["ownActions"]["actions"][number];

/** Whether my action is done, in my own words. */
export function SayOwnActionPage() {
  const { actionId } = route.useParams();
  const { data } = useSuspenseQuery(ownActionsQuery());
  const own = data.actions.find((one) => one.actionId === actionId && one.isOpen);
  return own === undefined ? <ErrorState kind="not-found" /> : <Say own={own} />;
}

function Say({ own: { actionId, version, child, what, outcome, dueOn } }: { readonly own: Own }) {
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(SayOwnAction, { defaultValues: { idempotencyKey, actionId, version } });
  const say = useChange(trpc.plan.sayOwnAction.mutationOptions());
  const draft = useMemo(() => serverDraft<z.input<typeof SayOwnAction>>(api, `own-action:${actionId}`), [actionId]);
  const back = href({ to: "/your-actions" });
  return (
    <Page title="How does your action stand?" caption={child} back={{ href: back, text: "Your actions" }}>
      <SummaryList
        rows={[
          { key: "Action", value: what },
          ...(outcome === undefined ? [] : [{ key: "So that", value: outcome }]),
          { key: "By", value: dueOn === undefined ? "No day set" : <DateText day={dueOn} /> },
        ]}
      />
      <Form
        form={form}
        draft={draft}
        submit="Keep what I said"
        submitting="Keeping"
        refusal={refusalView(say.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={(command) =>
          say.mutateAsync(command).then(() => navigate({ to: "/your-actions", search: { done: true }, replace: true }))
        }
      >
        <Radios
          name="stands"
          label="Is it done?"
          options={[
            { value: "done", label: "It is done" },
            { value: "not-done", label: "It is not done yet" },
          ]}
        />
        <TextArea
          name="words"
          label="What was done, or what stands in the way?"
          hint="Those who work with the child read this."
          rows={4}
        />
      </Form>
    </Page>
  );
}
