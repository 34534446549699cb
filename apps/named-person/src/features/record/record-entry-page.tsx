import { KeyEventOnScreen, MilestoneOnScreen } from "@linchpin/domain";
import {
  fromForm,
  Link,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { Form, Page, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { commonElementQuery } from "./common-element-queries.ts";
import { KeyEventFields, MilestoneFields, WrittenBefore } from "./entry-fields.tsx";

const eventRoute = getRouteApi("/signed-in/children/$childId/goes-along/event");
const milestoneRoute = getRouteApi("/signed-in/children/$childId/goes-along/milestone");
const Event = fromForm(KeyEventOnScreen);
const Milestone = fromForm(MilestoneOnScreen);
const goesAlong = (childId: string) => ({ to: "/children/$childId/goes-along", params: { childId } }) as const;

/** Record something that happened in the child's life: it has a day (HIG-185). */
export function RecordKeyEventPage() {
  const { childId } = eventRoute.useParams();
  const { data: common } = useSuspenseQuery(commonElementQuery(childId));
  const navigate = eventRoute.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.record.commonElement.recordKeyEvent.mutationOptions());
  const form = useCommandForm(Event);
  const draft = useDraftOf<z.input<typeof Event>>(api, `key-event:${childId}`, ["words"]);
  const back = goesAlong(childId);
  return (
    <Page title="Record a key event" back={{ href: href(back), text: "What goes with the child" }}>
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(common.record)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, childId, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <KeyEventFields />
        <WrittenBefore shapedSince={common.shapedSince} />
      </Form>
    </Page>
  );
}

/** Record what the child can do, reached or achieved, in their development or in Curriculum for Excellence (HIG-185, HIG-16). */
export function RecordMilestonePage() {
  const { childId } = milestoneRoute.useParams();
  const { data: common } = useSuspenseQuery(commonElementQuery(childId));
  const navigate = milestoneRoute.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.record.commonElement.recordMilestone.mutationOptions());
  const form = useCommandForm(Milestone);
  const draft = useDraftOf<z.input<typeof Milestone>>(api, `milestone:${childId}`, ["words"]);
  const back = goesAlong(childId);
  return (
    <Page title="Record an achievement or milestone" back={{ href: href(back), text: "What goes with the child" }}>
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(common.record)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, childId, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <MilestoneFields />
        <WrittenBefore shapedSince={common.shapedSince} />
      </Form>
    </Page>
  );
}
