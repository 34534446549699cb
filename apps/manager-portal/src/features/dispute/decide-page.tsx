import { agencyKinds, GroupDecisionOnScreen, limits, reportersParts } from "@linchpin/domain";
import { fromForm, optionsOf, useChange } from "@linchpin/portal";
import { DateField, Radios, Select, TextArea, useCommandForm } from "@linchpin/ui";
import { trpc } from "../../api.ts";
import { ItemForm } from "./item-form.tsx";
import { useItem } from "./use-item.tsx";

const Screen = fromForm(GroupDecisionOnScreen);

/** What the group decided: who took part for each service, what, which service sees to it and by when. */
export function DecidePage() {
  const { data } = useItem();
  const form = useCommandForm(Screen, {
    defaultValues: { present: data.seats.map(({ service }) => ({ service: service.code })) } as never,
  });
  const decide = useChange(trpc.dispute.items.decide.mutationOptions());
  return (
    <ItemForm
      title="What did the group decide?"
      before="All four services decide together, in person or by a named deputy. It goes back to the plan at once, and is not changed afterwards."
      submit="Record the decision"
      form={form}
      kept={{ as: "group-decision", fields: ["decision", "reportersWords"] }}
      may={data.may.decide}
      error={decide.error}
      record={(said, of) => decide.mutateAsync({ ...said, ...of })}
      then="agenda"
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
    </ItemForm>
  );
}

const named = (name: string | undefined): string | undefined => (name === undefined ? "Nobody is named." : undefined);
