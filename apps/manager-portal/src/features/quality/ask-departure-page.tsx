import { AskDeparture } from "@linchpin/domain";
import { fromForm, refusalView, serverDraft, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Anchor, DateField, Form, LookupField, Page, TextArea, useCommandForm } from "@linchpin/ui";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { findRules } from "./departure-queries.ts";

const route = getRouteApi("/signed-in/departures/ask");
const Schema = fromForm(AskDeparture);
type OnScreen = z.input<typeof Schema>;

/** Asks that the area departs from a rule of its rulebook. */
export function AskDeparturePage() {
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, { defaultValues: { idempotencyKey } });
  const ask = useChange(trpc.quality.departures.ask.mutationOptions());
  const [draft] = useState(() => withoutRule(serverDraft<OnScreen>(api, "ask-departure")));
  const back = href({ to: "/departures/asked" });
  return (
    <Page title="Ask to depart from a rule" back={{ href: back, text: "Departures you asked for" }}>
      <p className="govuk-body">
        Nothing changes until it is approved. Then the rulebook shows it, with the reason and who approved it, and the
        rule does not speak on those days. What is under way keeps the rulebook it began with.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Ask for it"
        submitting="Asking"
        refusal={refusalView(ask.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={(command) =>
          ask
            .mutateAsync(command)
            .then(() => navigate({ to: "/departures/asked", search: { done: "asked" }, replace: true }))
        }
      >
        <LookupField
          name="rule"
          label="Which rule?"
          hint="Type a word of it or its clause, then press Find."
          find={findRules}
        />
        <TextArea name="reason" label="Why depart from it?" hint="Whoever approves it reads this." rows={4} />
        <DateField name="from" label="First day" hint="Today or a later day" />
        <DateField name="lastDay" label="Last day" hint="Where it is for a time" optional />
      </Form>
    </Page>
  );
}

/** A rule that was picked is picked again: a kept id would stand there without its words. */
const withoutRule = (draft: ReturnType<typeof serverDraft<OnScreen>>): typeof draft => ({
  ...draft,
  load: async () => {
    const kept = await draft.load();
    if (kept === undefined) return undefined;
    const { rule: _, ...rest } = kept;
    return rest;
  },
});
