import { capital, Link, useHref, whyNot } from "@linchpin/portal";
import {
  DateText,
  EmptyState,
  LinkButton,
  Page,
  PrintButton,
  Section,
  SummaryList,
  Table,
  WarningText,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTerms } from "../../terms.ts";
import type { Answers, Child } from "../../views.ts";
import { aroundQuery } from "../people/around-queries.ts";
import { coreInformationQuery } from "../people/core-information-queries.ts";
import { childQuery } from "../people/queries.ts";
import { Demographics, EntriesTable, KeptFromReader, Progress, SharedParts } from "./common-element-parts.tsx";
import { commonElementQuery, siblingsQuery } from "./common-element-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/whole-world");
type Siblings = Answers["people"]["siblings"]["get"];
type Sibling = Siblings["siblings"][number];
type Around = Answers["people"]["around"]["get"];

/** What is known of the child beside the family, brothers and sisters, and the people who matter, as far as the reader may (HIG-81). */
export function WholeWorldPage() {
  const { childId } = route.useParams();
  const { data: child } = useSuspenseQuery(childQuery(childId));
  const { data: common } = useSuspenseQuery(commonElementQuery(childId));
  const { data: core } = useSuspenseQuery(coreInformationQuery(childId));
  const { data: siblings } = useSuspenseQuery(siblingsQuery(childId));
  const { data: around } = useSuspenseQuery(aroundQuery(childId));
  const isKept = around.keptPrivateBy !== undefined;
  return (
    <Page title="The child's whole world" caption={child.name.full} actions={<PrintButton />}>
      {around.keptPrivateBy !== undefined && <KeptFromReader by={around.keptPrivateBy} />}
      <Section title="Who helps">
        <WhoHelps child={child} isKept={isKept} />
      </Section>
      {!isKept && (
        <>
          <BrothersAndSisters childId={childId} siblings={siblings} />
          <PeopleWhoMatter around={around} />
        </>
      )}
      <Section title="About the child">
        <Demographics common={common} core={core} />
      </Section>
      {!isKept && (
        <>
          <Section title="Progress in Curriculum for Excellence">
            <Progress progress={common.progress} />
          </Section>
          {(
            [
              ["Key events", common.keyEvents, "No key event to read"],
              ["Achievements and milestones", common.milestones, "No achievement or milestone to read"],
            ] as const
          ).map(([title, part, nothing]) => (
            <Section key={title} title={title}>
              <EntriesTable childId={childId} caption={title} entries={part.entries} nothing={nothing} isPrinted />
              <SharedParts shared={part.shared} isPrinted />
            </Section>
          ))}
        </>
      )}
    </Page>
  );
}

function WhoHelps({ child: { namedPerson, lead }, isKept }: { readonly child: Child; readonly isKept: boolean }) {
  const { namedPerson: named, leadProfessional } = useTerms();
  const reach = (one: { readonly phone: string | null; readonly email: string | null }) =>
    isKept ? [] : [one.phone, one.email];
  const line = (parts: readonly (string | null | undefined)[]): ReactNode => parts.filter(Boolean).join(", ");
  return (
    <SummaryList
      rows={[
        ...(namedPerson.known
          ? [
              {
                key: capital(named),
                value: namedPerson.current
                  ? line([namedPerson.current.name, namedPerson.current.title, ...reach(namedPerson.current)])
                  : "Nobody",
              },
            ]
          : []),
        ...(lead.current
          ? [{ key: capital(leadProfessional), value: line([lead.current.name, lead.current.title]) }]
          : []),
      ]}
    />
  );
}

