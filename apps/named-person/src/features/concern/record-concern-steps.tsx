import { limits, RecordConcern, worryBringers, worryPlaces } from "@linchpin/domain";
import { maybe, optionsOf, optionsOfTerms, useHref } from "@linchpin/portal";
import { Checkboxes, DateField, Form, Page, Select, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import type { ReactNode } from "react";
import { z } from "zod";
import { known } from "../../forms.ts";
import type { Answers } from "../../views.ts";
import { SaidFields } from "./said.tsx";
import { type StepOfConcern, stepsOfConcern } from "./steps.ts";

const asked = RecordConcern.shape;
const Noticed = z
  .object({
    noticed: asked.noticed,
    doneSoFar: asked.doneSoFar,
    noticedOn: asked.noticedOn,
    reportedOn: asked.reportedOn,
    raisedBy: asked.raisedBy,
    broughtBy: maybe(asked.broughtBy.unwrap()),
    aboutPlace: maybe(asked.aboutPlace.unwrap()),
    chosenAdult: asked.chosenAdult,
  })
  .refine(({ noticedOn, reportedOn }) => reportedOn === undefined || reportedOn >= noticedOn, {
    path: ["reportedOn"],
    message: "Enter a day that is not before it was noticed",
  });
const Touches = z.object({ touches: asked.touches });
const ChildsView = z.object({ childsView: asked.childsView });
const FamilysView = z.object({ familysView: asked.familysView });

/** What has been answered so far, as the pages hold it. Each page's own schema judges it, and the command all of it. */
export type AnswersSoFar = Partial<
  z.input<typeof Noticed> & z.input<typeof Touches> & z.input<typeof ChildsView> & z.input<typeof FamilysView>
>;

type StepProps = {
  readonly childId: string;
  readonly answers: AnswersSoFar;
  readonly onTaken: (given: AnswersSoFar) => Promise<void>;
  /** Keeps what is being written with the server. */
  readonly onKeep: (given: AnswersSoFar) => void;
};

/** Pages of one journey share one draft: each keeps its own part, and none forgets the others'. */
const partOf = (onKeep: (given: AnswersSoFar) => void) => ({
  load: () => undefined,
  keep: (values: AnswersSoFar | undefined) => {
    if (values !== undefined) onKeep(values);
  },
});

type StepPageProps = Pick<StepProps, "childId"> & {
  readonly step: StepOfConcern;
  readonly title: string;
  /** False where the question's own legend is the heading. */
  readonly heading?: boolean;
  readonly children: ReactNode;
};

/** One page of recording a concern: which part it is, and the way back. */
function StepPage({ step, childId, title, heading = true, children }: StepPageProps) {
  const href = useHref();
  const place = stepsOfConcern.indexOf(step);
  const before = stepsOfConcern[place - 1];
  const part = `Record a concern: part ${place + 1} of ${stepsOfConcern.length}`;
  const back =
    before === undefined
      ? { href: href({ to: "/children/$childId/concerns", params: { childId } }), text: "Concerns" }
      : {
          href: href({ to: "/children/$childId/concerns/record/$step", params: { childId, step: before } }),
          text: "Back",
        };
  return (
    <Page title={title} heading={heading} caption={part} back={back}>
      {!heading && <span className="govuk-caption-l">{part}</span>}
      {children}
    </Page>
  );
}

export function NoticedStep({ childId, answers, onTaken, onKeep }: StepProps) {
  const form = useCommandForm(Noticed, {
    defaultValues: known({
      noticed: answers.noticed,
      doneSoFar: answers.doneSoFar,
      noticedOn: answers.noticedOn,
      reportedOn: answers.reportedOn,
      raisedBy: answers.raisedBy,
      broughtBy: answers.broughtBy,
      aboutPlace: answers.aboutPlace,
      chosenAdult: answers.chosenAdult,
    }),
  });
  return (
    <StepPage title="What was noticed?" step="noticed" childId={childId}>
      <Form
        form={form}
        submit="Continue"
        guarded={false}
        draft={partOf(onKeep)}
        onSubmit={() => onTaken(form.getValues())}
      >
        <TextArea
          name="noticed"
          label="What was noticed?"
          hint="Say what was seen or heard, and by whom. Keep what you think it means apart from it."
          rows={7}
          most={limits.prose}
        />
        <TextArea
          name="doneSoFar"
          label="What has been done about it so far?"
          hint="Leave it out if nothing has. Whoever leads or is turned to reads both at once."
          rows={3}
          most={limits.prose}
          optional
        />
        <DateField name="noticedOn" label="When was it noticed?" hint="For example, 27 3 2026" />
        <DateField
          name="reportedOn"
          label="When was it first reported?"
          hint="Leave it out if that is today. The time to answer counts from this day."
          optional
        />
        <TextField
          name="raisedBy"
          label="Who raised it?"
          hint="If it was not you: for example a lunchtime supervisor, a grandparent, the child"
          optional
        />
        <Select name="broughtBy" label="Who is that?" optional options={optionsOf(worryBringers)} />
        <Select
          name="aboutPlace"
          label="Where is it about?"
          hint="A worry about home counts like one about school"
          optional
          options={optionsOf(worryPlaces)}
        />
        <TextField
          name="chosenAdult"
          label="Whom did the child choose to talk to?"
          hint="Anybody: for example the bus driver. They get no part in the record by it."
          optional
        />
      </Form>
    </StepPage>
  );
}

export function TouchesStep({
  childId,
  answers,
  onTaken,
  onKeep,
  touches,
}: StepProps & { readonly touches: Answers["concern"]["forChild"]["touches"] }) {
  const form = useCommandForm(Touches, { defaultValues: { touches: answers.touches ?? [] } });
  return (
    <StepPage title="What does it touch?" heading={false} step="touches" childId={childId}>
      <Form
        form={form}
        submit="Continue"
        guarded={false}
        draft={partOf(onKeep)}
        onSubmit={() => onTaken(form.getValues())}
      >
        <Checkboxes
          name="touches"
          label="What does it touch?"
          hint="Choose all that the concern is about."
          asPageHeading
          options={optionsOfTerms(touches)}
        />
      </Form>
    </StepPage>
  );
}

export function ChildsViewStep({ childId, answers, onTaken, onKeep }: StepProps) {
  const form = useCommandForm(ChildsView, viewOf("childsView", answers.childsView));
  return (
    <StepPage title="Was the child asked?" heading={false} step="childs-view" childId={childId}>
      <Form
        form={form}
        submit="Continue"
        guarded={false}
        draft={partOf(onKeep)}
        onSubmit={() => onTaken(form.getValues())}
      >
        <SaidFields
          name="childsView"
          label="Was the child asked what they think?"
          hint="A baby and a child who does not speak have a view too: what do they show?"
          asPageHeading
        />
      </Form>
    </StepPage>
  );
}

export function FamilysViewStep({ childId, answers, onTaken, onKeep }: StepProps) {
  const form = useCommandForm(FamilysView, viewOf("familysView", answers.familysView));
  return (
    <StepPage title="Was the family asked?" heading={false} step="familys-view" childId={childId}>
      <Form
        form={form}
        submit="Continue"
        guarded={false}
        draft={partOf(onKeep)}
        onSubmit={() => onTaken(form.getValues())}
      >
        <SaidFields
          name="familysView"
          label="Was the family asked what they think?"
          hint="If parents or carers see it differently, write down each view."
          asPageHeading
        />
      </Form>
    </StepPage>
  );
}

/** Nothing is ticked unless it was ticked before. */
const viewOf = <K extends string, V>(key: K, view: V | undefined) =>
  (view === undefined ? {} : { defaultValues: { [key]: view } }) as { defaultValues?: { [key in K]: V } };
