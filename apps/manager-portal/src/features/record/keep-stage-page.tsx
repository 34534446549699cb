import { codesOf, recordParts, ShareStageOnScreen, StartShapeOnScreen } from "@linchpin/domain";
import { fromForm, Link, refusalView, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { DateField, EmptyState, Form, Page, Radios, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { stagesQuery } from "./stage-queries.ts";

const route = getRouteApi("/signed-in/shared-record/$agencyId/$part");
const Share = fromForm(ShareStageOnScreen);
const Start = fromForm(StartShapeOnScreen);

/** From which day an agency shares one part of the record, or that it does not (HIG-198). */
export function KeepStagePage() {
  const { agencyId, part } = route.useParams();
  const { data } = useSuspenseQuery(stagesQuery());
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const keep = useChange(trpc.record.stages.keep.mutationOptions());
  const form = useCommandForm(Share);
  const agency = data.agencies.find((one) => one.agencyId === agencyId);
  const code = codesOf(recordParts).find((one) => one === part);
  const back = { href: href({ to: "/shared-record" }), text: "Shared record" };
  if (agency === undefined || code === undefined)
    return (
      <Page title="Page not found" back={back}>
        <EmptyState title="No part of an agency of this area is at this address" />
      </Page>
    );
  return (
    <Page title={`Share: ${recordParts[code].label.toLowerCase()}`} caption={agency.agency} back={back}>
      <Form
        form={form}
        submit="Save"
        refusal={refusalView(keep.error)}
        notAllowed={whyNot(agency.keep)}
        cancel={<Link to="/shared-record">Cancel</Link>}
        onSubmit={async ({ is, liveFrom }) => {
          await keep.mutateAsync({
            agencyId,
            part: code,
            liveFrom: is === "shared" ? (liveFrom ?? null) : null,
            idempotencyKey,
          });
          await navigate({ to: "/shared-record", replace: true });
        }}
      >
        <Radios
          name="is"
          label={`Does ${agency.agency} share this part?`}
          options={[
            {
              value: "shared",
              label: "Yes, from a day",
              reveal: <DateField name="liveFrom" label="From which day?" />,
            },
            { value: "not-shared", label: "No, not yet" },
          ]}
        />
      </Form>
    </Page>
  );
}

/** From which day entries have the common shape; what was written before stays as it was (HIG-184). */
export function StartShapePage() {
  const { data } = useSuspenseQuery(stagesQuery());
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const start = useChange(trpc.record.stages.start.mutationOptions());
  const form = useCommandForm(Start);
  return (
    <Page title="The common shape of entries" back={{ href: href({ to: "/shared-record" }), text: "Shared record" }}>
      <p className="govuk-body">
        From this day a key event has its day, and a milestone its day or the age. What was written before can be taken
        over as it was.
      </p>
      <Form
        form={form}
        submit="Save"
        refusal={refusalView(start.error)}
        notAllowed={whyNot(data.keep)}
        cancel={<Link to="/shared-record">Cancel</Link>}
        onSubmit={async ({ from }) => {
          await start.mutateAsync({ from, idempotencyKey });
          await navigate({ to: "/shared-record", replace: true });
        }}
      >
        <DateField name="from" label="From which day does it hold?" hint="For example, 1 1 2026" />
      </Form>
    </Page>
  );
}
