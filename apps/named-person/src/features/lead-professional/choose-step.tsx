import { limits, ProposeLead } from "@linchpin/domain";
import { capital, Link } from "@linchpin/portal";
import {
  Clause,
  DateField,
  EmptyState,
  FieldGroup,
  Form,
  LookupField,
  type RadioOption,
  type RadioOptionGroup,
  Radios,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useMemo } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { z } from "zod";
import { findColleagues } from "../../forms.ts";
import { useTerms } from "../../terms.ts";
import type { Candidate, Candidates } from "../../views.ts";
import { type AnswersSoFar, consideredOf } from "./answers.ts";
import type { StepProps } from "./choose-journey.tsx";
import { partOf, StepPage } from "./step-page.tsx";

const asked = ProposeLead.shape;
const fieldsOf = {
  practitionerId: asked.practitionerId,
  reason: asked.reason,
  reasons: z.record(z.string(), z.string().optional()).optional(),
  managerId: z.string().optional(),
  managerOn: asked.consulted.unwrap().shape.on.optional(),
};

/** What the choice of each person asks for besides is asked for before it is sent. */
const schemaFor = ({ candidates }: Candidates, answers: AnswersSoFar) =>
  z.object(fieldsOf).superRefine(({ practitionerId, reasons = {}, managerId, managerOn }, ctx) => {
    for (const need of writtenNeeds(
      candidates.find((one) => one.practitionerId === practitionerId),
      answers,
    ))
      if (!reasons[need.code]?.trim())
        ctx.addIssue({ code: "custom", path: ["reasons", need.code], message: `Enter ${writtenFor(need)}` });
    if (managerId && managerOn === undefined)
      ctx.addIssue({ code: "custom", path: ["managerOn"], message: "Enter the day the manager was consulted" });
    if (!managerId && managerOn !== undefined)
      ctx.addIssue({
        code: "custom",
        path: ["managerId"],
        message: "Find the manager who was consulted and pick them",
      });
  });

/** Needs that are answered by writing; an agreement has a stage of its own. Some are asked only of whoever is rated so. */
const writtenNeeds = (one: Candidate | undefined, answers: AnswersSoFar) =>
  one?.needs.filter(
    ({ what, code, ifRated }) =>
      what !== "agreement" &&
      code !== "best-placed" &&
      (ifRated === undefined || isRated(answers.ofPeople?.[ifRated]?.[one.practitionerId]?.rating)),
  ) ?? [];

const isRated = (rating: string | null | undefined): boolean =>
  rating === "strong" || rating === "partial" || rating === "yes";

/** What is written here of a need. An approval is somebody else's to record: here it is asked for, and why. */
const writtenFor = ({ what, for: phrase }: Candidate["needs"][number]): string =>
  what === "approval" ? `why you ask for ${phrase}` : phrase;

/** One of them, and why. Nobody is ticked, nobody is ranked. */
export function ChooseStep({ childId, of, answers, onTaken, onKeep }: StepProps) {
  const { leadProfessional } = useTerms();
  const people = consideredOf(of, answers);
  const schema = useMemo(() => schemaFor(of, answers), [of, answers]);
  const form = useCommandForm(schema, {
    defaultValues: {
      ...(answers.practitionerId ? { practitionerId: answers.practitionerId } : {}),
      ...(answers.reason === undefined ? {} : { reason: answers.reason }),
      ...(answers.reasons === undefined ? {} : { reasons: answers.reasons }),
      ...(answers.managerOn === undefined ? {} : { managerOn: answers.managerOn as never }), // the form's schema reads it again
    },
  });
  if (people.length === 0) {
    return (
      <StepPage childId={childId} of={of} step="choose" title="Your choice">
        {of.openProposalId === undefined && (
          <EmptyState title="You have not said whom you are considering">
            <Link
              to="/children/$childId/plans/$planId/lead/$step"
              params={{ childId, planId: of.planId, step: "people" }}
            >
              Go back to the people
            </Link>
          </EmptyState>
        )}
      </StepPage>
    );
  }
  return (
    <StepPage childId={childId} of={of} step="choose" title="Your choice">
      <Form
        form={form}
        submit="Check the proposal"
        guarded={false}
        draft={partOf(onKeep)}
        onSubmit={() => onTaken(form.getValues())}
      >
        <Radios
          name="practitionerId"
          label={`Whom do you propose as ${leadProfessional}?`}
          hint="A proposal leads nobody yet: the people whose agreement is needed are asked next."
          options={optionsFor(people)}
        />
        <TextArea
          name="reason"
          label="Why is this person best placed to lead?"
          hint="The family can ask to hear it."
          rows={4}
          most={limits.prose}
        />
        <NeedsOfChosen people={people} answers={answers} />
        <FieldGroup legend="A manager who was consulted">
          <LookupField
            name="managerId"
            label="Which manager?"
            hint="Leave it out where that was recorded with the concern, or none was."
            optional
            find={findColleagues}
          />
          <DateField name="managerOn" label="Day the manager was consulted" optional />
        </FieldGroup>
      </Form>
    </StepPage>
  );
}

/** Under the heading of the clause that lists them; the others under one of their own. */
function optionsFor(people: readonly Candidate[]): readonly (RadioOption | RadioOptionGroup)[] {
  const headingOf = ({ listedUnder: [first] }: Candidate) =>
    first === undefined ? undefined : `${first.title} (${first.clause.source} ${first.clause.at})`;
  const headings = [...new Set(people.map(headingOf))].filter((heading) => heading !== undefined);
  const option = ({ practitionerId, name, postTitle, agency, mayBeProposed }: Candidate): RadioOption => ({
    value: practitionerId,
    label: name,
    hint: [postTitle, agency.name].filter(Boolean).join(", "),
    notAllowed: mayBeProposed.may ? undefined : (mayBeProposed.why ?? "The rulebook does not allow it."),
  });
  if (headings.length === 0) return people.map(option);
  const others = people.filter((one) => headingOf(one) === undefined);
  return [
    ...headings.map((heading) => ({
      heading,
      options: people.filter((one) => headingOf(one) === heading).map(option),
    })),
    ...(others.length === 0 ? [] : [{ heading: "Others who work with the child", options: others.map(option) }]),
  ];
}

type OfChosen = { readonly people: readonly Candidate[]; readonly answers: AnswersSoFar };

/** What the book asks before this choice can hold. */
function NeedsOfChosen({ people, answers }: OfChosen) {
  const { control } = useFormContext<{ practitionerId?: string }>();
  const chosenId = useWatch({ control, name: "practitionerId" });
  const chosen = people.find(({ practitionerId }) => practitionerId === chosenId);
  if (chosen === undefined) return null;
  const fromOthers = chosen.needs.filter(({ what }) => what === "agreement");
  return (
    <>
      {writtenNeeds(chosen, answers).map((need) => (
        <TextArea
          key={need.code}
          name={`reasons.${need.code}`}
          label={capital(writtenFor(need))}
          hint={
            <>
              {need.because} {need.what === "approval" && `It is for ${need.from} to record, once you propose. `}
              <Clause clause={need.clause} />
            </>
          }
          rows={3}
          most={limits.prose}
        />
      ))}
      {fromOthers.length > 0 && (
        <>
          <p className="govuk-body">Besides, this choice needs:</p>
          <ul className="govuk-list govuk-list--bullet">
            {fromOthers.map(({ code, what, from, because }) => (
              <li key={code}>
                {what} from {from}. {because}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
