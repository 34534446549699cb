import {
  AnswerOnListOnScreen,
  IssueListOnScreen,
  limits,
  RecordOnListOnScreen,
  SayOnListOnScreen,
  wordsOnList,
} from "@linchpin/domain";
import { fromForm, optionsOf, useChange } from "@linchpin/portal";
import {
  Checkboxes,
  DateField,
  ErrorState,
  Radios,
  SummaryList,
  TextArea,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import type { FieldValues } from "react-hook-form";
import { trpc } from "../../api.ts";
import { KeptPlanForm } from "./form-page.tsx";
import { Does, inOneLine } from "./who-does-what-page.tsx";
import { whoDoesWhatQuery } from "./who-does-what-queries.ts";

type Of = { readonly childId: string; readonly planId: string };
const useList = ({ childId, planId }: Of) => useSuspenseQuery(whoDoesWhatQuery(planId, childId)).data;

type Props<Values extends FieldValues, Said> = Omit<
  ComponentProps<typeof KeptPlanForm<Values, Said>>,
  "back" | "caption"
>;

/** What every one of these forms is: about the list of one child's plan, and back to it. */
function ListForm<Values extends FieldValues, Said>(asked: Props<Values, Said>) {
  const { childName } = useList(asked.of);
  return <KeptPlanForm {...asked} back="/children/$childId/plans/$planId/who-does-what" caption={childName} />;
}

const issueRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/who-does-what/issue");
const Issue = fromForm(IssueListOnScreen);

/** Issue the list: what each practitioner does is in the plan; what child and family do is written here. */
export function IssueListPage() {
  const of = issueRoute.useParams();
  const data = useList(of);
  const issue = useChange(trpc.plan.whoDoesWhat.issue.mutationOptions());
  const partOf = (as: string) => data.lines.find((line) => line.as.code === as)?.part;
  const before = data.issued;
  const form = useCommandForm(Issue, {
    defaultValues: {
      ...(before === undefined ? {} : { childIsAsked: before.childIsNotAskedBecause === undefined ? "yes" : "no" }),
      childsPart: partOf("child") ?? "",
      childIsNotAskedBecause: before?.childIsNotAskedBecause ?? "",
      familysPart: partOf("family") ?? "",
      attends: [],
    },
  });
  return (
    <ListForm
      of={of}
      title="Issue the list of who does what"
      before={
        <>
          <p className="govuk-body">
            Each practitioner's part is taken from the plan as it stands. Change the plan where it is not right, then
            come back.
          </p>
          <SummaryList rows={data.now.map((part) => ({ key: inOneLine(part), value: <Does part={part} /> }))} />
        </>
      }
      submit="Issue the list"
      form={form}
      kept={{
        as: `issue-list:${of.planId}:${of.childId}`,
        fields: ["childsPart", "familysPart", "childIsNotAskedBecause"],
      }}
      may={data.may.issue}
      error={issue.error}
      record={(said, idempotencyKey) =>
        issue.mutateAsync({
          ...said,
          ...of,
          idempotencyKey,
          ...(before === undefined ? {} : { afterListId: before.listId }),
        })
      }
    >
      <Radios
        name="childIsAsked"
        label="Is the child on the list?"
        options={[
          {
            value: "yes",
            label: "Yes",
            reveal: (
              <TextArea name="childsPart" label="What does the child do?" rows={3} most={limits.prose} optional />
            ),
          },
          {
            value: "no",
            label: "No, the child is too young to be asked",
            reveal: (
              <TextArea
                name="childIsNotAskedBecause"
                label="Why is the child not asked?"
                rows={2}
                most={limits.prose}
              />
            ),
          },
        ]}
      />
      <TextArea name="familysPart" label="What does the family do?" rows={3} most={limits.prose} optional />
      <Checkboxes
        name="attends"
        label="Who is at the meeting that settles it?"
        hint="Leave this out where there is no meeting."
        optional
        options={data.now.flatMap(({ practitionerId, name, agency }) =>
          practitionerId === undefined ? [] : [{ value: practitionerId, label: name, hint: agency }],
        )}
      />
    </ListForm>
  );
}

const question = (label: string) =>
  optionsOf(wordsOnList).map((option) =>
    option.value === "asks"
      ? { ...option, reveal: <TextArea name="words" label={label} rows={3} most={limits.prose} /> }
      : option,
  );

const sayRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/who-does-what/$lineId/say");
const Said = fromForm(SayOnListOnScreen);

/** My own line of the list: read and clear, or a question. */
export function SayOnListPage() {
  const { lineId, ...of } = sayRoute.useParams();
  const data = useList(of);
  const say = useChange(trpc.plan.whoDoesWhat.say.mutationOptions());
  const form = useCommandForm(Said);
  const line = data.lines.find((one) => one.lineId === lineId && one.isMine);
  if (line === undefined) return <ErrorState kind="not-found" />;
  return (
    <ListForm
      of={of}
      title="Is it clear who does what?"
      before={<SummaryList rows={data.lines.map((one) => ({ key: inOneLine(one), value: <Does part={one} /> }))} />}
      submit="Say it"
      form={form}
      kept={{ as: `say-on-list:${lineId}`, fields: ["words"] }}
      error={say.error}
      record={(said, idempotencyKey) => say.mutateAsync({ ...said, lineId, idempotencyKey })}
    >
      <Radios name="says" label="Is your part clear, and everybody else's?" options={question("What do you ask?")} />
    </ListForm>
  );
}

const recordRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/who-does-what/$lineId/record");
const Heard = fromForm(RecordOnListOnScreen);

/** What the child, the family or somebody without an account says of the list, written down by the lead. */
export function RecordOnListPage() {
  const { lineId, ...of } = recordRoute.useParams();
  const data = useList(of);
  const record = useChange(trpc.plan.whoDoesWhat.record.mutationOptions());
  const form = useCommandForm(Heard);
  const line = data.lines.find((one) => one.lineId === lineId && one.isRecordedForThem);
  if (line === undefined) return <ErrorState kind="not-found" />;
  return (
    <ListForm
      of={of}
      title={`What ${line.as.code === "practitioner" ? line.name : line.as.label.toLowerCase()} says of the list`}
      submit="Record it"
      form={form}
      kept={{ as: `record-on-list:${lineId}`, fields: ["words", "how", "name"] }}
      may={data.may.issue}
      error={record.error}
      record={(said, idempotencyKey) => record.mutateAsync({ ...said, ...of, lineId, idempotencyKey })}
    >
      <Radios name="says" label="Is it clear who does what?" options={question("What do they ask, in their words?")} />
      {line.as.code === "family" && <TextField name="name" label="Who said it?" optional />}
      <TextField name="how" label="How did they say it?" hint="For example, at a visit, by phone" />
      <DateField name="on" label="On which day?" />
    </ListForm>
  );
}

const answerRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/who-does-what/$lineId/answer");
const Answer = fromForm(AnswerOnListOnScreen);

/** The lead's answer to a question on the list. */
export function AnswerOnListPage() {
  const { lineId, ...of } = answerRoute.useParams();
  const data = useList(of);
  const answer = useChange(trpc.plan.whoDoesWhat.answer.mutationOptions());
  const form = useCommandForm(Answer);
  const line = data.lines.find((one) => one.lineId === lineId);
  const asked = line?.said.findLast(({ says }) => says.code === "asks");
  if (line === undefined || asked === undefined) return <ErrorState kind="not-found" />;
  return (
    <ListForm
      of={of}
      title="Answer the question"
      before={
        <SummaryList
          rows={[
            { key: "Who asks", value: asked.name ?? line.name },
            { key: "The question", value: asked.words ?? "" },
          ]}
        />
      }
      submit="Answer"
      form={form}
      kept={{ as: `answer-on-list:${lineId}`, fields: ["words"] }}
      may={data.may.issue}
      error={answer.error}
      record={(said, idempotencyKey) => answer.mutateAsync({ ...said, ...of, lineId, idempotencyKey })}
    >
      <TextArea name="words" label="What is the answer?" rows={4} most={limits.prose} />
    </ListForm>
  );
}
