import { LetterSending, letterWays } from "@linchpin/domain";
import { fromForm, refusalView } from "@linchpin/portal";
import {
  Checkbox,
  Form,
  InsetText,
  listInWords,
  NotificationBanner,
  Page,
  Section,
  SummaryList,
  useCommandForm,
} from "@linchpin/ui";
import type { z } from "zod";
import type { Answers } from "../../views.ts";
import { CopyPaper } from "./copy-paper.tsx";
import { OtherWayFields } from "./other-way-fields.tsx";

/** A letter, or a paper, exactly as it would go. */
export type LookToFamily = NonNullable<Answers["consent"]["sheets"]["look"]["look"]>;

const Screen = fromForm(LetterSending);
export type HowSent = z.output<typeof Screen>;

type CheckProps = {
  readonly of: "letter" | "paper";
  readonly look: LookToFamily;
  readonly back: { readonly href: string; readonly text: string };
  readonly hasChanged: boolean;
  readonly error: unknown;
  readonly onSend: (how: HowSent) => Promise<void>;
};

/** Exactly what goes to one of a family, and where to; then it is kept, and printed. */
export function CheckToFamily({ of, look, back, hasChanged, error, onSend }: CheckProps) {
  const { title, recipient, way, destination, problem, html, hash, wentBefore, adultsToThinkOf, leftOut, otherWay } =
    look;
  const form = useCommandForm(Screen);
  return (
    <Page title={`Exactly this ${of} goes`} caption={`${title}, for ${recipient}`} back={back}>
      {hasChanged && (
        <NotificationBanner title="Important">
          <p className="govuk-notification-banner__heading">
            The {of} or its address changed since you looked at it, and nothing was sent. Look at both again.
          </p>
        </NotificationBanner>
      )}
      <SummaryList
        rows={[
          { key: "Who gets it", value: recipient },
          { key: "How", value: letterWays[way].label },
          ...(destination === undefined
            ? []
            : [
                {
                  key: "Where to",
                  value: (
                    <span className="np-prose">{[destination.to, destination.address].filter(Boolean).join("\n")}</span>
                  ),
                },
              ]),
        ]}
      />
      {destination?.isSafeContact && (
        <InsetText>It is kept private where this child is: the {of} goes to the safe contact.</InsetText>
      )}
      {leftOut !== undefined && <InsetText>{leftOut}</InsetText>}
      <Section title={`The ${of}`}>
        <CopyPaper key={hash} title={`${title}, for ${recipient}`} html={html} />
      </Section>
      {problem === undefined ? (
        <Form
          form={form}
          guarded={false}
          submit={`Keep and print this ${of}`}
          submitting={`Keeping the ${of}`}
          refusal={refusalView(error)}
          onSubmit={onSend}
        >
          {wentBefore !== undefined && (
            <>
              <InsetText>{wentBefore}</InsetText>
              <Checkbox name="againConfirmed" label={`I have made sure that another ${of} is to go`} />
            </>
          )}
          {destination?.askedAgain !== undefined && (
            <>
              <InsetText>{destination.askedAgain}</InsetText>
              <Checkbox name="addressConfirmed" label="I have made sure of this address" />
            </>
          )}
          {adultsToThinkOf.length > 0 && (
            <Checkbox
              name="nobodyNearConfirmed"
              label={`I have made sure that ${listInWords(adultsToThinkOf)} neither lives nor is reached at this address`}
            />
          )}
          {otherWay && <OtherWayFields otherWay={otherWay} what={of} />}
        </Form>
      ) : (
        <InsetText>{problem}</InsetText>
      )}
    </Page>
  );
}
