import { BecauseOnScreen, limits } from "@linchpin/domain";
import {
  fromForm,
  Link,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  useVersion,
  whyNot,
} from "@linchpin/portal";
import { EmptyState, Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { groupOfPlanQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/group/$groupItemId/take-back");
const Screen = fromForm(BecauseOnScreen);

/** Takes back what was asked of the group, with why. */
export function TakeItemBackPage() {
  const { childId, planId, groupItemId } = route.useParams();
  const { data } = useSuspenseQuery(groupOfPlanQuery(planId, childId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const params = { childId, planId };
  const form = useCommandForm(Screen);
  const withdraw = useChange(trpc.dispute.items.withdraw.mutationOptions());
  const draft = useDraftOf<z.input<typeof Screen>>(api, `group-take-back:${groupItemId}`, ["because"]);
  const found = data.items.find((item) => item.groupItemId === groupItemId);
  const version = useVersion(found?.version ?? 1, withdraw.error);
  const back = { href: href({ to: "/children/$childId/plans/$planId", params }), text: "The plan" };
  if (found === undefined)
    return (
      <Page title="Page not found" back={back}>
        <EmptyState title="No item of this plan is at this address" />
      </Page>
    );
  return (
    <Page title="Take back what was asked" caption={`${data.planTitle}: ${data.childName}`} back={back}>
      <p className="govuk-body">It leaves the co-ordinator's desk and the agenda at once.</p>
      <Form
        form={form}
        draft={draft}
        submit="Take it back"
        refusal={refusalView(withdraw.error)}
        notAllowed={whyNot(found.withdraw)}
        cancel={
          <Link to="/children/$childId/plans/$planId" params={params}>
            Cancel
          </Link>
        }
        onSubmit={async ({ because }) => {
          await withdraw.mutateAsync({ idempotencyKey, groupItemId, version, because });
          await navigate({ to: "/children/$childId/plans/$planId", params, replace: true });
        }}
      >
        <TextArea name="because" label="Why?" rows={3} most={limits.prose} />
      </Form>
    </Page>
  );
}
