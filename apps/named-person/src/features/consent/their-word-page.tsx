import { useHref, whyNot } from "@linchpin/portal";
import {
  Anchor,
  ButtonGroup,
  DateText,
  EmptyState,
  InsetText,
  LinkButton,
  Page,
  PrintButton,
  Section,
  SummaryList,
  Table,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Answers } from "../../views.ts";
import { theirWordQuery } from "./their-word-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/their-word");
type TheirWord = Answers["consent"]["theirWord"]["get"];
type Voice = TheirWord["voices"][number];
type Word = NonNullable<Voice["part"]>;

/** What child and family say of the plan, each apart: how they took part, what was explained, what they agree to. */
export function TheirWordPage() {
  const { childId, planId } = route.useParams();
  const { data } = useSuspenseQuery(theirWordQuery(planId, childId));
  const href = useHref();
  return (
    <Page
      title="What child and family say of the plan"
      caption={`${data.planTitle}: ${data.childName}`}
      back={{ href: href({ to: "/children/$childId/plans/$planId", params: { childId, planId } }), text: "The plan" }}
      actions={<PrintButton>Print the page</PrintButton>}
    >
      {data.takingPart.isAsked && !data.isAgreed && (
        <InsetText>The plan stays a draft until it is written down how each of them took part in making it.</InsetText>
      )}
      {data.voices.map((voice) => (
        <VoiceOf key={voice.whose.code} data={data} voice={voice} />
      ))}
      <Advocacy data={data} />
      <Views data={data} />
      <Agreements data={data} />
      <p className="govuk-body">
        <Anchor href={href({ to: "/children/$childId/plans/$planId/copies", params: { childId, planId } })}>
          Record that the plan was agreed
        </Anchor>
      </p>
    </Page>
  );
}

function VoiceOf({ data, voice }: { readonly data: TheirWord; readonly voice: Voice }) {
  const { childId, planId } = data;
  const href = useHref();
  const whose = voice.whose.code === "family" ? ("family" as const) : ("child" as const);
  const shut = whyNot(data.record) !== undefined;
  const params = { childId, planId, whose };
  const record = (to: string) => (shut ? {} : { action: { href: to, text: "Record", of: voice.whose.label } });
  const part = href({ to: "/children/$childId/plans/$planId/their-word/$whose/part", params });
  const explained = (what: "plan" | "lead") =>
    href({
      to: "/children/$childId/plans/$planId/their-word/$whose/explained/$what",
      params: { ...params, what },
    });
  return (
    <Section title={voice.whose.label}>
      <SummaryList
        rows={[
          { key: "Making the plan", value: <Said word={voice.part} />, ...record(part) },
          { key: "The plan was explained", value: <Said word={voice.planExplained} />, ...record(explained("plan")) },
          { key: "Why this person leads", value: <Said word={voice.leadExplained} />, ...record(explained("lead")) },
        ]}
      />
    </Section>
  );
}

function Said({ word }: { readonly word: Word | undefined }) {
  if (word === undefined) return "Not recorded";
  const { answer, words, form, on, by } = word;
  return (
    <>
      {answer.label}. {words && <span className="np-prose">{words}</span>}
      <span className="np-note">
        {form && <>{form}. </>}
        <DateText day={on} />, written down by {by}
      </span>
    </>
  );
}

