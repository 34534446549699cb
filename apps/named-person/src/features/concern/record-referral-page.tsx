import { ReferralOnScreen, referralWays } from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { Checkboxes, DateField, Form, Page, Radios, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { referralsQuery } from "./safeguarding-queries.ts";

const route = getRouteApi("/signed-in/safeguarding/$childId/record");
const Screen = fromForm(
  ReferralOnScreen.omit({ isAboutStaff: true }).extend({ about: z.array(z.literal("staff")).default([]) }),
);

/** Write down that a referral was made: afterwards, and only what is known (WIG-4b). */
export function RecordReferralPage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(referralsQuery(childId));
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.concern.referrals.record.mutationOptions());
  const form = useCommandForm(Screen, { defaultValues: { about: [] } });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `referral:${childId}`, ["toWhom", "whatFor"]);
  const back = { to: "/safeguarding/$childId", params: { childId } } as const;
  return (
    <Page
      title="Write down a referral"
      caption={data.childName}
      back={{ href: href(back), text: "A child at risk of harm" }}
    >
      <p className="govuk-body">
        This writes down a referral that was made. It sends nothing: make the referral first, by telephone if it is
        urgent. What you do not know yet can be added later.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Write it down"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(data.record)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async ({ about, ...made }) => {
          await record.mutateAsync({ ...made, childId, isAboutStaff: about.includes("staff"), idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <DateField name="madeOn" label="On which day was it made?" />
        <TextField name="madeAt" label="At what time?" hint="For example, 16:40" width={5} optional />
        <TextField name="toWhom" label="Who took it?" hint="For example, Jo Bain, duty social worker" />
        <Radios name="way" label="How was it made?" options={optionsOf(referralWays)} />
        <TextArea
          name="whatFor"
          label="What was it made for?"
          hint="What you saw or heard. You can write it down straight afterwards."
          rows={5}
          optional
        />
        <Checkboxes
          name="about"
          label="Who may know of it?"
          hint="As a rule, those to whom every worry about this child comes are told"
          options={[
            {
              value: "staff",
              label:
                "It is about somebody who works with the child, or who may read this record: nobody but me may know of it here",
            },
          ]}
        />
      </Form>
    </Page>
  );
}
