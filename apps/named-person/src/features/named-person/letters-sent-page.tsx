import { useHref } from "@linchpin/portal";
import { count, momentInWords, NotificationBanner, Page, Section, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { CopyPaper } from "../consent/copy-paper.tsx";
import { lettersSentQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/tell/sent/$sentCopyId");

/** What each of them is called, one and several. */
const called = {
  letter: ["letter", "letters"],
  "family-paper": ["paper", "papers"],
  pack: ["part of a pack", "parts of packs"],
} as const;
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Letters, or papers, that went together, exactly as they went: to print, and to read again. */
export function LettersSentPage() {
  const { data } = useSuspenseQuery(lettersSentQuery(route.useParams().sentCopyId));
  const href = useHref();
  const { kind, letters, sheet, on, by } = data;
  const [one, several] = called[kind];
  return (
    <Page
      title={letters.length === 1 ? `A ${one} that went` : `${sentence(several)} that went`}
      caption={`${momentInWords(on)}, by ${by}`}
      back={{ href: href({ to: "/tell" }), text: "Families to tell" }}
    >
      {letters.some(({ isIntact }) => !isIntact) && (
        <NotificationBanner title="Important">
          <p className="govuk-notification-banner__heading">
            A {one} here is not what was sent: its check does not fit. Tell a privacy officer.
          </p>
        </NotificationBanner>
      )}
      <p className="govuk-body">
        {count(letters.length, one, several)}, kept exactly as {letters.length === 1 ? "it" : "they"} went. Record that
        somebody was told once they have it.
      </p>
      <CopyPaper
        title={`The ${several} as they went`}
        html={sheet}
        printable
        called={`the ${letters.length === 1 ? one : several}`}
      />
      <Section title="Who got one">
        <Table
          stacked
          caption={`Who got a ${one}, and where it went`}
          captionHidden
          rows={letters}
          rowKey={({ sentCopyId }) => sentCopyId}
          columns={[
            { heading: "Who", cell: ({ to, child }) => (to === child ? to : `${to}, for ${child}`) },
            {
              heading: "Where to",
              cell: ({ addressedTo, address, way, otherWayBecause }) => (
                <>
                  {way}
                  {(addressedTo ?? address) !== null && (
                    <span className="np-note np-prose">{[addressedTo, address].filter(Boolean).join("\n")}</span>
                  )}
                  {otherWayBecause !== null && (
                    <span className="np-note">Why not the agreed way: {otherWayBecause}</span>
                  )}
                </>
              ),
            },
          ]}
        />
      </Section>
    </Page>
  );
}
