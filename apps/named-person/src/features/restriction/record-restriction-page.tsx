import { limits, NewRestriction, restrictionKinds, restrictions } from "@linchpin/domain";
import {
  fromForm,
  Link,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { DateField, dateInWords, Form, Page, Radios, Select, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { restrictionsQuery } from "./queries.ts";
import { colleagueOptions } from "./restriction-words.tsx";

const route = getRouteApi("/signed-in/children/$childId/kept-private/record");
const Screen = fromForm(NewRestriction);

/** Keep private where a child is, or name an adult who must not be brought near. */
export function RecordRestrictionPage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(restrictionsQuery(childId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.restriction.record.mutationOptions());
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `restriction:${childId}`, ["reason"]);
  return (
    <Page
      title="Keep something private"
      back={{ href: href({ to: "/children/$childId/kept-private", params: { childId } }), text: "Kept private" }}
    >
      <Form
        form={form}
        draft={draft}
        submit="Keep it private"
        notAllowed={whyNot(data.may.record)}
        refusal={refusalView(record.error)}
        cancel={
          <Link to="/children/$childId/kept-private" params={{ childId }}>
            Cancel
          </Link>
        }
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, childId, idempotencyKey });
          await navigate({ to: "/children/$childId/kept-private", params: { childId }, replace: true });
        }}
      >
        <Radios
          name="kind"
          label="What is it about?"
          options={[
            {
              value: "whereabouts",
              label: restrictionKinds.whereabouts.label,
              hint: "The address, phone numbers, email, school, class and carers are shown only to whoever answers for it and to people they name.",
              reveal: <SafeContactFields />,
            },
            {
              value: "contact-risk",
              label: restrictionKinds["contact-risk"].label,
              hint: "Everybody who works with the child sees the name, so that nobody writes to this adult or invites them.",
              reveal: (
                <TextField name="adult" label="Name of the adult" hint="As the record has it, or as they are known" />
              ),
            },
          ]}
        />
        <TextArea
          name="reason"
          label="Why?"
          hint="Only whoever answers for it and the people they name read this."
          rows={4}
          most={limits.prose}
        />
        <Select
          name="ownerId"
          label="Who answers for it?"
          hint="You, or somebody with a part in the child's care. They look at it again, and say who may know."
          options={colleagueOptions(data.colleagues)}
        />
        <DateField
          name="reviewOn"
          label="Looked at again by"
          hint={`At most ${restrictions.daysToReview} days away: ${dateInWords(data.lastReviewDay)} at the latest`}
        />
      </Form>
    </Page>
  );
}

/** Whom to write to and call in place of the family. */
export function SafeContactFields() {
  return (
    <>
      <TextField name="safeContact.name" label="Name of the safe contact" hint="Letters and calls go to them." />
      <TextArea name="safeContact.address" label="Address letters go to" rows={3} most={500} optional />
      <TextField name="safeContact.phone" label="Phone number" type="tel" width={20} optional />
    </>
  );
}
