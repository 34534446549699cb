import { type CopyClearing, type LetterAsked, LetterSending, letterWays } from "@linchpin/domain";
import { fromForm, refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
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
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { client, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { CopyPaper } from "../consent/copy-paper.tsx";
import { FoundInCopyStep } from "../consent/send-copy-found.tsx";
import { letterQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/tell/letters/$tellingId");
type Look = Answers["consent"]["letters"]["look"];

/** One letter that somebody looks at before it goes: each thing that was found in it, then exactly the letter and where to. */
export function LetterPage() {
  const { tellingId } = route.useParams();
  const { way = "handed-over", ...search } = route.useSearch();
  const { data } = useSuspenseQuery(letterQuery({ tellingId, way, clearings: [] }));
  const href = useHref();
  const [look, setLook] = useState<Look>(data);
  const [clearings, setClearings] = useState<readonly CopyClearing[]>([]);
  const [hasChanged, setChanged] = useState(false);
  const lookAt = async (decided: readonly CopyClearing[]) => {
    const asked: LetterAsked = { tellingId, way, clearings: [...decided] };
    setLook(await client.consent.letters.look.query(asked));
    setClearings(decided);
  };
  const back = href({ to: "/tell/letters", search: { ...search, way } });
  if (look.left.length > 0)
    return (
      <FoundInCopyStep
        key={look.hash}
        of="letter"
        look={look}
        before={clearings}
        isReferral={false}
        hasChanged={hasChanged}
        back={back}
        backTo="Letters"
        onDone={async (decided) => {
          await lookAt(decided);
          setChanged(false);
        }}
      />
    );
  return (
    <CheckLetter
      key={look.hash}
      look={look}
      clearings={clearings}
      back={back}
      hasChanged={hasChanged}
      onChanged={async () => {
        setChanged(true);
        await lookAt(clearings);
      }}
    />
  );
}

const Screen = fromForm(LetterSending);

type CheckProps = {
  readonly look: Look;
  readonly clearings: readonly CopyClearing[];
  readonly back: string;
  readonly hasChanged: boolean;
  readonly onChanged: () => Promise<void>;
};

function CheckLetter({ look, clearings, back, hasChanged, onChanged }: CheckProps) {
  const { tellingId, title, recipient, way, destination, problem, html, hash, wentBefore, adultsToThinkOf } = look;
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const send = useChange(trpc.consent.letters.send.mutationOptions());
  const form = useCommandForm(Screen);
  return (
    <Page
      title="Exactly this letter goes"
      caption={`${title}, for ${recipient}`}
      back={{ href: back, text: "Letters" }}
    >
      {hasChanged && (
        <NotificationBanner title="Important">
          <p className="govuk-notification-banner__heading">
            The letter or its address changed since you looked at it, and nothing was sent. Look at both again.
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
        <InsetText>It is kept private where this child is: the letter goes to the safe contact.</InsetText>
      )}
      <Section title="The letter">
        <CopyPaper key={hash} title={`${title}, for ${recipient}`} html={html} />
      </Section>
      {problem === undefined ? (
        <Form
          form={form}
          guarded={false}
          submit="Keep and print this letter"
          submitting="Keeping the letter"
          refusal={refusalView(send.error)}
          onSubmit={async (how) => {
            const letters = [{ ...how, tellingId, hash, clearings: [...clearings] }];
            const { sentCopyId } = await send.mutateAsync({ idempotencyKey, way, letters });
            if (sentCopyId === null) await onChanged();
            else await navigate({ to: "/tell/sent/$sentCopyId", params: { sentCopyId } });
          }}
        >
          {wentBefore !== undefined && (
            <>
              <InsetText>{wentBefore}</InsetText>
              <Checkbox name="againConfirmed" label="I have made sure that another letter is to go" />
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
        </Form>
      ) : (
        <InsetText>{problem}</InsetText>
      )}
    </Page>
  );
}
