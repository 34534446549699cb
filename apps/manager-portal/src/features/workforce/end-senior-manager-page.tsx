import { EndSeniorManager } from "@linchpin/domain";
import { fromForm, refusalView, serverDraft, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { Anchor, DateField, dateInWords, ErrorState, Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { SeniorManagers } from "../../views.ts";
import { seniorManagersQuery } from "./senior-manager-queries.ts";

const route = getRouteApi("/signed-in/senior-managers/$namingId/end");
const Schema = fromForm(EndSeniorManager);
type Named = SeniorManagers["organisations"][number]["named"][number];

/** Ends the time somebody is senior manager, with its last day. */
export function EndSeniorManagerPage() {
  const { namingId } = route.useParams();
  const { data } = useSuspenseQuery(seniorManagersQuery());
  const own = data.organisations.find(({ agencyId }) => agencyId === data.own?.agencyId);
  const found = own?.named.find((one) => one.namingId === namingId);
  return found === undefined || found.state === "over" || found.state === "taken-back" ? (
    <ErrorState kind="not-found" />
  ) : (
    <End of={found} organisation={own?.name ?? ""} notAllowed={whyNot(data.name)} />
  );
}

type Of = { readonly of: Named; readonly organisation: string; readonly notAllowed: string | undefined };

function End({ of: { namingId, name, from, lastDay }, organisation, notAllowed }: Of) {
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, { defaultValues: { idempotencyKey, namingId } });
  const end = useChange(trpc.workforce.seniorManagers.end.mutationOptions());
  const draft = useMemo(() => serverDraft<z.input<typeof Schema>>(api, `end-senior-manager:${namingId}`), [namingId]);
  const back = href({ to: "/senior-managers" });
  return (
    <Page
      title={`End ${name}'s time as senior manager`}
      caption={organisation}
      back={{ href: back, text: "Senior managers" }}
    >
      <p className="govuk-body">
        Named from {dateInWords(from)}
        {lastDay !== undefined && ` to ${dateInWords(lastDay)}`}. What they did in that time stays on record.
      </p>
      <Form
        form={form}
        draft={draft}
        kind="warning"
        submit="End it"
        submitting="Ending"
        notAllowed={notAllowed}
        refusal={refusalView(end.error)}
        cancel={<Anchor href={back}>Let it go on</Anchor>}
        onSubmit={(command) =>
          end
            .mutateAsync(command)
            .then(() => navigate({ to: "/senior-managers", search: { done: "ended" }, replace: true }))
        }
      >
        <DateField
          name="lastDay"
          label="Last day"
          hint="They have it to the end of that day. Enter yesterday to end it at once."
        />
        <TextArea name="reason" label="Why does it end?" rows={3} />
      </Form>
    </Page>
  );
}
