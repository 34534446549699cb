import { ReferralRouteOnScreen } from "@linchpin/domain";
import {
  fromForm,
  Link,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  useVersion,
  whyNot,
} from "@linchpin/portal";
import { Form, Page, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { routeQuery } from "./safeguarding-queries.ts";

const Screen = fromForm(ReferralRouteOnScreen);
const fields = ["team", "phone", "hours", "afterHoursTeam", "afterHoursPhone", "writeTo", "words"] as const;

/** The area's own words of whom people ask when a child may be at risk of harm. */
export function SafeguardingRoutePage() {
  const {
    data: { area, route, keep: may },
  } = useSuspenseQuery(routeQuery());
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const keep = useChange(trpc.concern.referrals.keep.mutationOptions());
  const version = useVersion(route?.version ?? 0, keep.error);
  const form = useCommandForm(Screen, {
    defaultValues: Object.fromEntries(fields.map((field) => [field, route?.[field] ?? ""])),
  });
  const draft = useDraftOf<z.input<typeof Screen>>(api, "safeguarding-route", [...fields]);
  return (
    <Page
      title="Whom to ask about a child at risk of harm"
      caption={area}
      back={{ href: href({ to: "/safeguarding" }), text: "A child at risk of harm" }}
    >
      <p className="govuk-body">
        Everybody who is signed in reads this, one step from every page. Give posts, not names.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Keep it"
        refusal={refusalView(keep.error)}
        notAllowed={whyNot(may)}
        cancel={<Link to="/safeguarding">Cancel</Link>}
        onSubmit={async (said) => {
          await keep.mutateAsync({ ...said, idempotencyKey, ...(version === 0 ? {} : { version }) });
          await navigate({ to: "/safeguarding", replace: true });
        }}
      >
        <TextField name="team" label="Who is asked in office hours" hint="For example, children's services duty team" />
        <TextField name="phone" label="Telephone in office hours" type="tel" width={20} />
        <TextArea name="hours" label="Office hours" rows={2} optional />
        <TextField name="afterHoursTeam" label="Who is asked out of hours" optional />
        <TextField name="afterHoursPhone" label="Telephone out of hours" type="tel" width={20} />
        <TextArea name="writeTo" label="Where to write" rows={3} optional />
        <TextArea name="words" label="Anything else people need to know" rows={4} most={2000} optional />
      </Form>
    </Page>
  );
}
