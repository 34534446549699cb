import { RecordSession, sessionKinds, supervisionStrands } from "@linchpin/domain";
import {
  fourQuestions,
  fromForm,
  optionsOf,
  refusalView,
  serverDraft,
  useChange,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { Anchor, DateField, ErrorState, Form, Page, Radios, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { superviseeQuery } from "./queries.ts";
import { lastInWords, type Person } from "./words.ts";

const route = getRouteApi("/signed-in/supervision/$practitionerId/record");
const Schema = fromForm(RecordSession);
type OnScreen = z.input<typeof Schema>;

/** Writes down a session: of the role, with a part for every child; or of the practice. */
export function RecordPage() {
  const { practitionerId } = route.useParams();
  const { data: person } = useSuspenseQuery(superviseeQuery(practitionerId));
  return person.strands.length === 0 ? <ErrorState kind="not-found" /> : <RecordOf person={person} />;
}

function RecordOf({ person }: { readonly person: Person }) {
  const { practitionerId, name, strands, shares, may } = person;
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const [children] = useState(() =>
    person.agenda.flatMap(({ child, planId, lastDiscussedOn }) =>
      child.visibility === "full" && planId !== undefined ? [{ ...child, planId, lastDiscussedOn }] : [],
    ),
  );
  const [only] = strands.length === 1 ? strands : [];
  const form = useCommandForm(Schema, {
    defaultValues: {
      idempotencyKey,
      practitionerId,
      ...(only === undefined ? {} : { strand: only }),
      heldOn: "" as never,
      cases: children.map(({ childId, planId }) => ({ childId, planId, riskIsHigh: "not-said" as const })),
    },
  });
  const record = useChange(trpc.supervision.recordSession.mutationOptions());
  const [draft] = useState(() => serverDraft<OnScreen>(api, `supervision-session:${practitionerId}`));
  const [strand, kind] = useWatch({ control: form.control, name: ["strand", "kind"] });
  const isWhole = strand === "lead" && kind === "formal";
  const back = href({ to: "/supervision/$practitionerId", params: { practitionerId } });
  return (
    <Page title="Write down a session" caption={name} back={{ href: back, text: `Supervision of ${name}` }}>
      <p className="govuk-body">
        {name} reads all of it. Nobody who works with the children does, and no other manager: keep the role and the
        practice in sessions of their own.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Save the session"
        submitting="Saving"
        notAllowed={whyNot(may.record)}
        refusal={refusalView(record.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={(command) =>
          record.mutateAsync({ ...command, cases: isWhole ? command.cases : [] }).then(() =>
            navigate({
              to: "/supervision/$practitionerId",
              params: { practitionerId },
              search: { done: "recorded" },
              replace: true,
            }),
          )
        }
      >
        {only === undefined && (
          <Radios name="strand" label="What was it about?" options={optionsOf(supervisionStrands)} />
        )}
        <Radios
          name="kind"
          label="How was it held?"
          options={Object.entries(sessionKinds).map(([value, { label, meaning }]) => ({ value, label, hint: meaning }))}
        />
        <DateField name="heldOn" label="Day it was held" hint="For example, 5 May 2008." />
        <TextArea
          name="note"
          label="What it was about"
          hint="Name no child here: each child has a part below."
          rows={3}
        />
        {isWhole &&
          children.map((child, at) => (
            <CasePart key={child.childId} child={child} at={at} asks={person.asksFourQuestions} />
          ))}
        {shares.summary && (
          <TextArea
            name="summary"
            label="Summary that you agreed"
            optional
            hint="Where there are two supervisors, the other one reads this. Name no child in it."
            rows={3}
          />
        )}
        <TextArea
          name="actions"
          label="What is to be done"
          optional
          hint={
            shares.actions ? "The other supervisor reads this too. Name no child in it." : "Who does what, and by when."
          }
          rows={3}
        />
      </Form>
    </Page>
  );
}

type CaseOf = {
  readonly child: { readonly name: string; readonly lastDiscussedOn: string | undefined };
  readonly at: number;
  readonly asks: boolean;
};

function CasePart({ child, at, asks }: CaseOf) {
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
        <h2 className="govuk-fieldset__heading">{child.name}</h2>
      </legend>
      <p className="govuk-hint">Last discussed: {lastInWords(child.lastDiscussedOn)}</p>
      <TextArea
        name={`cases.${at}.note`}
        label="What was said"
        optional
        hint="The demands, the support you gave, what was agreed."
        rows={3}
      />
      {asks &&
        (Object.keys(fourQuestions) as (keyof typeof fourQuestions)[]).map((key) => (
          <TextArea key={key} name={`cases.${at}.${key}`} label={fourQuestions[key]} rows={2} />
        ))}
      <Radios
        name={`cases.${at}.riskIsHigh`}
        label="Is the risk high?"
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
          { value: "not-said", label: "It was not said" },
        ]}
      />
      <TextArea
        name={`cases.${at}.leftOutBecause`}
        label="If this child was not talked about, why not"
        optional
        rows={2}
      />
    </fieldset>
  );
}
