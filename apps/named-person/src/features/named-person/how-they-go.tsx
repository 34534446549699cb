import { LetterWay, letterWays } from "@linchpin/domain";
import { fromForm, optionsOf } from "@linchpin/portal";
import { Form, Radios, useCommandForm } from "@linchpin/ui";
import { z } from "zod";

const Screen = fromForm(z.object({ way: LetterWay }));

type HowProps = { readonly of: "letters" | "packs"; readonly onChosen: (way: LetterWay) => Promise<void> };

/** How letters, or packs, go: asked first, and nothing chosen beforehand. */
export function HowTheyGo({ of, onChosen }: HowProps) {
  const form = useCommandForm(Screen);
  return (
    <Form
      form={form}
      guarded={false}
      submit={`Make the ${of}`}
      submitting={`Making the ${of}`}
      onSubmit={({ way }) => onChosen(way)}
    >
      <Radios
        name="way"
        label={`How do the ${of} go?`}
        hint={`While it is kept private where a child is, ${of === "letters" ? "a letter" : "a pack"} goes to the safe contact, whichever you choose.`}
        options={optionsOf(letterWays)}
      />
    </Form>
  );
}
