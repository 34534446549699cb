import { CorrectStatus } from "@linchpin/domain";
import { Link, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey } from "@linchpin/portal";
import { EmptyState, Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Child } from "../../views.ts";
import { childQuery } from "./queries.ts";
import { asStatus, inOrder, outOfOrder, StatusFields, type StatusOnScreen, statusShape } from "./status-form.tsx";

const route = getRouteApi("/signed-in/children/$childId/statuses/$legalStatusId/correct");
const Screen = z.object({ ...statusShape, reason: CorrectStatus.shape.reason }).refine(inOrder, outOfOrder);

/** Correct a status that was recorded wrongly. What was known before is kept. */
export function CorrectStatusPage() {
  const { childId, legalStatusId } = route.useParams();
  const { data: child } = useSuspenseQuery(childQuery(childId));
  const status = child.legalStatuses.find((one) => one.legalStatusId === legalStatusId);
  const href = useHref();
  return (
    <Page
      title="Correct a legal status"
      caption={status?.label}
      back={{ href: href({ to: "/children/$childId", params: { childId } }), text: "Overview" }}
    >
      {status ? (
        <CorrectionForm childId={childId} status={status} />
      ) : (
        <EmptyState title="This status has been corrected already" />
      )}
    </Page>
  );
}

type Status = Child["legalStatuses"][number];

function CorrectionForm({ childId, status }: { readonly childId: string; readonly status: Status }) {
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const correct = useChange(trpc.people.legalStatus.correct.mutationOptions());
  const form = useCommandForm<z.input<typeof Screen>, z.output<typeof Screen>>(Screen, {
    defaultValues: asEntered(status),
  });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `correct-status:${status.legalStatusId}`, ["reason"]);
  return (
    <Form
      form={form}
      draft={draft}
      submit="Correct it"
      refusal={refusalView(correct.error)}
      cancel={
        <Link to="/children/$childId" params={{ childId }}>
          Cancel
        </Link>
      }
      onSubmit={async ({ reason, ...said }) => {
        const { legalStatusId } = status;
        await correct.mutateAsync({ ...asStatus(said), reason, childId, legalStatusId, idempotencyKey });
        await navigate({ to: "/children/$childId", params: { childId }, replace: true });
      }}
    >
      <StatusFields holder={status.holder?.name} />
      <TextArea
        name="reason"
        label="What was wrong?"
        hint="What was recorded before is kept, with this beside it."
        rows={3}
      />
    </Form>
  );
}

/** The form starts from what was entered. */
function asEntered({ kind, from, lastDay, holder, entered }: Status): Partial<StatusOnScreen> {
  const away = { true: "yes", false: "no", "not-recorded": "not-recorded" } as const;
  return {
    kind,
    from: from as never, // a day the api gave; the form's schema reads it again
    ...(lastDay === null ? {} : { lastDay: lastDay as never }),
    ...(holder === null ? {} : { holderId: holder.practitionerId }),
    lookedAfterBasis: entered.lookedAfterBasis as never,
    accommodated: entered.accommodated === null ? null : away[`${entered.accommodated}`],
    childInNeedPhase: entered.childInNeedPhase as never,
    careLeaverKind: entered.careLeaverKind as never,
    youthOrderSetting: entered.youthOrderSetting as never,
  };
}
