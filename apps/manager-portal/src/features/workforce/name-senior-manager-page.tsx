import { NameSeniorManager } from "@linchpin/domain";
import { fromForm, refusalView, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { Anchor, DateField, Form, LookupField, Page, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { findPeopleAtWork } from "../access/part-queries.ts";
import { seniorManagersQuery } from "./senior-manager-queries.ts";

const route = getRouteApi("/signed-in/senior-managers/name");
const Schema = fromForm(NameSeniorManager);

/** The head of an organisation names a senior manager there, from a day. */
export function NameSeniorManagerPage() {
  const { data } = useSuspenseQuery(seniorManagersQuery());
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, { defaultValues: { idempotencyKey } });
  const name = useChange(trpc.workforce.seniorManagers.name.mutationOptions());
  const back = href({ to: "/senior-managers" });
  return (
    <Page title="Name a senior manager" caption={data.own?.name} back={{ href: back, text: "Senior managers" }}>
      <p className="govuk-body">
        From the first day they can do what a senior manager does, such as deciding on exceptions for agency staff. They
        keep the post they have, and are told.
      </p>
      <Form
        form={form}
        submit="Name them"
        submitting="Naming"
        notAllowed={whyNot(data.name)}
        refusal={refusalView(name.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={(command) =>
          name
            .mutateAsync(command)
            .then(() => navigate({ to: "/senior-managers", search: { done: "named" }, replace: true }))
        }
      >
        <LookupField
          name="practitionerId"
          label="Who is named?"
          hint="Type a part of their name, then press Find."
          find={findPeopleAtWork}
        />
        <DateField name="from" label="First day" hint="Today or a later day" />
        <DateField name="lastDay" label="Last day" hint="Where it is known" optional />
      </Form>
    </Page>
  );
}
