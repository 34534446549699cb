import { Link, refusalView, useChange, useHref, useIdempotencyKey, useVersion } from "@linchpin/portal";
import { EmptyState, Form, Page, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { trpc } from "../../api.ts";
import { rollInQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/roll/imports/$rollInId/discard");
const Nothing = z.object({});

/** Put a list aside that nobody will import. What was read of it is deleted; that it was here, and who put it aside, stays. */
export function DiscardRollInPage() {
  const { rollInId } = route.useParams();
  const { data: rollIn } = useSuspenseQuery(rollInQuery(rollInId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const discard = useChange(trpc.people.rollIn.discard.mutationOptions());
  const version = useVersion(rollIn.version, discard.error);
  const form = useCommandForm(Nothing);
  return (
    <Page
      title="Discard this list"
      caption={`${rollIn.fileName}, ${rollIn.establishment}`}
      back={{ href: href({ to: "/roll/imports/$rollInId", params: { rollInId } }), text: "Rows of the list" }}
    >
      {rollIn.state === "previewed" || discard.isSuccess ? (
        <Form
          form={form}
          kind="warning"
          submit="Discard the list"
          submitting="Discarding"
          refusal={refusalView(discard.error)}
          cancel={
            <Link to="/roll/imports/$rollInId" params={{ rollInId }}>
              Cancel
            </Link>
          }
          onSubmit={async () => {
            await discard.mutateAsync({ rollInId, version, idempotencyKey });
            await navigate({ to: "/roll/imports/$rollInId", params: { rollInId }, replace: true });
          }}
        >
          <p className="govuk-body">
            Nothing of it has been imported. What was read of it is deleted; the list of imports keeps its name, and
            that you discarded it. You can upload the file again.
          </p>
        </Form>
      ) : (
        <EmptyState title="Only a list that waits to be imported can be discarded">
          <Link to="/roll/imports/$rollInId" params={{ rollInId }}>
            See what became of it
          </Link>
        </EmptyState>
      )}
    </Page>
  );
}
