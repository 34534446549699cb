import { Link, useHref, whyNot } from "@linchpin/portal";
import { Anchor, Button, DateText, dateInWords, EmptyState, LinkButton, Section, Table, Tag } from "@linchpin/ui";
import { basisInWords, type Consent, type Release, toldInWords } from "./consent-words.ts";

/** What went from one agency to somebody: the item, to whom, on which basis, and whether child and family know. */
export function Releases({ consent }: { readonly consent: Consent }) {
  const { childId, releases } = consent;
  const href = useHref();
  return (
    <Section title="What was shared">
      <p className="govuk-body">
        <Anchor href={href({ to: "/what-is-shared/$childId", params: { childId } })}>
          What we share about this child, with whom and why, to give to the family
        </Anchor>
      </p>
      <p className="govuk-body">
        <Anchor href={href({ to: "/children/$childId/sent", params: { childId } })}>
          Copies that were sent, each as it went
        </Anchor>
      </p>
      <Table
        stacked
        caption="What was shared, newest first"
        captionHidden
        rows={releases}
        rowKey={({ releaseId }) => releaseId}
        columns={[
          { heading: "What", cell: (one) => <What childId={childId} release={one} />, sortBy: ({ title }) => title },
          {
            heading: "With whom",
            cell: ({ to }) => (
              <>
                {to.name}
                <span className="np-note">{to.agency}</span>
              </>
            ),
            sortBy: ({ to }) => to.name,
          },
          { heading: "On", cell: ({ on }) => <DateText day={on} />, sortBy: ({ on }) => on },
          { heading: "It rests on", cell: basisInWords, sortBy: ({ basis }) => basis.label },
          { heading: "Child and family", cell: (one) => <Told release={one} /> },
          { heading: "How it stands", cell: (one) => <Stands release={one} /> },
        ]}
        empty={
          <EmptyState title="Nothing was shared">
            <p className="govuk-body">What is in your agency's file stays there until somebody of yours shares it.</p>
          </EmptyState>
        }
      />
      <ShareSomething consent={consent} />
    </Section>
  );
}

function What({ childId, release }: { readonly childId: string; readonly release: Release }) {
  const { releaseId, title, purpose, from } = release;
  return (
    <>
      <Link to="/children/$childId/consent/shared/$releaseId" params={{ childId, releaseId }}>
        {title}
      </Link>
      <span className="np-note">{purpose}</span>
      <span className="np-note">From the file of {from}</span>
    </>
  );
}

const Told = ({ release: { childTold, familyTold } }: { readonly release: Release }) => (
  <>
    The child: {toldInWords(childTold)}
    <span className="np-note">The family: {toldInWords(familyTold)}</span>
  </>
);

export function Stands({ release: { isEnded, isIncomplete, lastDay, ended } }: { readonly release: Release }) {
  return (
    <>
      <Tag colour={isEnded ? "grey" : "green"}>{isEnded ? "Ended" : "Shared"}</Tag>
      {isIncomplete && <Tag colour="orange">Reason still to be written down</Tag>}
      {lastDay && !isEnded && <span className="np-note">Until {dateInWords(lastDay)}</span>}
      {ended && (
        <span className="np-note">
          {dateInWords(ended.on)}: {ended.because}
        </span>
      )}
    </>
  );
}

function ShareSomething({ consent: { childId, items, may } }: { readonly consent: Consent }) {
  const href = useHref();
  const shut =
    whyNot(may.release) ??
    (items.some(({ isOwn }) => isOwn) ? undefined : "Nothing of this child is in your agency's file yet.");
  return shut === undefined ? (
    <LinkButton kind="secondary" href={href({ to: "/children/$childId/consent/share", params: { childId } })}>
      Share something
    </LinkButton>
  ) : (
    <Button kind="secondary" notAllowed={shut}>
      Share something
    </Button>
  );
}
