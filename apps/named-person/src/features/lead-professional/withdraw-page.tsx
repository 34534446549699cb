import { limits, WithdrawProposal } from "@linchpin/domain";
import {
  Link,
  refusalView,
  serverDraft,
  useChange,
  useHref,
  useIdempotencyKey,
  useVersion,
  whyNot,
} from "@linchpin/portal";
import { Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { proposalQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/proposals/$proposalId/withdraw");
const Screen = z.object({ reason: WithdrawProposal.shape.reason });

/** Take a proposal back, with the reason. */
export function WithdrawPage() {
  const params = route.useParams();
  const { proposalId } = params;
  const { data: proposal } = useSuspenseQuery(proposalQuery(proposalId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const withdraw = useChange(trpc.leadProfessional.withdraw.mutationOptions());
  const version = useVersion(proposal.version, withdraw.error);
  const form = useCommandForm(Screen);
  const [draft] = useState(() => serverDraft<z.input<typeof Screen>>(api, `withdraw:${proposalId}`));
  return (
    <Page
      title="Withdraw this proposal"
      caption={proposal.proposed.name}
      back={{ href: href({ to: "/children/$childId/proposals/$proposalId", params }), text: "Proposal" }}
    >
      <Form
        form={form}
        draft={draft}
        kind="warning"
        submit="Withdraw the proposal"
        notAllowed={whyNot(proposal.may.withdraw)}
        refusal={refusalView(withdraw.error)}
        cancel={
          <Link to="/children/$childId/proposals/$proposalId" params={params}>
            Cancel
          </Link>
        }
        onSubmit={async ({ reason }) => {
          await withdraw.mutateAsync({ reason, proposalId, version, idempotencyKey });
          await navigate({ to: "/children/$childId/proposals/$proposalId", params, replace: true });
        }}
      >
        <TextArea name="reason" label="Why is it withdrawn?" rows={4} most={limits.prose} />
      </Form>
    </Page>
  );
}
