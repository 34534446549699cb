import { limits } from "@linchpin/domain";
import { DateField, Radios, TextArea } from "@linchpin/ui";
import type { Plan } from "../../views.ts";

/** What will be done, what for, by whom and by when. */
export function ActionFields({ plan }: { readonly plan: Plan }) {
  return (
    <>
      <TextArea name="what" label="What will be done?" rows={3} most={limits.prose} />
      <TextArea name="outcome" label="What should this achieve for the child?" rows={3} most={limits.prose} />
      <Radios
        name="ownerId"
        label="Who will do it?"
        hint="One person. It belongs to their agency."
        options={plan.practitioners.map(({ practitionerId, name, postTitle, agency }) => ({
          value: practitionerId,
          label: name,
          hint: [postTitle, agency.name].filter(Boolean).join(", "),
        }))}
      />
      <DateField name="startsOn" label="Day it starts" optional />
      <DateField name="dueOn" label="Day it is due" />
    </>
  );
}
