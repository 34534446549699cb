import { SaidView } from "@linchpin/domain";
import { Link, refusalView, serverDraft, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Form, Page, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { concernQuery } from "./queries.ts";
import { SaidFields } from "./said.tsx";

const route = getRouteApi("/signed-in/children/$childId/concerns/$concernId/views/$whose");
const Screen = z.object({ view: SaidView });

/** A view that was asked for later. */
export function RecordViewPage() {
  const { childId, concernId, whose } = route.useParams();
  useSuspenseQuery(concernQuery(concernId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.concern.recordView.mutationOptions());
  const form = useCommandForm(Screen);
  const [draft] = useState(() => serverDraft<z.input<typeof Screen>>(api, `concern-view:${concernId}:${whose}`));
  const params = { childId, concernId };
  const words = whose === "child" ? "Was the child asked what they think?" : "Was the family asked what they think?";
  return (
    <Page
      title={words}
      heading={false}
      back={{ href: href({ to: "/children/$childId/concerns/$concernId", params }), text: "Concern" }}
    >
      <Form
        form={form}
        draft={draft}
        submit="Record the view"
        refusal={refusalView(record.error)}
        cancel={
          <Link to="/children/$childId/concerns/$concernId" params={params}>
            Cancel
          </Link>
        }
        onSubmit={async ({ view }) => {
          await record.mutateAsync({ view, whose, concernId, idempotencyKey });
          await navigate({ to: "/children/$childId/concerns/$concernId", params, replace: true });
        }}
      >
        <SaidFields name="view" label={words} asPageHeading notYet={false} />
      </Form>
    </Page>
  );
}
