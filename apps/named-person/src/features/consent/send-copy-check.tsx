import { CopySending, type CopyToSend, copyBases, copyWays } from "@linchpin/domain";
import { fromForm, refusalView, useDraftOf } from "@linchpin/portal";
import { Checkbox, Form, InsetText, listInWords, Page, Section, SummaryList, useCommandForm } from "@linchpin/ui";
import type { z } from "zod";
import { api } from "../../api.ts";
import { ToldFields } from "../concern/told.tsx";
import { CopyPaper } from "./copy-paper.tsx";
import { OtherWayFields } from "./other-way-fields.tsx";
import type { Look } from "./send-copy-journey.tsx";

const Screen = fromForm(CopySending);
const notYet = { told: "not-yet" } as const;

type CheckProps = {
  readonly planId: string;
  readonly asked: CopyToSend;
  readonly look: Look;
  readonly error: unknown;
  readonly hasChanged: boolean;
  readonly back: string;
  readonly onSend: (how: z.output<typeof CopySending>) => Promise<void>;
};

const changed = {
  title: "The copy or its address changed since you looked at it",
  text: "Nothing was sent. Below is the copy as it would go now, and where to: look at both again.",
};

/** Exactly the copy that goes, and where to; then it is sent. */
export function CheckCopyStep({ planId, asked, look, error, hasChanged, back, onSend }: CheckProps) {
  const { title, recipient, html, destination, adultsToThinkOf, hash, otherWay } = look;
  const form = useCommandForm(Screen, { defaultValues: { childTold: notYet, familyTold: notYet } });
  const draft = useDraftOf<z.input<typeof Screen>>(api, `send-copy-told:${planId}`, ["childTold", "familyTold"]);
  const { is } = asked.recipient;
  return (
    <Page
      title="Exactly this copy goes"
      caption={`${title}, for ${recipient}`}
      back={{ href: back, text: look.findings.length > 0 ? "What was found in the copy" : "Who gets the copy?" }}
    >
      <SummaryList
        rows={[
          { key: "Who gets it", value: recipient },
          { key: "How", value: copyWays[asked.way].label },
          ...(destination === undefined
            ? []
            : [
                {
                  key: "Where to",
                  value: <span className="np-prose">{`${destination.to}\n${destination.address}`}</span>,
                },
              ]),
          { key: "What for", value: asked.purpose ?? "A safeguarding referral" },
          { key: "It rests on", value: copyBases[asked.basis].label },
        ]}
      />
      {destination?.isSafeContact && (
        <InsetText>It is kept private where this child is: the copy goes to the safe contact.</InsetText>
      )}
      <Section title="The copy">
        <CopyPaper key={hash} title={`${title}, for ${recipient}`} html={html} />
      </Section>
      <Form
        form={form}
        draft={draft}
        guarded={false}
        submit="Send this copy"
        submitting="Keeping the copy"
        refusal={hasChanged ? changed : refusalView(error)}
        onSubmit={onSend}
      >
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
        {otherWay && <OtherWayFields otherWay={otherWay} what="copy" />}
        {is !== "child" && asked.basis !== "their-own" && (
          <ToldFields name="childTold" label="Has the child been told what goes, to whom and when?" />
        )}
        {is !== "carer" && asked.basis !== "their-own" && (
          <ToldFields name="familyTold" label="Has the family been told what goes, to whom and when?" />
        )}
      </Form>
    </Page>
  );
}
