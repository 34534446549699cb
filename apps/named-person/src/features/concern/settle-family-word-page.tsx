import { ChangeMarkOnScreen, changeMarks, FamilyAnswerOnScreen } from "@linchpin/domain";
import {
  fromForm,
  Link,
  Nowhere,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  useVersion,
  whyNot,
} from "@linchpin/portal";
import { DateField, DateText, Form, Page, Radios, SummaryList, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { familyWordsQuery } from "./told-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/family-asked/$wordId");
const AnswerScreen = fromForm(FamilyAnswerOnScreen);
const MarkScreen = fromForm(ChangeMarkOnScreen);
type OfChild = Answers["concern"]["familyWords"]["ofChild"];
type Props = { readonly word: OfChild["words"][number]; readonly may: OfChild["answer"] };

/** Answer what the family asked; of a change, say whether the plan is affected. */
export function SettleFamilyWordPage() {
  const { childId, wordId } = route.useParams();
  const { data } = useSuspenseQuery(familyWordsQuery(childId));
  const word = data.words.find((one) => one.wordId === wordId);
  if (word === undefined || word.answered || word.marked) return <Nowhere />;
  return word.kind.code === "change" ? (
    <MarkForm word={word} may={data.mark} />
  ) : (
    <AnswerForm word={word} may={data.answer} />
  );
}

const backTo = (childId: string) => ({ to: "/children/$childId/family-asked", params: { childId } }) as const;

const Said = ({ word: { raisedBy, raisedOn, words } }: Pick<Props, "word">) => (
  <SummaryList
    rows={[
      { key: "Who said it", value: raisedBy },
      { key: "On", value: <DateText day={raisedOn} /> },
      { key: "What they said", value: <span className="np-prose">{words}</span> },
    ]}
  />
);

function AnswerForm({ word, may }: Props) {
  const { childId, wordId } = word;
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const answer = useChange(trpc.concern.familyWords.answer.mutationOptions());
  const version = useVersion(word.version, answer.error);
  const form = useCommandForm(AnswerScreen, { defaultValues: {} });
  const draft = useDraftOf<z.input<typeof AnswerScreen>>(api, `family-answer:${wordId}`, ["answer"]);
  return (
    <Page title="Answer the family" back={{ href: href(backTo(childId)), text: "What the family asked" }}>
      <Said word={word} />
      <Form
        form={form}
        draft={draft}
        submit="Keep the answer"
        refusal={refusalView(answer.error)}
        notAllowed={whyNot(may)}
        cancel={<Link {...backTo(childId)}>Cancel</Link>}
        onSubmit={async (said) => {
          await answer.mutateAsync({ ...said, wordId, version, idempotencyKey });
          await navigate({ ...backTo(childId), replace: true });
        }}
      >
        <TextArea name="answer" label="What were they answered?" rows={4} />
        <DateField name="answeredOn" label="On which day were they answered?" />
      </Form>
    </Page>
  );
}

function MarkForm({ word, may }: Props) {
  const { childId, wordId } = word;
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const mark = useChange(trpc.concern.familyWords.mark.mutationOptions());
  const version = useVersion(word.version, mark.error);
  const form = useCommandForm(MarkScreen, { defaultValues: {} });
  const draft = useDraftOf<z.input<typeof MarkScreen>>(api, `family-mark:${wordId}`, ["because"]);
  return (
    <Page title="Is the plan affected?" back={{ href: href(backTo(childId)), text: "What the family asked" }}>
      <Said word={word} />
      <Form
        form={form}
        draft={draft}
        submit="Keep it"
        refusal={refusalView(mark.error)}
        notAllowed={whyNot(may)}
        cancel={<Link {...backTo(childId)}>Cancel</Link>}
        onSubmit={async (said) => {
          await mark.mutateAsync({ ...said, wordId, version, idempotencyKey });
          await navigate({ ...backTo(childId), replace: true });
        }}
      >
        <Radios name="mark" label="Is the plan affected?" options={optionsOf(changeMarks)} />
        <TextArea
          name="because"
          label="What is planned anew, or why is the plan not affected?"
          hint="For example: the nursery action is planned anew for the nursery near the new home"
          rows={4}
        />
      </Form>
    </Page>
  );
}
