import { LiftBlock } from "@linchpin/domain";
import { cursorOf, refusalView, serverDraft, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Anchor, ErrorState, Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { api, trpc } from "../../api.ts";
import type { HeldBack } from "../../views.ts";
import { blocksQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/held-back/$blockId/lift");

/** Lets somebody see a record again. */
export function LiftPage() {
  const { blockId } = route.useParams();
  const { data } = useSuspenseQuery(blocksQuery("in-force", cursorOf(route.useSearch())));
  const block = data.blocks.find((one) => one.blockId === blockId);
  return block === undefined ? <ErrorState kind="not-found" /> : <Lift block={block} />;
}

function Lift({ block: { blockId, by, child, because, tie } }: { readonly block: HeldBack }) {
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(LiftBlock, { defaultValues: { idempotencyKey, blockId, reason: "" } });
  const lift = useChange(trpc.access.heldBack.lift.mutationOptions());
  const draft = useMemo(() => serverDraft<LiftBlock>(api, `lift:${blockId}`), [blockId]);
  const back = href({ to: "/held-back" });
  return (
    <Page
      title={`Let ${by.name} see the record of ${child.name} again`}
      back={{ href: back, text: "Records held back from staff" }}
    >
      <p className="govuk-body">
        {because}
        {tie && `: ${tie.label.toLowerCase()}`}. If another reason holds the record back, it stays closed until that is
        lifted too.
      </p>
      <Form
        form={form}
        draft={draft}
        kind="warning"
        submit="Lift it"
        submitting="Lifting"
        refusal={refusalView(lift.error)}
        cancel={<Anchor href={back}>Keep it closed</Anchor>}
        onSubmit={(command) =>
          lift.mutateAsync(command).then(() => navigate({ to: "/held-back", search: { done: true }, replace: true }))
        }
      >
        <TextArea name="reason" label="Why may the record be opened again?" rows={4} />
      </Form>
    </Page>
  );
}
