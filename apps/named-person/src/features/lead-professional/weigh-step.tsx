import { limits } from "@linchpin/domain";
import { Clause, FieldGroup, Form, InsetText, Radios, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { z } from "zod";
import type { Candidates } from "../../views.ts";
import { consideredOf, WeighedOnScreen, weighedByPeople } from "./answers.ts";
import type { StepProps } from "./choose-journey.tsx";
import { partOf, StepPage } from "./step-page.tsx";

const Screen = z.object({
  ofCase: z.record(z.string(), WeighedOnScreen).optional(),
  ofPeople: z.record(z.string(), z.record(z.string(), WeighedOnScreen)).optional(),
});

/** The sheet: what people weigh, criterion by criterion, each in words. Never added up (WIG-8.8). */
export function WeighStep({ childId, of, answers, onTaken, onKeep }: StepProps) {
  const people = consideredOf(of, answers);
  const form = useCommandForm(Screen, {
    defaultValues: {
      ...(answers.ofCase === undefined ? {} : { ofCase: answers.ofCase }),
      ...(answers.ofPeople === undefined ? {} : { ofPeople: answers.ofPeople }),
    },
  });
  return (
    <StepPage childId={childId} of={of} step="weigh" title="What you weigh">
      <p className="govuk-body">
        Answer in words, with the others who work with the child. What is left blank can be filled in later; the
        rulebook says which answers it needs before anybody is proposed.
      </p>
      {people.length === 0 && (
        <InsetText>You have not said whom you are considering. Go back and choose, then weigh them here.</InsetText>
      )}
      <Form
        form={form}
        submit="Go on to the choice"
        guarded={false}
        draft={partOf(onKeep)}
        onSubmit={() => onTaken(form.getValues())}
      >
        {weighedByPeople(of.sheet).map((criterion) => (
          <FieldGroup key={criterion.code} legend={criterion.label}>
            <p className="govuk-hint">
              {criterion.hint && <>{criterion.hint} </>}
              <Clause clause={criterion.clause} />
            </p>
            {criterion.of === "case" ? (
              <TextArea
                name={`ofCase.${criterion.code}.words`}
                label="For this child"
                optional
                rows={3}
                most={limits.prose}
              />
            ) : (
              people.map((one) => <OfPerson key={one.practitionerId} criterion={criterion} one={one} />)
            )}
          </FieldGroup>
        ))}
      </Form>
    </StepPage>
  );
}

type OfPersonProps = {
  readonly criterion: Candidates["sheet"][number];
  readonly one: Candidates["candidates"][number];
};

function OfPerson({ criterion: { code }, one: { practitionerId, name } }: OfPersonProps) {
  const at = `ofPeople.${code}.${practitionerId}`;
  return (
    <div className="np-weighed">
      <TextArea name={`${at}.words`} label={name} optional rows={3} most={limits.prose} />
      <Radios
        name={`${at}.rating`}
        label={`How is ${name} placed on this?`}
        optional
        inline
        options={[
          { value: "strong", label: "Strongly" },
          { value: "partial", label: "In part" },
          { value: "none", label: "Not" },
        ]}
      />
      <TextField
        name={`${at}.evidence`}
        label={`What this rests on, for ${name}`}
        hint="With a date, where there is one"
        optional
      />
    </div>
  );
}
