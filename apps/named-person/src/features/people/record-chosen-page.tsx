import { ChosenContactOnScreen, chosenAs, limits } from "@linchpin/domain";
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
import { DateField, Form, LookupField, Page, Radios, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { findColleagues } from "../../forms.ts";
import { aroundQuery } from "./around-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/people-around/record");
const Screen = fromForm(ChosenContactOnScreen);

/** Record whom the child would rather talk to, or whom the family turns to day by day (CWDC-4.6a, BOL-7.P7, GIR-29). */
export function RecordChosenPage() {
  const { childId } = route.useParams();
  const { data: around } = useSuspenseQuery(aroundQuery(childId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.people.around.recordContact.mutationOptions());
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `chosen:${childId}`, ["words"]);
  const back = { to: "/children/$childId/people-around", params: { childId } } as const;
  return (
    <Page title="Record whom they chose" back={{ href: href(back), text: "People around the child" }}>
      <p className="govuk-body">
        Whoever leads goes on leading. This person has no right of the lead by it, and reads nothing of this record.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(around.keep)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, childId, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <Radios name="as" label="What is this person?" options={optionsOf(chosenAs)} />
        <Radios
          name="chosenBy"
          label="Who chose?"
          options={[
            { value: "child", label: "The child" },
            { value: "family", label: "The family" },
          ]}
        />
        <Radios
          name="who.is"
          label="Who is it?"
          options={[
            {
              value: "practitioner",
              label: "Somebody who works in this area",
              reveal: (
                <LookupField
                  name="who.practitionerId"
                  label="Their name"
                  hint="Type a part of their name, then press Find."
                  find={findColleagues}
                />
              ),
            },
            {
              value: "other",
              label: "Somebody else, such as a foster carer",
              reveal: (
                <>
                  <TextField name="who.name" label="Name" />
                  <TextField name="who.whoTheyAre" label="Who they are to the child" />
                  <TextField name="who.reach" label="How they are reached" optional />
                </>
              ),
            },
            { value: "nobody", label: "The child was asked, and there is nobody" },
          ]}
        />
        <TextArea
          name="words"
          label="Why, in their own words"
          hint="What the child or the family said. It is shown on the child's page."
          rows={3}
          most={limits.prose}
        />
        <DateField name="from" label="From which day?" />
      </Form>
    </Page>
  );
}
