import { limits } from "@linchpin/domain";
import { Link } from "@linchpin/portal";
import { Clause, FieldGroup, Form, InsetText, Radios, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { z } from "zod";
import type { Candidates } from "../../views.ts";
import { type PartOfSheet, partsOfSheet, personAfter, WeighedOnScreen } from "./answers.ts";
import type { StepProps } from "./choose-journey.tsx";
import { partOf, StepPage } from "./step-page.tsx";

const Screen = z.object({
  ofCase: z.record(z.string(), WeighedOnScreen).optional(),
  ofPeople: z.record(z.string(), z.record(z.string(), WeighedOnScreen)).optional(),
});

type WeighProps = StepProps & { readonly personId: string | undefined };

/** The sheet: what people weigh, first for the child, then one person after another. Never added up (WIG-8.8). */
export function WeighStep({ childId, of, answers, onTaken, onKeep, personId }: WeighProps) {
  const parts = partsOfSheet(of, answers);
  const part = parts.find(({ person }) => person?.practitionerId === personId);
  const next = personAfter(of, answers, personId);
  const form = useCommandForm(Screen, {
    defaultValues: {
      ...(answers.ofCase === undefined ? {} : { ofCase: answers.ofCase }),
      ...(answers.ofPeople === undefined ? {} : { ofPeople: answers.ofPeople }),
    },
  });
  return (
    <StepPage
      childId={childId}
      of={of}
      step="weigh"
      within={part !== undefined && part !== parts[0]}
      title={part?.person ? `What you weigh: ${part.person.name}` : "What you weigh"}
    >
      {(part === undefined || part === parts[0]) && (
        <p className="govuk-body">
          Answer in words, with the others who work with the child. What is left blank can be filled in later; the
          rulebook says which answers it needs before anybody is proposed.
        </p>
      )}
      {parts.some(({ person }) => person) ? (
        <Parts childId={childId} planId={of.planId} parts={parts} current={part} />
      ) : (
        of.openProposalId === undefined && (
          <InsetText>You have not said whom you are considering. Go back and choose, then weigh them here.</InsetText>
        )
      )}
      <Form
        form={form}
        submit={next ? `Go on to ${next.name}` : "Go on to the choice"}
        guarded={false}
        draft={partOf(onKeep)}
        onSubmit={() => onTaken(form.getValues())}
      >
        {part?.rows.map((row) => (
          <FieldGroup key={row.code} legend={row.label}>
            <p className="govuk-hint">
              {row.hint && <>{row.hint} </>}
              <Clause clause={row.clause} />
            </p>
            {part.person ? (
              <OfPerson row={row} one={part.person} />
            ) : (
              <TextArea
                name={`ofCase.${row.code}.words`}
                label="For this child"
                optional
                rows={3}
                most={limits.prose}
              />
            )}
          </FieldGroup>
        ))}
      </Form>
    </StepPage>
  );
}

type PartsProps = {
  readonly childId: string;
  readonly planId: string;
  readonly parts: readonly PartOfSheet[];
  readonly current: PartOfSheet | undefined;
};

/** Every page of the sheet and how much of it is answered. What is written stays when another is opened. */
function Parts({ childId, planId, parts, current }: PartsProps) {
  const params = { childId, planId };
  return (
    <nav aria-label="Parts of the sheet" className="np-parts">
      <ol className="np-parts__list">
        {parts.map((part) => {
          const { person, rows, answered } = part;
          const name = person?.name ?? "For this child";
          return (
            <li key={person?.practitionerId ?? ""} className="np-parts__part">
              {part === current ? (
                <strong aria-current="step">{name}</strong>
              ) : person === undefined ? (
                <Link to="/children/$childId/plans/$planId/lead/$step" params={{ ...params, step: "weigh" as const }}>
                  {name}
                </Link>
              ) : (
                <Link
                  to="/children/$childId/plans/$planId/lead/weigh/$personId"
                  params={{ ...params, personId: person.practitionerId }}
                >
                  {name}
                </Link>
              )}
              <span className="np-note">
                {answered} of {rows.length} answered
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

type OfPersonProps = {
  readonly row: Candidates["sheet"][number];
  readonly one: Candidates["candidates"][number];
};

function OfPerson({ row: { code, answer }, one: { practitionerId, name } }: OfPersonProps) {
  const at = `ofPeople.${code}.${practitionerId}`;
  if (answer === "yes-no")
    return (
      <Radios
        name={`${at}.rating`}
        label={`Is this so for ${name}?`}
        optional
        options={[
          {
            value: "yes",
            label: "Yes",
            reveal: <TextArea name={`${at}.evidence`} label="What this rests on" rows={2} most={limits.prose} />,
          },
          { value: "no", label: "No" },
        ]}
      />
    );
  return (
    <>
      <TextArea name={`${at}.words`} label={`What you say of ${name}`} optional rows={2} most={limits.prose} />
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
      <TextField name={`${at}.evidence`} label="What this rests on" hint="With a date, where there is one" optional />
    </>
  );
}
