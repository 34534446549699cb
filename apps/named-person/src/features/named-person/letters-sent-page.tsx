import { useHref } from "@linchpin/portal";
import { count, momentInWords, NotificationBanner, Page, Section, Table } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { CopyPaper } from "../consent/copy-paper.tsx";
import { lettersSentQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/tell/sent/$sentCopyId");

/** Letters that went together, exactly as they went: to print, and to read again. */
export function LettersSentPage() {
  const { data } = useSuspenseQuery(lettersSentQuery(route.useParams().sentCopyId));
  const href = useHref();
  const { letters, sheet, on, by } = data;
  return (
    <Page
      title={letters.length === 1 ? "A letter that went" : "Letters that went"}
      caption={`${momentInWords(on)}, by ${by}`}
      back={{ href: href({ to: "/tell" }), text: "Families to tell" }}
    >
      {letters.some(({ isIntact }) => !isIntact) && (
        <NotificationBanner title="Important">
          <p className="govuk-notification-banner__heading">
            A letter here is not what was sent: its check does not fit. Tell a privacy officer.
          </p>
        </NotificationBanner>
      )}
      <p className="govuk-body">
        {count(letters.length, "letter")}, kept exactly as they went. Record that somebody was told once they have it.
      </p>
      <CopyPaper
        title="The letters as they went"
        html={sheet}
        printable
        called={letters.length === 1 ? "the letter" : "the letters"}
      />
      <Section title="Who got one">
        <Table
          stacked
          caption="Who got a letter, and where it went"
          captionHidden
          rows={letters}
          rowKey={({ sentCopyId }) => sentCopyId}
          columns={[
            { heading: "Letter to", cell: ({ to, child }) => (to === child ? to : `${to}, for ${child}`) },
            {
              heading: "Where to",
              cell: ({ addressedTo, address, way }) => (
                <>
                  {way}
                  {(addressedTo ?? address) !== null && (
                    <span className="np-note np-prose">{[addressedTo, address].filter(Boolean).join("\n")}</span>
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
