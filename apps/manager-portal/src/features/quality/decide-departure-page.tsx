import { DecideDeparture } from "@linchpin/domain";
import { fromForm, refusalView, serverDraft, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { Anchor, DateField, ErrorState, Form, InsetText, Page, Radios, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { departuresToDecideQuery } from "./departure-queries.ts";
import { type Departure, WhatWasAsked } from "./departure-words.tsx";

const route = getRouteApi("/signed-in/departures/$departureId/decide");
const Schema = fromForm(DecideDeparture);

/** Approves or refuses a departure from a rule. */
export function DecideDeparturePage() {
  const { departureId } = route.useParams();
  const { data } = useSuspenseQuery(departuresToDecideQuery());
  const found = data.departures.find((one) => one.departureId === departureId && one.state === "waiting");
  return found === undefined ? <ErrorState kind="not-found" /> : <Decide of={found} today={data.today} />;
}

function Decide({ of, today }: { readonly of: Departure; readonly today: string }) {
  const { departureId } = of;
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const from = of.from < today ? today : of.from;
  const form = useCommandForm(Schema, { defaultValues: { idempotencyKey, departureId, from: from as never } });
  const outcome = useWatch({ control: form.control, name: "outcome" });
  const decide = useChange(trpc.quality.departures.decide.mutationOptions());
  const draft = useMemo(() => serverDraft<z.input<typeof Schema>>(api, `departure:${departureId}`), [departureId]);
  const back = href({ to: "/departures" });
  const shut = whyNot(of.approve);
  return (
    <Page title="Decide on a departure" caption={of.title} back={{ href: back, text: "Departures from rules" }}>
      <WhatWasAsked of={of} />
      {shut !== undefined && <InsetText>{shut} You can refuse it.</InsetText>}
      <Form
        form={form}
        draft={draft}
        submit="Record the decision"
        submitting="Recording"
        refusal={refusalView(decide.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={({ from: first, ...command }) =>
          decide
            .mutateAsync({
              ...command,
              ...(command.outcome === "approved" && first !== undefined ? { from: first } : {}),
            })
            .then(({ departures: _ }) =>
              navigate({ to: "/departures", search: { done: command.outcome }, replace: true }),
            )
        }
      >
        <Radios
          name="outcome"
          label="What do you decide?"
          options={[
            ...(shut === undefined
              ? [{ value: "approved", label: "Approve it", hint: "The rule does not speak from the first day on" }]
              : []),
            { value: "refused", label: "Refuse it", hint: "The rule goes on as it is" },
          ]}
        />
        {outcome === "approved" && <DateField name="from" label="First day" hint="Today or a later day" />}
        <TextArea name="reason" label="Why?" hint="It stands in the list of departures." rows={4} />
      </Form>
    </Page>
  );
}
