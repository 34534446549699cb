import { Link } from "@linchpin/portal";
import { DateText, Details, EmptyState, SummaryList, Table, WarningText } from "@linchpin/ui";
import type { Answers } from "../../views.ts";

export type Common = Answers["record"]["commonElement"]["get"];
export type Core = Answers["people"]["coreInformation"]["get"];
export type Part = Common["keyEvents"];
export type Entry = Part["entries"][number];
type Shared = Part["shared"];

/** What an agency does not share yet is said, and never shown as an empty list (HIG-198). */
export function SharedParts({ shared, isPrinted = false }: { readonly shared: Shared; readonly isPrinted?: boolean }) {
  const said = shared.filter(({ isLive }) => !isLive || !isPrinted);
  if (said.length === 0) return null;
  return (
    <ul className="govuk-list govuk-hint">
      {said.map(({ agencyId, says, isOurs, isLive }) => (
        <li key={agencyId}>
          {says}
          {isOurs && !isLive && " What your service wrote is read by its own people only."}
        </li>
      ))}
    </ul>
  );
}

/** "From health: Strathorran Community Health". */
export const fromWhere = ({ from }: Entry): string => `From ${from.service.label.toLowerCase()}: ${from.agency}`;

/** When it happened: the day, the age, or when it was written down before entries had this shape. */
export function WhenItWas({ entry: { on, age, isOfFormerShape, writtenOn } }: { readonly entry: Entry }) {
  if (on !== null) return <DateText day={on} />;
  if (age !== null) return `At ${age}`;
  return isOfFormerShape ? (
    <>
      As written on <DateText day={writtenOn} />
    </>
  ) : (
    "Not recorded"
  );
}

/** What happened or what it is in, in its writer's words; what it said before stands under it. */
export function Said({ entry }: { readonly entry: Entry }) {
  return (
    <>
      {entry.kind.label}
      {entry.level && `, ${entry.level.label.toLowerCase()}`}
      <span className="np-note np-prose">{entry.words}</span>
      {entry.former.length > 0 && (
        <Details summary={`As it read before: ${entry.kind.label.toLowerCase()}`}>
          {entry.former.map((row) => (
            <p className="govuk-body-s np-prose" key={`${row.recordedOn}${row.words}${row.because}`}>
              {row.kind.label}
              {row.on !== null && (
                <>
                  , <DateText day={row.on} />
                </>
              )}
              : {row.words} ({row.by}, <DateText day={row.recordedOn} />. Put right: {row.because})
            </p>
          ))}
        </Details>
      )}
    </>
  );
}

type TableProps = {
  readonly childId: string;
  readonly caption: string;
  readonly entries: readonly Entry[];
  readonly nothing: string;
  /** No links where it is read in print. */
  readonly isPrinted?: boolean;
};

export function EntriesTable({ childId, caption, entries, nothing, isPrinted = false }: TableProps) {
  const params = (entryId: string) => ({ childId, entryId });
  return (
    <Table
      stacked
      caption={caption}
      captionHidden
      rows={entries}
      rowKey={({ entryId }) => entryId}
      columns={[
        { heading: "When", cell: (entry) => <WhenItWas entry={entry} /> },
        { heading: "What", cell: (entry) => <Said entry={entry} /> },
        {
          heading: "From",
          cell: (entry) => (
            <>
              {fromWhere(entry)}
              <span className="np-note">
                {entry.by}
                {entry.source && `. ${entry.source.label}`}
              </span>
            </>
          ),
        },
        ...(isPrinted || !entries.some(({ mayChange }) => mayChange)
          ? []
          : [
              {
                heading: "Change",
                cell: ({ entryId, kind, words, mayChange }: Entry) =>
                  mayChange && (
                    <>
                      <Link to="/children/$childId/goes-along/$entryId/correct" params={params(entryId)}>
                        Put right
                        <span className="govuk-visually-hidden">
                          : {kind.label}, {words.slice(0, 60)}
                        </span>
                      </Link>
                      <br />
                      <Link to="/children/$childId/goes-along/$entryId/take-back" params={params(entryId)}>
                        Take back
                        <span className="govuk-visually-hidden">
                          : {kind.label}, {words.slice(0, 60)}
                        </span>
                      </Link>
                    </>
                  ),
              },
            ]),
      ]}
      empty={<EmptyState title={nothing} />}
    />
  );
}

/** The demographic part is core information: where its holder does not share it yet, that is said in its place. */
export function Demographics({ common, core }: { readonly common: Common; readonly core: Core }) {
  const { isOpen, shared } = common.demographics;
  if (!isOpen) return <SharedParts shared={shared} isPrinted />;
  return (
    <>
      <SummaryList
        rows={[
          ...core.items.map(({ item, says }) => ({
            key: item.label,
            value: says.map((line) => <div key={line}>{line}</div>),
          })),
          ...core.notOnRecord.map(({ label }) => ({ key: label, value: "Not on record" })),
        ]}
      />
      {core.isKeptPrivate && (
        <p className="govuk-body">Where this child is, who cares for them and how to reach them are kept private.</p>
      )}
    </>
  );
}

/** In each area of Curriculum for Excellence the last level, with the day of the report (HIG-16). */
export function Progress({ progress }: { readonly progress: Common["progress"] }) {
  return (
    <Table
      stacked="short"
      caption="Progress in Curriculum for Excellence"
      captionHidden
      rows={progress}
      rowKey={({ entryId }) => entryId}
      columns={[
        { heading: "Area", cell: ({ kind }) => kind.label },
        { heading: "Level", cell: ({ level }) => level?.label },
        { heading: "Last report", cell: (entry) => <WhenItWas entry={entry} /> },
        { heading: "From", cell: fromWhere },
      ]}
      empty={<EmptyState title="No level is recorded" />}
    />
  );
}

export const KeptFromReader = ({ by }: { readonly by: string }) => (
  <WarningText>
    It is kept private where this child is, and what happened to them with it. {by} answers for that.
  </WarningText>
);
