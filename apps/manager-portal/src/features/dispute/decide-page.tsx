import { agencyKinds, GroupDecisionOnScreen, limits, reportersParts } from "@linchpin/domain";
import { fromForm, optionsOf, refusalView, useChange, useDraftOf, useVersion, whyNot } from "@linchpin/portal";
import { DateField, Form, Page, Radios, Select, TextArea, useCommandForm } from "@linchpin/ui";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { useItem } from "./use-item.tsx";

const Screen = fromForm(GroupDecisionOnScreen);

/** What the group decided: who took part for each service, what, which service sees to it and by when. */
export function DecidePage() {
  const { data, groupItemId, idempotencyKey, page, cancel, toAgenda } = useItem();
  const form = useCommandForm(Screen, {
    defaultValues: { present: data.seats.map(({ service }) => ({ service: service.code })) } as never,
  });
  const decide = useChange(trpc.dispute.items.decide.mutationOptions());
  const version = useVersion(data.item.version, decide.error);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `group-decision:${groupItemId}`, [
    "decision",
    "reportersWords",
  ]);
  return (
    <Page title="What did the group decide?" {...page}>
      <p className="govuk-body">
        All four services decide together, in person or by a named deputy. It goes back to the plan at once, and is not
        changed afterwards.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Record the decision"
        refusal={refusalView(decide.error)}
        notAllowed={whyNot(data.may.decide)}
        cancel={cancel}
        onSubmit={async (said) => {
          await decide.mutateAsync({ ...said, idempotencyKey, groupItemId, version });
          await toAgenda();
        }}
      >
        {data.seats.map(({ service, holder, deputy }, at) => (
          <Radios
            key={service.code}
            name={`present.${at}.by`}
            label={`Who took part for ${service.label.toLowerCase()}?`}
            options={[
              { value: "member", label: holder ?? "Whoever holds the seat", notAllowed: named(holder) },
              { value: "named-deputy", label: deputy ?? "The named deputy", notAllowed: named(deputy) },
              { value: "nobody", label: "Nobody" },
            ]}
          />
        ))}
        {data.item.asked?.reporter && (
          <>
            <Radios name="reportersPart" label="The Children's Reporter" options={optionsOf(reportersParts)} />
            <TextArea
              name="reportersWords"
              label="The Reporter's view, or why they were not there"
              rows={3}
              optional
              most={limits.prose}
            />
          </>
        )}
        <TextArea name="decision" label="What was decided?" rows={4} most={limits.prose} />
        <Select name="ownerAgency" label="Which service sees to it?" options={optionsOf(agencyKinds)} />
        <DateField name="dueOn" label="By when?" />
      </Form>
    </Page>
  );
}

const named = (name: string | undefined): string | undefined => (name === undefined ? "Nobody is named." : undefined);