function BrothersAndSisters({ childId, siblings }: { readonly childId: string; readonly siblings: Siblings }) {
  const { namedPerson } = useTerms();
  const href = useHref();
  const why = whyNot(siblings.record);
  return (
    <Section
      title="Brothers and sisters"
      actions={
        why === undefined && (
          <LinkButton
            kind="secondary"
            href={href({ to: "/children/$childId/whole-world/sibling", params: { childId } })}
          >
            Write down a brother or sister
          </LinkButton>
        )
      }
    >
      {!siblings.namesNamedPersons && (
        <p className="govuk-hint">
          Who their {namedPerson}s are, this child's {namedPerson} can tell you.
        </p>
      )}
      <Table
        stacked
        caption="Brothers and sisters"
        captionHidden
        rows={siblings.siblings}
        rowKey={({ linkId, givenName, bornOn }) => linkId ?? `${givenName}${bornOn}`}
        columns={[
          { heading: "Who", cell: (sibling) => <WhoTheyAre sibling={sibling} /> },
          {
            heading: `Their ${namedPerson}`,
            cell: (sibling) => (
              <>
                <TheirNamedPerson sibling={sibling} />
                <WhatIsOpen sibling={sibling} />
              </>
            ),
          },
          {
            heading: "Change",
            cell: ({ linkId, givenName }) =>
              linkId !== null &&
              why === undefined && (
                <Link to="/children/$childId/whole-world/siblings/$linkId/take-back" params={{ childId, linkId }}>
                  Take back<span className="govuk-visually-hidden">: {givenName}</span>
                </Link>
              ),
          },
        ]}
        empty={<EmptyState title="No brother or sister is written down" />}
      />
      {siblings.heldBack !== undefined && (
        <p className="govuk-body lp-no-print">
          <Link to="/children/$childId/whole-world/held-back" params={{ childId }}>
            What their {namedPerson}s are told of this child
          </Link>
        </p>
      )}
    </Section>
  );
}

function TheirNamedPerson({ sibling: { namedPerson: theirs } }: { readonly sibling: Sibling }) {
  if (theirs === null) return "Nobody is known here";
  return (
    <>
      {[theirs.name, theirs.title].filter(Boolean).join(", ")}
      <span className="np-note">{[theirs.place, theirs.phone, theirs.email].filter(Boolean).join(", ")}</span>
    </>
  );
}

/** That something is open for a brother or sister, and nothing of what: it is not printed with this child's page. */
function WhatIsOpen({ sibling: { open } }: { readonly sibling: Sibling }) {
  const said = [...(open?.concern ? ["A concern is open"] : []), ...(open?.plan ? ["A plan is open"] : [])];
  if (said.length === 0) return null;
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0 lp-no-print">
      {said.map((one) => (
        <li key={one}>
          <strong>{one}</strong>
        </li>
      ))}
    </ul>
  );
}

function WhoTheyAre({ sibling: { is, givenName, bornOn, told, opens } }: { readonly sibling: Sibling }) {
  return (
    <>
      {opens === undefined ? (
        givenName
      ) : (
        <Link to="/children/$childId" params={{ childId: opens }}>
          {givenName}
        </Link>
      )}
      , {is === null ? "brother or sister" : is.label.toLowerCase()}
      {bornOn !== null && (
        <>
          , born <DateText day={bornOn} />
        </>
      )}
      <span className="np-note">
        {told === null ? (
          "As it says on their record"
        ) : (
          <>
            Told by {told.by}. Written down by {told.recordedBy} on <DateText day={told.on} />
          </>
        )}
      </span>
    </>
  );
}

/** Adults of the family, and whom child and family chose: a grandmother, the swimming coach. */
function PeopleWhoMatter({ around: { childId, adults, chosen } }: { readonly around: Around }) {
  const rows = [
    ...adults.map(({ carerId, name, relationship, phone, email, isKeptAway }) => ({
      key: carerId,
      who: name,
      as: relationship ?? "Relationship not recorded",
      reach: isKeptAway ? "" : [phone, email].filter(Boolean).join(", "),
      isKeptAway,
    })),
    ...chosen.flatMap(({ contactId, name, as, whoTheyAre, reach, isKeptAway }) =>
      name === null
        ? []
        : [
            {
              key: contactId,
              who: name,
              as: [whoTheyAre, as.label].filter(Boolean).join(". "),
              reach: isKeptAway ? "" : (reach ?? ""),
              isKeptAway,
            },
          ],
    ),
  ];
  return (
    <Section title="People who matter to the child">
      {rows.some(({ isKeptAway }) => isKeptAway) && (
        <WarningText>
          Do not write to, call or invite{" "}
          {rows
            .filter(({ isKeptAway }) => isKeptAway)
            .map(({ who }) => who)
            .join(" or ")}
          .
        </WarningText>
      )}
      <Table
        stacked="short"
        caption="People who matter to the child"
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { heading: "Who", cell: ({ who }) => who },
          { heading: "To the child", cell: ({ as }) => as },
          {
            heading: "How to reach them",
            cell: ({ reach, isKeptAway }) => (isKeptAway ? "Do not contact" : reach || "Not recorded"),
          },
        ]}
        empty={<EmptyState title="Nobody is recorded yet" />}
      />
      <p className="govuk-body lp-no-print">
        <Link to="/children/$childId/people-around" params={{ childId }}>
          People around the child: what each takes part in, and whom child and family chose
        </Link>
      </p>
    </Section>
  );
}
