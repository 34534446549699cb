import { EndDeparture } from "@linchpin/domain";
import { fromForm, refusalView, serverDraft, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Anchor, DateField, ErrorState, Form, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { departuresToDecideQuery } from "./departure-queries.ts";
import { type Departure, daysInWords } from "./departure-words.tsx";

const route = getRouteApi("/signed-in/departures/$departureId/end");
const Schema = fromForm(EndDeparture);

/** Ends a departure: from the day after its last, the rule speaks again. */
export function EndDeparturePage() {
  const { departureId } = route.useParams();
  const { data } = useSuspenseQuery(departuresToDecideQuery());
  const found = data.departures.find((one) => one.departureId === departureId && one.state === "approved");
  return found === undefined ? <ErrorState kind="not-found" /> : <End of={found} />;
}

function End({ of }: { readonly of: Departure }) {
  const { departureId } = of;
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, { defaultValues: { idempotencyKey, departureId } });
  const end = useChange(trpc.quality.departures.end.mutationOptions());
  const draft = useMemo(() => serverDraft<z.input<typeof Schema>>(api, `end-departure:${departureId}`), [departureId]);
  const back = href({ to: "/departures" });
  return (
    <Page title="End a departure" caption={of.title} back={{ href: back, text: "Departures from rules" }}>
      <p className="govuk-body">
        Approved {daysInWords(of)}. From the day after its last day the rule speaks again; what began before keeps the
        rulebook it began with.
      </p>
      <Form
        form={form}
        draft={draft}
        kind="warning"
        submit="End the departure"
        submitting="Ending"
        refusal={refusalView(end.error)}
        cancel={<Anchor href={back}>Let it go on</Anchor>}
        onSubmit={(command) =>
          end.mutateAsync(command).then(() => navigate({ to: "/departures", search: { done: "ended" }, replace: true }))
        }
      >
        <DateField name="lastDay" label="Last day" hint="Today or a later day" />
        <TextArea name="reason" label="Why does it end?" rows={3} />
      </Form>
    </Page>
  );
}
