import { Link, whyNot } from "@linchpin/portal";
import { DateText, EmptyState, InsetText, Page, Section, Table, Tag } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Answers } from "../../views.ts";
import { stagesQuery } from "./stage-queries.ts";

type Agency = Answers["record"]["stages"]["list"]["agencies"][number];
type Part = Agency["parts"][number];

/** Which parts of the shared record are live, agency by agency, and since when entries have the common shape (HIG-184, HIG-198). */
export function StagesPage() {
  const { data } = useSuspenseQuery(stagesQuery());
  const shut = whyNot(data.keep);
  return (
    <Page title="Shared record">
      <p className="govuk-body">
        Health and education share what goes with the child part by part. What an agency does not share yet is said on
        the child's page. Its own people read it from the first day.
      </p>
      {data.silence !== undefined && <InsetText>{data.silence}</InsetText>}
      {shut !== undefined && <p className="govuk-hint">{shut}</p>}
      {data.agencies.map((agency) => (
        <Section key={agency.agencyId} title={agency.agency}>
          {shut === undefined && !agency.keep.may && <p className="govuk-hint">{whyNot(agency.keep)}</p>}
          <Table
            stacked="short"
            caption={`What ${agency.agency} shares`}
            captionHidden
            rows={agency.parts}
            rowKey={({ part }) => part.code}
            columns={[
              { heading: "Part", cell: ({ part }) => part.label },
              { heading: "Shared", cell: (part) => <Shared part={part} /> },
              {
                heading: "Said by",
                cell: ({ by, recordedOn }) =>
                  by !== undefined &&
                  recordedOn !== undefined && (
                    <>
                      {by}, <DateText day={recordedOn} />
                    </>
                  ),
              },
              {
                heading: "Change",
                cell: ({ part }) =>
                  agency.keep.may && (
                    <Link to="/shared-record/$agencyId/$part" params={{ agencyId: agency.agencyId, part: part.code }}>
                      Change
                      <span className="govuk-visually-hidden">
                        : {part.label}, {agency.agency}
                      </span>
                    </Link>
                  ),
              },
            ]}
            empty={null}
          />
        </Section>
      ))}
      {data.agencies.length === 0 && <EmptyState title="No health or education agency works in this area" />}
      <Section title="The common shape of entries">
        <p className="govuk-body">
          {data.shapedSince === null ? (
            "Nobody has said from which day entries have the common shape. Each one needs all that is asked of it."
          ) : (
            <>
              Since <DateText day={data.shapedSince} />. What was written before stays as it was, and nothing is asked
              of it.
            </>
          )}
        </p>
        {shut === undefined && (
          <p className="govuk-body">
            <Link to="/shared-record/start">Change from which day it holds</Link>
          </p>
        )}
      </Section>
    </Page>
  );
}

function Shared({ part: { isLive, liveFrom } }: { readonly part: Part }) {
  if (liveFrom === undefined) return <Tag colour="grey">Nobody has said</Tag>;
  if (liveFrom === null) return <Tag colour="orange">Not shared</Tag>;
  return (
    <>
      {isLive ? <Tag colour="green">Shared</Tag> : <Tag colour="yellow">Not yet</Tag>} from <DateText day={liveFrom} />
    </>
  );
}
