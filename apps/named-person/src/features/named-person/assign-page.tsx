import { AssignNamedPerson, limits } from "@linchpin/domain";
import { capital, Link, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey } from "@linchpin/portal";
import {
  count,
  DateField,
  EmptyState,
  Form,
  IdentityBar,
  InsetText,
  Page,
  Radios,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { rollChildQuery } from "../people/queries.ts";
import { staffQuery } from "./queries.ts";
import { StaffTable } from "./staff-table.tsx";

const route = getRouteApi("/signed-in/roll/children/$childId/named-person");
const asked = AssignNamedPerson.shape;
const Screen = z.object({
  practitionerId: z.uuid({ version: "v7", error: "Choose a person" }),
  from: asked.from,
  reason: asked.reason,
});
type RollChild = Answers["people"]["roll"]["child"];

/** Assign one child's named person from a day. The one before stays to the day itself (HIG-59). */
export function AssignPage() {
  const { childId } = route.useParams();
  const { data: child } = useSuspenseQuery(rollChildQuery(childId));
  const { namedPerson } = useTerms();
  const href = useHref();
  const staff = useStaffOf(child);
  return (
    <>
      <IdentityBar
        visibility="full"
        name={child.name}
        preferredName={child.preferredName ?? undefined}
        age={child.age}
        dateOfBirth={child.bornOn ?? undefined}
        namedPerson={child.namedPerson.known ? (child.namedPerson.current?.name ?? "Nobody") : undefined}
        terms={{ namedPerson: capital(namedPerson) }}
      />
      <Page
        title={`Assign a ${namedPerson}`}
        back={{ href: href({ to: "/roll/children/$childId", params: { childId } }), text: "Place on the roll" }}
      >
        {!child.namedPerson.known ? (
          <InsetText>{child.namedPerson.because}</InsetText>
        ) : staff.length === 0 ? (
          <EmptyState title="Nobody is recorded as working where this child is on the roll" />
        ) : (
          <>
            <StaffTable staff={staff} />
            <AssignForm child={child} staff={staff} current={child.namedPerson.current} />
          </>
        )}
      </Page>
    </>
  );
}

type Staff = Extract<Answers["namedPerson"]["staff"], { known: true }>["staff"];

/** The staff of every school or clinic on whose roll the child is. */
function useStaffOf({ places }: RollChild): Staff {
  const ids = [...new Set(places.map(({ establishmentId }) => establishmentId))];
  const answers = useSuspenseQueries({ queries: ids.map((id) => staffQuery(id)) });
  const all = answers.flatMap(({ data }) => (data.known ? data.staff : []));
  return [...new Map(all.map((one) => [one.practitionerId, one])).values()];
}

type AssignFormProps = {
  readonly child: RollChild;
  readonly staff: Staff;
  readonly current: Extract<RollChild["namedPerson"], { known: true }>["current"];
};

function AssignForm({ child: { childId }, staff, current }: AssignFormProps) {
  const { namedPerson } = useTerms();
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const assign = useChange(trpc.namedPerson.assign.mutationOptions());
  const [insteadOfId] = useState(current?.namedPersonId ?? null);
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `assign:${childId}`, ["reason"]);
  return (
    <Form
      form={form}
      draft={draft}
      submit={`Assign the ${namedPerson}`}
      submitting="Assigning"
      refusal={refusalView(assign.error)}
      cancel={
        <Link to="/roll/children/$childId" params={{ childId }}>
          Cancel
        </Link>
      }
      onSubmit={async ({ reason, ...said }) => {
        await assign.mutateAsync({
          ...said,
          ...(reason === undefined ? {} : { reason }),
          childId,
          insteadOfId,
          idempotencyKey,
        });
        await navigate({ to: "/roll/children/$childId", params: { childId }, replace: true });
      }}
    >
      <Radios
        name="practitionerId"
        label={`Who is to be ${namedPerson}?`}
        options={staff.map(({ practitionerId, name, title, site, children }) => ({
          value: practitionerId,
          label: name,
          hint: `${title}, ${site}, ${count(children, "child", "children")} now`,
        }))}
      />
      <DateField
        name="from"
        label="Day it starts"
        hint={current ? `${current.name} stays until that day: no gap and no overlap.` : undefined}
      />
      <TextArea
        name="reason"
        label="Why somebody else than the arrangement says?"
        hint="Leave it out where it is whom the arrangement names."
        optional
        rows={3}
        most={limits.prose}
      />
    </Form>
  );
}
