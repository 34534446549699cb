import { EndStaffSessions, sessionEndReasons } from "@linchpin/domain";
import { fromForm, optionsOf, refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Anchor, ErrorState, Form, InsetText, Page, Radios, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { staffSessionsQuery } from "./session-queries.ts";

const route = getRouteApi("/signed-in/sessions/staff/$practitionerId");
const Schema = fromForm(EndStaffSessions);

/** Signs somebody out everywhere, with the reason that they are told. */
export function EndStaffSessionsPage() {
  const { practitionerId } = route.useParams();
  const { data } = useSuspenseQuery(staffSessionsQuery());
  const person = data.people.find((one) => one.practitionerId === practitionerId);
  if (!person) return <ErrorState kind="not-found" />;
  return <SignOut practitionerId={practitionerId} name={person.name} />;
}

function SignOut({ practitionerId, name }: { readonly practitionerId: string; readonly name: string }) {
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, { defaultValues: { idempotencyKey, practitionerId } });
  const end = useChange(trpc.sessions.endOfStaff.mutationOptions());
  const staff = href({ to: "/sessions/staff" });
  return (
    <Page title={`Sign out ${name}`} back={{ href: staff, text: "Where your staff are signed in" }}>
      <InsetText>
        Every session of theirs ends at once, on whatever computer or phone, in whatever area. What they were writing is
        kept as a draft. They can sign in again, and are told that you did this and why.
      </InsetText>
      <Form
        form={form}
        kind="warning"
        submit="Sign them out"
        submitting="Signing out"
        refusal={refusalView(end.error)}
        onSubmit={(command) =>
          end
            .mutateAsync(command)
            .then(() => navigate({ to: "/sessions/staff", search: { ended: practitionerId }, replace: true }))
        }
        cancel={<Anchor href={staff}>Leave them signed in</Anchor>}
      >
        <Radios name="reason" label="Why?" options={optionsOf(sessionEndReasons)} />
      </Form>
    </Page>
  );
}
