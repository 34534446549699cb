import { Link, refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Form, Page, useCommandForm } from "@linchpin/ui";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { trpc } from "../../api.ts";
import { asStatus, inOrder, outOfOrder, StatusFields, statusShape } from "./status-form.tsx";

const route = getRouteApi("/signed-in/children/$childId/statuses/record");
const Screen = z.object(statusShape).refine(inOrder, outOfOrder);

/** Record a legal status. Which role must lead is asked again with it. */
export function RecordStatusPage() {
  const { childId } = route.useParams();
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.people.legalStatus.record.mutationOptions());
  const form = useCommandForm(Screen);
  return (
    <Page
      title="Record a legal status"
      back={{ href: href({ to: "/children/$childId", params: { childId } }), text: "Overview" }}
    >
      <Form
        form={form}
        submit="Record the legal status"
        refusal={refusalView(record.error)}
        cancel={
          <Link to="/children/$childId" params={{ childId }}>
            Cancel
          </Link>
        }
        onSubmit={async (said) => {
          await record.mutateAsync({ ...asStatus(said), childId, idempotencyKey });
          await navigate({ to: "/children/$childId", params: { childId }, replace: true });
        }}
      >
        <StatusFields />
      </Form>
    </Page>
  );
}
