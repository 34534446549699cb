import { FamilyWordOnScreen, familyWords } from "@linchpin/domain";
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
import { DateField, Form, Page, Radios, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { familyWordsQuery } from "./told-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/family-asked/log");
const Screen = fromForm(FamilyWordOnScreen);

/** Write down what a child or family asked, or a change that they reported. */
export function LogFamilyWordPage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(familyWordsQuery(childId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const log = useChange(trpc.concern.familyWords.log.mutationOptions());
  const form = useCommandForm(Screen, { defaultValues: {} });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `family-word:${childId}`, ["raisedBy", "words"]);
  const back = { to: "/children/$childId/family-asked", params: { childId } } as const;
  return (
    <Page title="Write down what they said" back={{ href: href(back), text: "What the family asked" }}>
      <p className="govuk-body">
        Everybody who works with the child reads it. Where it is kept private where the child is, write no address,
        school or telephone number here. What worries you yourself is a concern: record that instead.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Write it down"
        refusal={refusalView(log.error)}
        notAllowed={whyNot(data.log)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (said) => {
          await log.mutateAsync({ ...said, childId, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <Radios name="kind" label="What is it?" options={optionsOf(familyWords)} />
        <TextField name="raisedBy" label="Who said it?" hint="For example, Ana Lind, mother" />
        <DateField name="raisedOn" label="On which day?" />
        <TextArea name="words" label="What did they say?" hint="In their own words" rows={4} />
      </Form>
    </Page>
  );
}
