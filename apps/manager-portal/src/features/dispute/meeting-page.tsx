import { GroupMeetingOnScreen } from "@linchpin/domain";
import { fromForm, Link, refusalView, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { DateField, Form, Page, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { agendaQuery } from "./group-queries.ts";

const Screen = fromForm(GroupMeetingOnScreen);

/** The day of a meeting: with it its agenda opens. */
export function MeetingPage() {
  const { data } = useSuspenseQuery(agendaQuery());
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Screen);
  const arrange = useChange(trpc.dispute.agenda.arrange.mutationOptions());
  return (
    <Page title="Set a meeting" back={{ href: href({ to: "/group" }), text: "Service Managers' Group" }}>
      <Form
        form={form}
        submit="Set the meeting"
        refusal={refusalView(arrange.error)}
        notAllowed={whyNot(data.keep)}
        cancel={<Link to="/group">Cancel</Link>}
        onSubmit={async (said) => {
          await arrange.mutateAsync({ ...said, idempotencyKey });
          await navigate({ to: "/group", replace: true });
        }}
      >
        <DateField name="heldOn" label="On which day does the group meet?" />
      </Form>
    </Page>
  );
}
