import { Told } from "@linchpin/domain";
import { Link, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Form, Page, useCommandForm } from "@linchpin/ui";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { ToldFields } from "./told.tsx";

const route = getRouteApi("/signed-in/children/$childId/concerns/$concernId/told/$whom");
const Screen = z.object({ told: Told });

/** What the child or the family was told of a concern, when and how. */
export function ToldPage() {
  const { childId, concernId, whom } = route.useParams();
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const tell = useChange(trpc.concern.tell.mutationOptions());
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `told:${concernId}:${whom}`, ["told"]);
  const params = { childId, concernId };
  return (
    <Page
      title={`Telling the ${whom}`}
      back={{ href: href({ to: "/children/$childId/concerns/$concernId", params }), text: "Concern" }}
    >
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(tell.error)}
        cancel={
          <Link to="/children/$childId/concerns/$concernId" params={params}>
            Cancel
          </Link>
        }
        onSubmit={async ({ told }) => {
          await tell.mutateAsync({ told, whom, concernId, idempotencyKey });
          await navigate({ to: "/children/$childId/concerns/$concernId", params, replace: true });
        }}
      >
        <ToldFields name="told" label={`Has the ${whom} been told what came of the concern?`} notYet={false} />
      </Form>
    </Page>
  );
}
