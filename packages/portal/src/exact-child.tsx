import { ExactChild } from "@linchpin/domain";
import { DateField, Radios, TextField } from "@linchpin/ui";
import { z } from "zod";

/** A child said exactly, as a screen asks for it: either way is drawn below the choice, and only the chosen one is sent. */
export const exactShape = {
  by: z.enum(["name", "number"], { error: "Choose how you say who it is" }),
  given: z.string().optional(),
  family: z.string().optional(),
  bornOn: z.string().optional(),
  number: z.string().optional(),
};
const Exact = z.object(exactShape);
type ExactOnScreen = z.output<typeof Exact>;

const chosen = ({ by, given, family, bornOn, number }: ExactOnScreen) =>
  by === "name"
    ? { by, given: given ?? "", ...(family?.trim() ? { family } : {}), bornOn: bornOn ?? "" }
    : { by, number: number ?? "" };

/** The command asks the same: here it is said beside the field. */
export function checkExact(said: ExactOnScreen, ctx: z.RefinementCtx): void {
  const read = ExactChild.safeParse(chosen(said));
  for (const { path, message } of read.error?.issues ?? [])
    ctx.addIssue({
      code: "custom",
      path: [...path],
      message: path[0] === "bornOn" ? "Enter the date of birth" : message,
    });
}

/** The command's part of what was filled in. */
export const asExact = (said: ExactOnScreen): ExactChild => ExactChild.parse(chosen(said));

/** Whole name and birthday, or a whole number. */
export function ExactChildFields() {
  return (
    <Radios<ExactOnScreen>
      name="by"
      label="Who is the child?"
      options={[
        {
          value: "name",
          label: "I know the whole name and the date of birth",
          reveal: (
            <>
              <TextField<ExactOnScreen> name="given" label="First names" hint="As they are on record, all of them." />
              <TextField<ExactOnScreen>
                name="family"
                label="Last name"
                hint="Leave this empty for a child with one name."
                optional
              />
              <DateField<ExactOnScreen> name="bornOn" label="Date of birth" />
            </>
          ),
        },
        {
          value: "number",
          label: "I know a whole number",
          hint: "For example, the NHS, CHI or pupil number.",
          reveal: <TextField<ExactOnScreen> name="number" label="Number" width={20} />,
        },
      ]}
    />
  );
}
