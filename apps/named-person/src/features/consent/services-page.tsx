import { agencyKinds, ServiceAnswerOnScreen, serviceAnswers } from "@linchpin/domain";
import { fromForm, optionsOf, refusalView, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import {
  DateField,
  DateText,
  EmptyState,
  Form,
  InsetText,
  Page,
  Radios,
  Section,
  Select,
  Table,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { servicesQuery } from "./share-made-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/consent/services");
type Services = Answers["consent"]["services"]["forChild"];

/** What young person and family said of services that might come in, asked before one is invited (BOL-4.14). */
export function ServicesPage() {
  const { childId } = route.useParams();
  const href = useHref();
  const { data } = useSuspenseQuery(servicesQuery(childId));
  const [recorded, setRecorded] = useState(0);
  return (
    <Page
      title="New services: what they said"
      back={{ href: href({ to: "/children/$childId/consent", params: { childId } }), text: "Consent and sharing" }}
    >
      <InsetText>
        {data.isAskedHere
          ? "A service that is not on the plan yet is invited once the young person or the family agreed. A safeguarding referral waits for nobody's agreement."
          : "The documents of this area do not ask for it, and nothing waits for it. It is good to ask."}
      </InsetText>
      <Table
        stacked
        caption="What they said, the last first"
        captionHidden
        rows={data.answers}
        rowKey={({ agreementId }) => agreementId}
        columns={[
          { heading: "Service", cell: ({ service }) => service.label },
          { heading: "What they said", cell: ({ answer }) => answer.label },
          { heading: "Who", cell: ({ answeredBy }) => (answeredBy === "child" ? "The young person" : "The family") },
          { heading: "When", cell: ({ on }) => <DateText day={on} /> },
          { heading: "How they were asked", cell: ({ how }) => how },
        ]}
        empty={<EmptyState title="Nobody has been asked about a new service yet" />}
      />
      <Section title="Record what they said">
        <AnswerForm key={recorded} childId={childId} services={data} onRecorded={() => setRecorded(recorded + 1)} />
      </Section>
    </Page>
  );
}

const Screen = fromForm(ServiceAnswerOnScreen);
type FormProps = { readonly childId: string; readonly services: Services; readonly onRecorded: () => void };

function AnswerForm({ childId, services, onRecorded }: FormProps) {
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.consent.services.record.mutationOptions());
  const form = useCommandForm(Screen);
  return (
    <Form
      form={form}
      submit="Record the answer"
      refusal={refusalView(record.error)}
      notAllowed={whyNot(services.mayRecord)}
      onSubmit={async (said) => {
        await record.mutateAsync({ ...said, childId, idempotencyKey });
        onRecorded();
      }}
    >
      <Select name="service" label="Which service?" options={optionsOf(agencyKinds)} />
      <Radios
        name="answeredBy"
        label="Who answered?"
        options={[
          { value: "child", label: "The child or young person" },
          { value: "parent-or-carer", label: "A parent or carer" },
        ]}
      />
      <Radios name="answer" label="What did they say?" options={optionsOf(serviceAnswers)} />
      <DateField name="on" label="On which day?" />
      <TextField name="how" label="How were they asked?" hint="For example, at home, face to face" />
    </Form>
  );
}
