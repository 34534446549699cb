import { useHref } from "@linchpin/portal";
import { Anchor, dateInWords, momentInWords, Section, SummaryList, Table, Tag } from "@linchpin/ui";
import type { Rulebook } from "../../views.ts";
import { strengthInWords } from "./question.tsx";

type Of = { readonly book: Rulebook };

/** What stands behind the rules: the documents, what does not hold here, departures, words, and earlier adoptions. */
export function AboutTheBook({ book }: Of) {
  return (
    <>
      <Documents book={book} />
      <Departures book={book} />
      <SetAside book={book} />
      <Words book={book} />
      <Adoptions book={book} />
    </>
  );
}

function Documents({ book: { sources } }: Of) {
  return (
    <Section title="Documents">
      <Table
        caption="The documents that clauses are cited from"
        captionHidden
        dense
        stacked
        rows={sources}
        rowKey={({ source }) => source}
        columns={[
          { heading: "Cited as", cell: ({ source }) => source },
          { heading: "Document", cell: ({ title }) => title },
          { heading: "Issued", cell: ({ issued }) => dateInWords(issued) },
          { heading: "Weight", cell: ({ status }) => strengthInWords(status) },
        ]}
      />
    </Section>
  );
}

function Departures({ book: { departures } }: Of) {
  return (
    <Section title="Departures">
      <Table
        caption="Rules that the area has agreed not to follow"
        captionHidden
        dense
        stacked
        rows={departures}
        rowKey={({ rule, from }) => `${rule} ${from}`}
        columns={[
          { heading: "Rule", cell: ({ title }) => title },
          { heading: "Why", cell: ({ reason }) => reason },
          { heading: "Approved by", cell: ({ approvedBy }) => approvedBy },
          {
            heading: "When",
            cell: ({ from, until, isInForce }) => (
              <>
                from {dateInWords(from)}
                {until && <> until {dateInWords(until)}</>} {!isInForce && <Tag colour="grey">Not today</Tag>}
              </>
            ),
          },
        ]}
        empty={<p className="govuk-body">The area departs from no rule.</p>}
      />
    </Section>
  );
}

function SetAside({ book: { setsAside } }: Of) {
  return (
    <Section title="Set aside">
      <Table
        caption="Rules of the documents below that do not hold here"
        captionHidden
        dense
        stacked
        rows={setsAside}
        rowKey={({ rule }) => rule}
        columns={[
          { heading: "Rule that does not hold here", cell: ({ title }) => title },
          { heading: "Why", cell: ({ because }) => because },
        ]}
        empty={<p className="govuk-body">No rule of the documents it is based on is set aside.</p>}
      />
    </Section>
  );
}

function Words({ book: { terms } }: Of) {
  const rows = Object.entries(terms).map(([ours, theirs]) => ({
    key: ours.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (first) => first.toUpperCase()),
    value: theirs,
  }));
  if (rows.length === 0) return null;
  return (
    <Section title="Words of this area">
      <SummaryList rows={rows} compact />
    </Section>
  );
}

function Adoptions({ book: { adoptions } }: Of) {
  const href = useHref();
  return (
    <Section title="Adopted when">
      <Table
        caption="Every adoption that the area recorded, newest first"
        captionHidden
        dense
        stacked
        rows={adoptions}
        rowKey={({ adoptionId }) => adoptionId}
        columns={[
          {
            heading: "In force from",
            cell: ({ from, isShown, supersededAt, adoptionId }) => (
              <>
                {isShown || supersededAt ? (
                  dateInWords(from)
                ) : (
                  <Anchor href={href({ to: "/rulebook", search: { adoption: adoptionId } })}>
                    {dateInWords(from)}
                  </Anchor>
                )}{" "}
                {isShown && <Tag>Shown here</Tag>}
              </>
            ),
          },
          { heading: "Rulebook", cell: ({ title, version }) => `${title}, edition ${version}` },
          { heading: "Recorded", cell: ({ recordedAt }) => momentInWords(recordedAt) },
          {
            heading: "Corrected",
            cell: ({ supersededAt }) => (supersededAt ? momentInWords(supersededAt) : "No"),
          },
        ]}
      />
    </Section>
  );
}
