import {
  AnswerOnListOnScreen,
  IssueListOnScreen,
  limits,
  RecordOnListOnScreen,
  SayOnListOnScreen,
  wordsOnList,
} from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import {
  Checkboxes,
  DateField,
  ErrorState,
  Form,
  Page,
  Radios,
  SummaryList,
  TextArea,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { Does, inOneLine, type WhoDoesWhat } from "./who-does-what-page.tsx";
import { whoDoesWhatQuery } from "./who-does-what-queries.ts";

type Of = { readonly childId: string; readonly planId: string };
const pageOf = "/children/$childId/plans/$planId/who-does-what";

/** What the forms stand on: the list as it is, and the way back to it. */
function useList({ childId, planId }: Of) {
  const { data } = useSuspenseQuery(whoDoesWhatQuery(planId, childId));
  const navigate = useNavigate();
  const params = { childId, planId };
  return {
    data,
    of: { ...params, idempotencyKey: useIdempotencyKey() },
    back: () => navigate({ to: pageOf, params, replace: true }),
    cancel: (
      <Link to={pageOf} params={params}>
        Cancel
      </Link>
    ),
  };
}

function ListFormPage({
  data: { childId, planId, childName },
  title,
  children,
}: {
  readonly data: WhoDoesWhat;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const href = useHref();
  return (
    <Page
      title={title}
      caption={childName}
      back={{ href: href({ to: pageOf, params: { childId, planId } }), text: "Who does what" }}
    >
      {children}
    </Page>
  );
}

const issueRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/who-does-what/issue");
const Issue = fromForm(IssueListOnScreen);

/** Issue the list: what each practitioner does is in the plan; what child and family do is written here. */
export function IssueListPage() {
  const params = issueRoute.useParams();
  const { data, of, back, cancel } = useList(params);
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
  const draft = useDraftOf<z.input<typeof Issue>>(api, `issue-list:${params.planId}:${params.childId}`, [
    "childsPart",
    "familysPart",
    "childIsNotAskedBecause",
  ]);
  return (
    <ListFormPage data={data} title="Issue the list of who does what">
      <p className="govuk-body">
        Each practitioner's part is taken from the plan as it stands. Change the plan where it is not right, then come
        back.
      </p>
      <SummaryList rows={data.now.map((part) => ({ key: inOneLine(part), value: <Does part={part} /> }))} />
      <Form
        form={form}
        draft={draft}
        submit="Issue the list"
        refusal={refusalView(issue.error)}
        notAllowed={whyNot(data.may.issue)}
        cancel={cancel}
        onSubmit={async (said) => {
          await issue.mutateAsync({ ...said, ...of, ...(before === undefined ? {} : { afterListId: before.listId }) });
          await back();
        }}
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
      </Form>
    </ListFormPage>
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
  const { lineId, ...params } = sayRoute.useParams();
  const { data, of, back, cancel } = useList(params);
  const say = useChange(trpc.plan.whoDoesWhat.say.mutationOptions());
  const form = useCommandForm(Said);
  const draft = useDraftOf<z.input<typeof Said>>(api, `say-on-list:${lineId}`, ["words"]);
  const line = data.lines.find((one) => one.lineId === lineId && one.isMine);
  if (line === undefined) return <ErrorState kind="not-found" />;
  return (
    <ListFormPage data={data} title="Is it clear who does what?">
      <SummaryList rows={data.lines.map((one) => ({ key: inOneLine(one), value: <Does part={one} /> }))} />
      <Form
        form={form}
        draft={draft}
        submit="Say it"
        refusal={refusalView(say.error)}
        cancel={cancel}
        onSubmit={async (said) => {
          await say.mutateAsync({ ...said, lineId, idempotencyKey: of.idempotencyKey });
          await back();
        }}
      >
        <Radios name="says" label="Is your part clear, and everybody else's?" options={question("What do you ask?")} />
      </Form>
    </ListFormPage>
  );
}

const recordRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/who-does-what/$lineId/record");
const Heard = fromForm(RecordOnListOnScreen);

/** What the child, the family or somebody without an account says of the list, written down by the lead. */
export function RecordOnListPage() {
  const { lineId, ...params } = recordRoute.useParams();
  const { data, of, back, cancel } = useList(params);
  const record = useChange(trpc.plan.whoDoesWhat.record.mutationOptions());
  const form = useCommandForm(Heard);
  const draft = useDraftOf<z.input<typeof Heard>>(api, `record-on-list:${lineId}`, ["words", "how", "name"]);
  const line = data.lines.find((one) => one.lineId === lineId && one.isRecordedForThem);
  if (line === undefined) return <ErrorState kind="not-found" />;
  return (
    <ListFormPage
      data={data}
      title={`What ${line.as.code === "practitioner" ? line.name : line.as.label.toLowerCase()} says of the list`}
    >
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(data.may.issue)}
        cancel={cancel}
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, ...of, lineId });
          await back();
        }}
      >
        <Radios
          name="says"
          label="Is it clear who does what?"
          options={question("What do they ask, in their words?")}
        />
        {line.as.code === "family" && <TextField name="name" label="Who said it?" optional />}
        <TextField name="how" label="How did they say it?" hint="For example, at a visit, by phone" />
        <DateField name="on" label="On which day?" />
      </Form>
    </ListFormPage>
  );
}

const answerRoute = getRouteApi("/signed-in/children/$childId/plans/$planId/who-does-what/$lineId/answer");
const Answer = fromForm(AnswerOnListOnScreen);

/** The lead's answer to a question on the list. */
export function AnswerOnListPage() {
  const { lineId, ...params } = answerRoute.useParams();
  const { data, of, back, cancel } = useList(params);
  const answer = useChange(trpc.plan.whoDoesWhat.answer.mutationOptions());
  const form = useCommandForm(Answer);
  const draft = useDraftOf<z.input<typeof Answer>>(api, `answer-on-list:${lineId}`, ["words"]);
  const line = data.lines.find((one) => one.lineId === lineId);
  const asked = line?.said.findLast(({ says }) => says.code === "asks");
  if (line === undefined || asked === undefined) return <ErrorState kind="not-found" />;
  return (
    <ListFormPage data={data} title="Answer the question">
      <SummaryList
        rows={[
          { key: "Who asks", value: asked.name ?? line.name },
          { key: "The question", value: asked.words ?? "" },
        ]}
      />
      <Form
        form={form}
        draft={draft}
        submit="Answer"
        refusal={refusalView(answer.error)}
        notAllowed={whyNot(data.may.issue)}
        cancel={cancel}
        onSubmit={async (said) => {
          await answer.mutateAsync({ ...said, ...of, lineId });
          await back();
        }}
      >
        <TextArea name="words" label="What is the answer?" rows={4} most={limits.prose} />
      </Form>
    </ListFormPage>
  );
}
