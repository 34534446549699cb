import { RoutineCheckOnScreen, routineChecks } from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { DateField, Form, Page, Select, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { checksQuery } from "./everyday-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/checks-and-discussions/check");
const Screen = fromForm(RoutineCheckOnScreen);

/** Record a routine check and its outcome in a few words (HIG-14). */
export function RecordCheckPage() {
  const { childId } = route.useParams();
  const { data: checks } = useSuspenseQuery(checksQuery(childId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.record.everyday.recordCheck.mutationOptions());
  const form = useCommandForm(Screen);
  const back = { to: "/children/$childId/checks-and-discussions", params: { childId } } as const;
  return (
    <Page title="Record a routine check" back={{ href: href(back), text: "Checks and discussions" }}>
      <Form
        form={form}
        submit="Record it"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(checks.record)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (check) => {
          await record.mutateAsync({ ...check, childId, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <Select name="kind" label="Which check?" options={optionsOf(routineChecks)} />
        <DateField name="doneOn" label="On which day?" />
        <TextField name="outcome" label="Outcome" hint="In a few words. For example, no concern" />
      </Form>
    </Page>
  );
}
