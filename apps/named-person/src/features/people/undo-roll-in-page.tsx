import { limits, UndoRollIn } from "@linchpin/domain";
import { Link, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey, useVersion } from "@linchpin/portal";
import { Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, queryClient, trpc } from "../../api.ts";
import { rollInQuery, undoneKey } from "./queries.ts";

const route = getRouteApi("/signed-in/roll/imports/$rollInId/undo");
const Screen = z.object({ reason: UndoRollIn.shape.reason });

/** Take an import back. Children somebody has worked with since stay, and the page says which. */
export function UndoRollInPage() {
  const { rollInId } = route.useParams();
  const { data: rollIn } = useSuspenseQuery(rollInQuery(rollInId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const undo = useChange(trpc.people.rollIn.undo.mutationOptions());
  const version = useVersion(rollIn.version, undo.error);
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `undo:${rollInId}`, ["reason"]);
  return (
    <Page
      title="Undo this import"
      caption={`${rollIn.fileName}, ${rollIn.establishment}`}
      back={{ href: href({ to: "/roll/imports/$rollInId", params: { rollInId } }), text: "Import" }}
    >
      <p className="govuk-body">
        Children it added are removed, and what it changed goes back to how it was. A child somebody has worked with
        since stays.
      </p>
      <Form
        form={form}
        draft={draft}
        kind="warning"
        submit="Undo the import"
        submitting="Undoing"
        refusal={refusalView(undo.error)}
        cancel={
          <Link to="/roll/imports/$rollInId" params={{ rollInId }}>
            Cancel
          </Link>
        }
        onSubmit={async ({ reason }) => {
          const undone = await undo.mutateAsync({ reason, rollInId, version, idempotencyKey });
          queryClient.setQueryData(undoneKey(rollInId), undone);
          await navigate({ to: "/roll/imports/$rollInId", params: { rollInId }, replace: true });
        }}
      >
        <TextArea name="reason" label="Why is the import taken back?" rows={3} most={limits.prose} />
      </Form>
    </Page>
  );
}
