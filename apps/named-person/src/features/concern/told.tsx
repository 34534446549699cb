import { DateField, dateInWords, Radios, TextArea, TextField } from "@linchpin/ui";
import type { Concern } from "../../views.ts";

type Told = Concern["childTold"];

/** Whether somebody was told, when and how; or why not. */
export function ToldFields({
  name,
  label,
  notYet = true,
}: {
  readonly name: string;
  readonly label: string;
  readonly notYet?: boolean;
}) {
  return (
    <Radios
      name={`${name}.told`}
      label={label}
      options={[
        {
          value: "yes",
          label: "Yes",
          reveal: (
            <>
              <DateField name={`${name}.on`} label="Day they were told" />
              <TextField
                name={`${name}.how`}
                label="How were they told?"
                hint="For example: in person, by phone, with a picture card"
              />
            </>
          ),
        },
        {
          value: "no",
          label: "No, and there is a reason",
          reveal: <TextArea name={`${name}.because`} label="Why were they not told?" rows={3} />,
        },
        ...(notYet ? [{ value: "not-yet", label: "Not yet" }] : []),
      ]}
    />
  );
}

export function toldInWords(told: Told): string {
  if (told.told === "not-yet") return "Not told yet";
  return told.told === "yes" ? `Told on ${dateInWords(told.on)}: ${told.how}` : `Not told: ${told.because}`;
}
