import { Link, useHref, whyNot } from "@linchpin/portal";
import { DateText, Details, InsetText, LinkButton, Page, Section } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { coreInformationQuery } from "../people/core-information-queries.ts";
import {
  type Common,
  Demographics,
  EntriesTable,
  KeptFromReader,
  type Part,
  Progress,
  SharedParts,
} from "./common-element-parts.tsx";
import { commonElementQuery } from "./common-element-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/goes-along");

/** What health and education both record, in three parts, and what goes with the child from one to the other (HIG-185, HIG-186). */
export function CommonElementPage() {
  const { childId } = route.useParams();
  const { data: common } = useSuspenseQuery(commonElementQuery(childId));
  const { data: core } = useSuspenseQuery(coreInformationQuery(childId));
  const href = useHref();
  const why = whyNot(common.record);
  const recordLink = (to: "event" | "milestone", text: string) =>
    why === undefined && (
      <LinkButton
        kind="secondary"
        href={
          to === "event"
            ? href({ to: "/children/$childId/goes-along/event", params: { childId } })
            : href({ to: "/children/$childId/goes-along/milestone", params: { childId } })
        }
      >
        {text}
      </LinkButton>
    );
  return (
    <Page title="What goes with the child">
      <p className="govuk-body">
        Health and education write this down once. It goes with the child from one to the other, and is read as from
        whoever wrote it.
      </p>
      {common.silence !== undefined && <InsetText>{common.silence}</InsetText>}
      {common.keptPrivateBy !== undefined && <KeptFromReader by={common.keptPrivateBy} />}
      {why !== undefined && common.keptPrivateBy === undefined && <p className="govuk-hint">{why}</p>}
      <Section title="Demographics">
        <Demographics common={common} core={core} />
        <p className="govuk-body">
          <Link to="/children/$childId/core-information" params={{ childId }}>
            Core information: confirm it or put it right
          </Link>
        </p>
        {common.demographics.isOpen && <SharedParts shared={common.demographics.shared} />}
      </Section>
      {common.keptPrivateBy === undefined && (
        <>
          <PartOf
            title="Key events"
            part={common.keyEvents}
            common={common}
            nothing="No key event to read"
            actions={recordLink("event", "Record a key event")}
          />
          <PartOf
            title="Achievements and milestones"
            part={common.milestones}
            common={common}
            nothing="No achievement or milestone to read"
            actions={recordLink("milestone", "Record an achievement or milestone")}
          />
          <Section title="Progress in Curriculum for Excellence">
            <Progress progress={common.progress} />
          </Section>
        </>
      )}
    </Page>
  );
}

type PartProps = {
  readonly title: string;
  readonly part: Part;
  readonly common: Common;
  readonly nothing: string;
  readonly actions: ReactNode;
};

function PartOf({ title, part, common: { childId, shapedSince }, nothing, actions }: PartProps) {
  const now = part.entries.filter(({ isOfFormerShape }) => !isOfFormerShape);
  const former = part.entries.filter(({ isOfFormerShape }) => isOfFormerShape);
  return (
    <Section title={title} actions={actions}>
      <EntriesTable childId={childId} caption={title} entries={now} nothing={nothing} />
      {former.length > 0 && shapedSince !== null && (
        <>
          <h3 className="govuk-heading-s">
            Written before <DateText day={shapedSince} />, as it was then
          </h3>
          <EntriesTable childId={childId} caption={`${title}, as written before`} entries={former} nothing="" />
        </>
      )}
      <SharedParts shared={part.shared} />
      {part.takenBack.length > 0 && (
        <Details summary={`Taken back: ${title.toLowerCase()}`}>
          {part.takenBack.map((entry) => (
            <p className="govuk-body-s np-prose" key={entry.entryId}>
              {entry.kind.label}: {entry.words} ({entry.by}). Taken back: {entry.because}
            </p>
          ))}
        </Details>
      )}
    </Section>
  );
}
