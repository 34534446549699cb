import type { AppRouter } from "@linchpin/api";
import type { EndOwnSessions } from "@linchpin/domain";
import {
  Anchor,
  ConfirmButton,
  count,
  InsetText,
  momentInWords,
  NotificationBanner,
  Page,
  RefusalPanel,
  Section,
  SummaryList,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useState } from "react";
import type { Api } from "./api.ts";
import { ownSessionsQuery } from "./asked.ts";
import { useChange } from "./forms.ts";
import { refusalView } from "./refusals.ts";

type Session = inferRouterOutputs<AppRouter>["sessions"]["mine"]["sessions"][number];

type Props = {
  readonly api: Api;
  /** Where a manager finds the sessions of their staff; nobody else has one. */
  readonly staff?: string | undefined;
};

/** Where somebody is signed in, and how to end it: a computer left open, a phone that is gone. */
export function OwnSessionsPage({ api, staff }: Props) {
  const { data } = useSuspenseQuery(ownSessionsQuery(api));
  const end = useChange(api.trpc.sessions.endMine.mutationOptions());
  const [done, setDone] = useState<string>();
  const others = data.sessions.filter(({ isThis }) => !isThis);
  const here = data.sessions.find(({ isThis }) => isThis);
  const refusal = refusalView(end.error);
  const ends = async (which: EndOwnSessions["which"], words: string) => {
    setDone(undefined);
    await end.mutateAsync({ idempotencyKey: crypto.randomUUID(), which }).then(
      () => setDone(words),
      () => undefined, // said by the refusal
    );
  };
  return (
    <Page title="Where you are signed in">
      {done && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">{done}</p>
        </NotificationBanner>
      )}
      {refusal && <RefusalPanel {...refusal} />}
      {here && (
        <Section title="Here">
          <SummaryList rows={rowsOf(here)} />
          <p className="govuk-body">
            <Anchor href="/sign-out">Sign out here</Anchor>
          </p>
        </Section>
      )}
      <Section title="Elsewhere">
        {others.length === 0 ? (
          <p className="govuk-body">You are signed in nowhere else.</p>
        ) : (
          <>
            <InsetText>
              If you do not know one of these, end it, and tell your service desk at once: somebody may know your
              password.
            </InsetText>
            {others.map((session) => (
              <section key={session.sessionId} aria-label={`${session.device}, since ${momentInWords(session.since)}`}>
                <SummaryList rows={rowsOf(session)} />
                <ConfirmButton
                  question={`End the session in ${session.device}? What was not sent there is lost, except what is kept as a draft.`}
                  confirm="End it"
                  onConfirm={() =>
                    ends({ are: "one", sessionId: session.sessionId }, `The session in ${session.device} has ended.`)
                  }
                >
                  End this session
                </ConfirmButton>
              </section>
            ))}
            {others.length > 1 && (
              <ConfirmButton
                kind="warning"
                question={`End all ${count(others.length, "other session")}?`}
                confirm="End them"
                onConfirm={() => ends({ are: "others" }, "You are signed in here and nowhere else.")}
              >
                End all other sessions
              </ConfirmButton>
            )}
          </>
        )}
      </Section>
      {staff && (
        <p className="govuk-body">
          <Anchor href={staff}>Where your staff are signed in</Anchor>
        </p>
      )}
    </Page>
  );
}

const rowsOf = ({ device, since, lastUsed, until, post }: Session) => [
  { key: "Browser", value: device },
  { key: "Post", value: post ? `${post.title}, ${post.agencyName}, ${post.areaName}` : "None chosen yet" },
  { key: "Signed in", value: momentInWords(since) },
  { key: "Last used", value: momentInWords(lastUsed) },
  { key: "Ends at the latest", value: momentInWords(until) },
];
