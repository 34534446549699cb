import { ReferralWordOnScreen, referralWords } from "@linchpin/domain";
import {
  fromForm,
  Link,
  Nowhere,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { DateField, Form, Page, Radios, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { referralsQuery } from "./safeguarding-queries.ts";

const route = getRouteApi("/signed-in/safeguarding/$childId/$referralId");
const Screen = fromForm(ReferralWordOnScreen);

/** Add what was said back to a referral, or what it was made for. */
export function AddToReferralPage() {
  const { childId, referralId } = route.useParams();
  const { data } = useSuspenseQuery(referralsQuery(childId));
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const add = useChange(trpc.concern.referrals.add.mutationOptions());
  const form = useCommandForm(Screen, { defaultValues: { kind: "said-back" } });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `referral-word:${referralId}`, ["by", "words"]);
  const back = { to: "/safeguarding/$childId", params: { childId } } as const;
  if (!data.referrals.some((one) => one.referralId === referralId)) return <Nowhere />;
  return (
    <Page
      title="Add to a referral"
      caption={data.childName}
      back={{ href: href(back), text: "A child at risk of harm" }}
    >
      <Form
        form={form}
        draft={draft}
        submit="Add it"
        refusal={refusalView(add.error)}
        notAllowed={whyNot(data.record)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (word) => {
          await add.mutateAsync({ ...word, referralId, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <Radios name="kind" label="What do you add?" options={optionsOf(referralWords)} />
        <DateField name="on" label="On which day?" />
        <TextField name="by" label="Who said it?" hint="For example, the duty social worker" optional />
        <TextArea name="words" label="What was said?" rows={5} />
      </Form>
    </Page>
  );
}
