import { limits } from "@linchpin/domain";
import { dateInWords, Radios, TextArea, TextField } from "@linchpin/ui";
import type { ReactNode } from "react";
import type { Concern } from "../../views.ts";

type View = Concern["childsView"];
type SaidFieldsProps = {
  /** Where in the form the view stands: "childsView". */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly asPageHeading?: boolean | undefined;
  /** False where "not yet" is no answer any more. */
  readonly notYet?: boolean | undefined;
  /** Asked besides of those who were asked. */
  readonly more?: ReactNode;
};

/** A view in the person's own words; or why it could not be had; or that nobody has asked yet. Nothing is ticked. */
export function SaidFields({ name, label, hint, asPageHeading, notYet = true, more }: SaidFieldsProps) {
  return (
    <Radios
      name={`${name}.asked`}
      label={label}
      hint={hint}
      asPageHeading={asPageHeading}
      options={[
        {
          value: "given",
          label: "Yes, they were asked",
          reveal: (
            <>
              <TextArea
                name={`${name}.words`}
                label="What was said, in their own words"
                hint="A drawing, a sign or a look counts: write down what it told you."
                most={limits.prose}
              />
              <TextField
                name={`${name}.how`}
                label="How were they asked?"
                hint="For example: talking during a walk, with picture cards, by phone"
              />
              {more}
            </>
          ),
        },
        {
          value: "not-possible",
          label: "They could not be asked",
          reveal: <TextArea name={`${name}.because`} label="Why could they not be asked?" rows={3} />,
        },
        ...(notYet ? [{ value: "not-yet", label: "Not yet: I will ask" }] : []),
      ]}
    />
  );
}

/** What was said, as it was written down. */
export function SaidWords({ view }: { readonly view: View }) {
  if (view.asked === "not-yet") return <>Nobody has asked yet</>;
  if (view.asked === "not-possible")
    return (
      <>
        <span className="np-prose">Could not be asked: {view.because}</span>
        <span className="np-note">
          Recorded by {view.recordedBy.name}, {dateInWords(view.saidOn)}
        </span>
      </>
    );
  return (
    <>
      <blockquote className="np-said">{view.words}</blockquote>
      <span className="np-note">
        Asked {lowerFirst(view.how)}, {dateInWords(view.saidOn)}, by {view.recordedBy.name}
      </span>
    </>
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
