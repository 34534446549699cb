import { AskForSupervision } from "@linchpin/domain";
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
import { Form, Page, Select, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { ownSupervisionQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/supervision/ask");
const Schema = fromForm(AskForSupervision);

/** Asks whoever supervises the role for a session more, about one child the reader leads for. */
export function AskPage() {
  const navigate = route.useNavigate();
  const href = useHref();
  const { data } = useSuspenseQuery(ownSupervisionQuery());
  const idempotencyKey = useIdempotencyKey();
  const ask = useChange(trpc.supervision.ask.mutationOptions());
  const [only] = data.leads.length === 1 ? data.leads : [];
  const form = useCommandForm(Schema, {
    defaultValues: { idempotencyKey, ...(only === undefined ? {} : { childId: only.childId }) },
  });
  const draft = useDraftOf<z.input<typeof Schema>>(api, "supervision-ask", ["reason"]);
  return (
    <Page title="Ask for extra supervision" back={{ href: href({ to: "/supervision" }), text: "My supervision" }}>
      {data.arrangement && <p className="govuk-body">{data.arrangement.lead.name} is told, and answers you.</p>}
      <Form
        form={form}
        draft={draft}
        submit="Ask"
        submitting="Sending"
        notAllowed={whyNot(data.may.ask)}
        refusal={refusalView(ask.error)}
        cancel={<Link to="/supervision">Cancel</Link>}
        onSubmit={(command) =>
          ask
            .mutateAsync(command)
            .then(() => navigate({ to: "/supervision", search: { done: "asked" }, replace: true }))
        }
      >
        <Select
          name="childId"
          label="Which child is it about?"
          options={data.leads.map(({ childId, child }) => ({
            value: childId,
            label: child.visibility === "full" ? child.name : "A child whose record you cannot see",
          }))}
        />
        <TextArea
          name="reason"
          label="What do you need to talk about?"
          hint="Your supervisor reads this, and nobody else."
          rows={4}
        />
      </Form>
    </Page>
  );
}
