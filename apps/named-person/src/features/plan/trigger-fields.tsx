import { BroughtToLight, particularTriggers } from "@linchpin/domain";
import { optionsOf } from "@linchpin/portal";
import { DateField, dateInWords, Radios, TextField } from "@linchpin/ui";
import { z } from "zod";
import type { Plan } from "../../views.ts";

/** What brought the need to light, as the screen asks it: nothing while neither is ticked. */
export const Trigger = z.preprocess(
  (said) => (typeof said === "object" && said !== null && "is" in said && said.is ? said : undefined),
  BroughtToLight.optional(),
);

/** Whether the need built up or something particular brought it to light; of a trigger its kind, its day and what happened. */
export function TriggerFields() {
  return (
    <Radios
      name="trigger.is"
      label="What brought the need to light?"
      optional
      options={[
        { value: "built-up", label: "It built up over time" },
        { value: "particular", label: "A particular trigger", reveal: <Particular /> },
      ]}
    />
  );
}

function Particular() {
  return (
    <>
      <Radios name="trigger.kind" label="What kind of trigger?" options={optionsOf(particularTriggers)} />
      <DateField name="trigger.on" label="Day of the trigger" />
      <TextField name="trigger.words" label="What happened?" />
    </>
  );
}

type Kept = NonNullable<Plan["answers"]["trigger"]>;

/** What was answered, as the form holds it. */
export const triggerOnScreen = ({ what, on, words }: Kept) =>
  what.code === "built-up" ? { is: "built-up" } : { is: "particular", kind: what.code, on, words };

/** What was answered, in one line: "Something that happened, 17 March 2026". */
export const triggerInWords = ({ what, on }: Kept): string =>
  on === undefined ? what.label : `${what.label}, ${dateInWords(on)}`;