/** Whether somebody speaks for them: considered, offered, answered, brought together, each with its day (GIR-37, HIG-97). */
function Advocacy({ data }: { readonly data: TheirWord }) {
  const { childId, planId, advocacy } = data;
  const href = useHref();
  const mayRecord = whyNot(data.record) === undefined;
  const to = (whose: "child" | "family") =>
    href({ to: "/children/$childId/plans/$planId/their-word/$whose/advocacy", params: { childId, planId, whose } });
  return (
    <Section title="Somebody to speak for them">
      {advocacy.isGap && (
        <p className="govuk-body">
          <Tag colour="red">Gap: not considered</Tag>
        </p>
      )}
      {advocacy.says.map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
      <SummaryList
        rows={advocacy.voices.map(({ whose, steps }) => ({
          key: whose.label,
          value:
            steps.length === 0 ? "Not considered" : steps.map((one) => <Step key={one.step.code + one.on} {...one} />),
          ...(mayRecord
            ? {
                action: {
                  href: to(whose.code === "family" ? "family" : "child"),
                  text: "Record",
                  of: "Somebody to speak for them",
                },
              }
            : {}),
        }))}
      />
    </Section>
  );
}

function Step({ step, name, words, on, by }: TheirWord["advocacy"]["voices"][number]["steps"][number]) {
  return (
    <span className="np-prose">
      {step.label}
      {name && `: ${name}`}
      {words && `. ${words}`}
      <span className="np-note">
        <DateText day={on} />, written down by {by}
      </span>
    </span>
  );
}

/** What they think of the plan, in their words, each with how it was taken into account. */
function Views({ data }: { readonly data: TheirWord }) {
  const { childId, planId, views } = data;
  const href = useHref();
  const record = (whose: "child" | "family") =>
    href({ to: "/children/$childId/plans/$planId/their-word/$whose/view", params: { childId, planId, whose } });
  const mayAnswer = whyNot(data.answerViews) === undefined;
  return (
    <Section title="What they think of the plan">
      <SummaryList
        rows={views.map(({ viewId, whose, words, how, name, on, by, answer }) => ({
          key: whose.label,
          value: (
            <>
              <span className="np-prose">{words}</span>
              <span className="np-note">
                {[name, how].filter(Boolean).join(", ")} <DateText day={on} />, written down by {by}
              </span>
              {answer === undefined ? (
                <span className="np-prose">No answer yet</span>
              ) : (
                <>
                  <span className="np-prose">Answer: {answer.words}</span>
                  <span className="np-note">
                    <DateText day={answer.on} />, {answer.by}
                  </span>
                </>
              )}
            </>
          ),
          ...(mayAnswer
            ? {
                action: {
                  href: href({
                    to: "/children/$childId/plans/$planId/their-word/views/$viewId",
                    params: { childId, planId, viewId },
                  }),
                  text: answer === undefined ? "Answer what was said by" : "Answer again what was said by",
                },
              }
            : {}),
        }))}
      />
      {views.length === 0 && <EmptyState title="No view is written down yet" />}
      {whyNot(data.record) === undefined && (
        <ButtonGroup>
          <LinkButton kind="secondary" href={record("child")}>
            Write down what the child thinks
          </LinkButton>
          <LinkButton kind="secondary" href={record("family")}>
            Write down what the family thinks
          </LinkButton>
        </ButtonGroup>
      )}
    </Section>
  );
}

function Agreements({ data }: { readonly data: TheirWord }) {
  const { childId, planId, actions, agreement } = data;
  const href = useHref();
  const shut = whyNot(data.record) !== undefined;
  const to = (whose: "child" | "family") =>
    href({ to: "/children/$childId/plans/$planId/their-word/$whose/agreement", params: { childId, planId, whose } });
  return (
    <Section title="What they agree to">
      {(agreement.says ?? []).map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
      <Table
        stacked
        caption="The actions that are still open"
        captionHidden
        rows={actions.map((action, index) => ({ ...action, number: index + 1 }))}
        rowKey={({ actionId }) => actionId}
        columns={[
          { heading: "Action", cell: ({ number, what }) => `${number}. ${what}` },
          { heading: "Who does it", cell: ({ owner }) => owner ?? "" },
          { heading: "The child", cell: ({ child }) => <Answer word={child} /> },
          { heading: "The family", cell: ({ family }) => <Answer word={family} /> },
        ]}
        empty={<EmptyState title="No action is open on the plan" />}
      />
      {actions.length > 0 && !shut && (
        <ButtonGroup>
          <LinkButton kind="secondary" href={to("child")}>
            Record what the child says
          </LinkButton>
          <LinkButton kind="secondary" href={to("family")}>
            Record what the family says
          </LinkButton>
        </ButtonGroup>
      )}
    </Section>
  );
}

function Answer({ word }: { readonly word: Word | undefined }) {
  if (word === undefined) return "Not asked yet";
  const { answer, words, form, name, on } = word;
  return (
    <>
      {answer.label}
      {words && <span className="np-prose">: {words}</span>}
      <span className="np-note">
        {[name, form].filter(Boolean).join(", ")} <DateText day={on} />
      </span>
    </>
  );
}
