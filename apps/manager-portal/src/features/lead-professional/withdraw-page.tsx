import { WithdrawProposal } from "@linchpin/domain";
import { refusalView, serverDraft, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { Anchor, Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { api, trpc } from "../../api.ts";
import { childInWords } from "../../child.ts";
import { proposalQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/proposals/$proposalId/withdraw");

/** Takes a proposal back, with why. */
export function WithdrawPage() {
  const { proposalId } = route.useParams();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data: proposal } = useSuspenseQuery(proposalQuery(proposalId));
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(WithdrawProposal, {
    defaultValues: { idempotencyKey, proposalId, version: proposal.version, reason: "" },
  });
  const withdraw = useChange(trpc.leadProfessional.withdraw.mutationOptions());
  const draft = useMemo(() => serverDraft<WithdrawProposal>(api, `withdraw:${proposalId}`), [proposalId]);
  const back = href({ to: "/proposals/$proposalId", params: { proposalId } });
  return (
    <Page
      title={`Withdraw the proposal of ${proposal.proposed.name}`}
      caption={childInWords(proposal.child)}
      back={{ href: back, text: "The proposal" }}
    >
      <Form
        form={form}
        draft={draft}
        kind="warning"
        submit="Withdraw the proposal"
        submitting="Withdrawing"
        notAllowed={whyNot(proposal.may.withdraw)}
        refusal={refusalView(withdraw.error)}
        onSubmit={(command) =>
          withdraw
            .mutateAsync(command)
            .then(() => navigate({ to: "/proposals/$proposalId", params: { proposalId }, replace: true }))
        }
        cancel={<Anchor href={back}>Keep the proposal</Anchor>}
      >
        <TextArea
          name="reason"
          label="Why is it withdrawn?"
          hint="The person proposed and whoever was asked to agree can read this."
        />
      </Form>
    </Page>
  );
}
