import { EndStatus } from "@linchpin/domain";
import { Link, refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { DateField, Form, Page, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { trpc } from "../../api.ts";
import { childQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/statuses/$legalStatusId/end");
const Screen = z.object({ lastDay: EndStatus.shape.lastDay });

/** Record that a status has ended, or when it will. */
export function EndStatusPage() {
  const { childId, legalStatusId } = route.useParams();
  const { data: child } = useSuspenseQuery(childQuery(childId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const end = useChange(trpc.people.legalStatus.end.mutationOptions());
  const form = useCommandForm(Screen);
  return (
    <Page
      title="End a legal status"
      caption={child.legalStatuses.find((one) => one.legalStatusId === legalStatusId)?.label}
      back={{ href: href({ to: "/children/$childId", params: { childId } }), text: "Overview" }}
    >
      <Form
        form={form}
        submit="Record the last day"
        refusal={refusalView(end.error)}
        cancel={
          <Link to="/children/$childId" params={{ childId }}>
            Cancel
          </Link>
        }
        onSubmit={async ({ lastDay }) => {
          await end.mutateAsync({ lastDay, childId, legalStatusId, idempotencyKey });
          await navigate({ to: "/children/$childId", params: { childId }, replace: true });
        }}
      >
        <DateField name="lastDay" label="Last day it holds" hint="It may lie ahead. For example, 31 3 2027" />
      </Form>
    </Page>
  );
}
