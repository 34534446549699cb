import { shownInWords } from "@linchpin/domain";
import { Button, type Column, EmptyState, Page, PrintButton, Section, Table, Tabs } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Figures } from "../../views.ts";
import { download } from "./csv.ts";
import { figuresQuery } from "./queries.ts";
import { FiguresSearch, stretches } from "./search.ts";

const route = getRouteApi("/signed-in/figures");
const tabs = stretches.map((months) => ({ id: months, label: `${months} months` }));

const monthInWords = (month: string) =>
  new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** The area in figures, from dated rows: no child and nobody at work is named. */
export function FiguresPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(figuresQuery(search));
  return (
    <Page title="Figures" caption={`${monthInWords(data.from)} to ${monthInWords(data.to)}`} actions={<PrintButton />}>
      <p className="govuk-body">
        The whole area, counted from what is on record. No child and no practitioner is named.
        {data.smallLeftOut &&
          " Numbers under 5 are not shown, and neither are numbers or shares that would give one of them back."}
      </p>
      <Tabs
        label="How far back"
        tabs={tabs}
        selected={search.months ?? "6"}
        onSelect={(months) => void navigate({ search: FiguresSearch.parse({ months }), replace: true })}
      >
        <Leads data={data} />
        <Needs data={data} />
        <Notices data={data} />
        <NotDoneTwice data={data} />
        <Section title="Exceptions that lapsed">
          <p className="govuk-body">
            {data.lapses === 0
              ? "No exception for agency, bank or supply staff lapsed while they led."
              : `${shownInWords(data.lapses)} ${data.lapses === 1 ? "exception" : "exceptions"} for agency, bank or supply staff lapsed while they led. Each counts as a breach.`}
          </p>
        </Section>
      </Tabs>
    </Page>
  );
}

type Of = { readonly data: Figures };
type Counted<Row> = {
  readonly heading: string;
  readonly value: (row: Row) => string | number;
  readonly inWords?: (row: Row) => string;
};

type SheetProps<Row> = {
  readonly title: string;
  readonly hint: string;
  readonly file: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Counted<Row>[];
  readonly empty: string;
  readonly children?: ReactNode;
};

/** One table of figures, and the same rows as a file. */
function FigureSheet<Row>({ title, hint, file, rows, columns, empty, children }: SheetProps<Row>) {
  const shown: readonly Column<Row>[] = columns.map(({ heading, value, inWords }) => ({
    heading,
    numeric: rows.length > 0 && rows.every((row) => typeof value(row) === "number"),
    cell: (row) => inWords?.(row) ?? value(row),
  }));
  const save = () =>
    download(`${file}.csv`, {
      headings: columns.map(({ heading }) => heading),
      rows: rows.map((row) => columns.map(({ value }) => value(row))),
    });
  return (
    <Section title={title}>
      <p className="govuk-hint">{hint}</p>
      {children}
      <Table
        caption={title}
        captionHidden
        stacked
        rows={rows}
        rowKey={(row) =>
          columns
            .map(({ value }) => value(row))
            .filter((value) => typeof value === "string")
            .join(" ")
        }
        columns={shown}
        empty={<EmptyState title={empty} />}
      />
      {rows.length > 0 && (
        <Button kind="secondary" onClick={save}>
          Download as CSV<span className="govuk-visually-hidden">: {title}</span>
        </Button>
      )}
    </Section>
  );
}

type LeadsRow = Figures["leads"][number];
type AgencyRow = Figures["agencies"][number];
const percent = ({ share }: { readonly share?: number | undefined }) => (share === undefined ? "" : `${share}%`);
const shares = (data: Figures) =>
  data.smallLeftOut
    ? []
    : [
        {
          heading: "Share of the month, per cent",
          value: ({ share }: { readonly share?: number | undefined }) => share ?? "",
          inWords: percent,
        },
      ];

function Leads({ data }: Of) {
  return (
    <>
      <FigureSheet<AgencyRow>
        title="Leads by agency and month"
        hint="Leads held at some time in the month, counted where the person worked then."
        file={`leads-by-agency-${data.from}-to-${data.to}`}
        rows={data.agencies}
        empty="Nobody led in these months"
        columns={[
          { heading: "Month", value: ({ month }) => month, inWords: ({ month }) => monthInWords(month) },
          { heading: "Agency", value: ({ agency }) => agency },
          { heading: "Leads", value: ({ leads }) => shownInWords(leads) },
          ...shares(data),
        ]}
      />
      <FigureSheet<LeadsRow>
        title="Leads by team and month"
        hint="The same leads, team by team, with how many people held them."
        file={`leads-by-team-${data.from}-to-${data.to}`}
        rows={data.leads}
        empty="Nobody led in these months"
        columns={[
          { heading: "Month", value: ({ month }) => month, inWords: ({ month }) => monthInWords(month) },
          { heading: "Agency", value: ({ agency }) => agency },
          { heading: "Team", value: ({ team }) => team },
          { heading: "Leads", value: ({ leads }) => shownInWords(leads) },
          { heading: "People", value: ({ people }) => shownInWords(people) },
          ...shares(data),
        ]}
      />
    </>
  );
}

function Needs({ data }: Of) {
  return (
    <FigureSheet<Figures["needs"][number]>
      title="Needs by route, quarter and lead agency"
      hint="Plans for which a lead professional came to be needed in the quarter, with the agency of who led first."
      file={`needs-${data.from}-to-${data.to}`}
      rows={data.needs}
      empty="No need for a lead professional began in these months"
      columns={[
        { heading: "Quarter", value: ({ quarter }) => quarter },
        { heading: "How the need arose", value: ({ route: how }) => how },
        { heading: "Agency that led first", value: ({ agency }) => agency },
        { heading: "Plans", value: ({ plans }) => shownInWords(plans) },
      ]}
    />
  );
}

function Notices({ data }: Of) {
  return (
    <FigureSheet<Figures["notices"][number]>
      title="Line managers told that nobody was agreed on"
      hint="Each worker tells their own line manager at once, and within the limit the rulebook sets. The day of telling counts, not the day it was recorded."
      file={`managers-told-${data.from}-to-${data.to}`}
      rows={data.notices}
      empty="Everybody was agreed on in these months"
      columns={[
        { heading: "Quarter", value: ({ quarter }) => quarter },
        { heading: "Agency", value: ({ agency }) => agency },
        { heading: "Discussions without agreement", value: ({ disputes }) => shownInWords(disputes) },
        { heading: "Notices", value: ({ notices }) => shownInWords(notices) },
        { heading: "Not on the day", value: ({ notImmediate }) => shownInWords(notImmediate) },
        { heading: "Beyond the limit", value: ({ late }) => shownInWords(late) },
      ]}
    />
  );
}

function NotDoneTwice({ data }: Of) {
  return (
    <FigureSheet<Figures["notDoneTwice"][number]>
      title="Work that was not done twice"
      hint="Assessments that were there already when a change of the level of need came to rest on them, and actions that did the same as another and were merged with it or stopped."
      file={`not-done-twice-${data.from}-to-${data.to}`}
      rows={data.notDoneTwice}
      empty="No assessment was used again and no action taken out in these months"
      columns={[
        { heading: "Quarter", value: ({ quarter }) => quarter },
        { heading: "Assessments used again", value: ({ assessments }) => shownInWords(assessments) },
        { heading: "Duplicate actions taken out", value: ({ actions }) => shownInWords(actions) },
      ]}
    />
  );
}
