import { useHref, whyNot } from "@linchpin/portal";
import {
  Anchor,
  Button,
  DateText,
  EmptyState,
  InsetText,
  LinkButton,
  Page,
  PrintButton,
  Section,
  SummaryList,
  Table,
  Tag,
  type TagColour,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Answers } from "../../views.ts";
import { whoDoesWhatQuery } from "./who-does-what-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/plans/$planId/who-does-what");
export type WhoDoesWhat = Answers["plan"]["whoDoesWhat"]["get"];
type Line = WhoDoesWhat["lines"][number];
type Part = WhoDoesWhat["now"][number];
const pageOf = "/children/$childId/plans/$planId/who-does-what";

/** Who does what under the plan, as it was issued, and whether it is clear to everybody on it. */
export function WhoDoesWhatPage() {
  const params = route.useParams();
  const { data } = useSuspenseQuery(whoDoesWhatQuery(params.planId, params.childId));
  const href = useHref();
  return (
    <Page
      title="Who does what"
      caption={`${data.planTitle}: ${data.childName}`}
      back={{ href: href({ to: "/children/$childId/plans/$planId", params }), text: "The plan" }}
      actions={data.issued && <PrintButton>Print it for yourself</PrintButton>}
    >
      <p className="govuk-body">
        <Tag colour={data.isClear ? "green" : "yellow"}>{data.isClear ? "Clear" : "Not yet clear"}</Tag> {data.says}
      </p>
      <OfBook data={data} />
      <Issue data={data} />
      {data.issued === undefined ? (
        <EmptyState title="The list has not been issued yet">
          <p className="govuk-body">
            It is made of the plan as it stands: everybody who works on it, what each of them does by when, and what the
            child and the family do. Everybody on it says whether it is clear, or asks.
          </p>
        </EmptyState>
      ) : (
        <Lines data={data} />
      )}
    </Page>
  );
}

function OfBook({ data: { ofBook } }: { readonly data: WhoDoesWhat }) {
  if (!ofBook.isAsked || ofBook.says.length === 0) return null;
  return (
    <SummaryList
      compact
      rows={[...new Map(ofBook.says.map((one) => [`${one.clause} ${one.words}`, one])).values()].map(
        ({ words, clause }) => ({ key: clause, value: words }),
      )}
    />
  );
}

function Issue({ data }: { readonly data: WhoDoesWhat }) {
  const { childId, planId, issued, hasChanged } = data;
  const href = useHref();
  const shut = whyNot(data.may.issue);
  const notToGive = whyNot(data.may.give);
  const give = "Give it to one of the family";
  const text = issued === undefined ? "Issue the list" : "Issue it again";
  return (
    <>
      {issued && (
        <p className="govuk-body">
          Issued on <DateText day={issued.on} /> by {issued.by}.
          {issued.childIsNotAskedBecause && <> The child is not on it: {issued.childIsNotAskedBecause}</>}
        </p>
      )}
      {hasChanged && (
        <InsetText>
          The plan has changed since the list was issued. Whoever is marked below, or has joined, is asked when it is
          issued again; who was clear and whose part is as it was stays clear.
        </InsetText>
      )}
      <div className="lp-no-print">
        {shut === undefined ? (
          <LinkButton kind="secondary" href={href({ to: `${pageOf}/issue`, params: { childId, planId } })}>
            {text}
          </LinkButton>
        ) : (
          <Button kind="secondary" notAllowed={shut}>
            {text}
          </Button>
        )}
      </div>
      {issued && (
        <div className="lp-no-print">
          {notToGive === undefined ? (
            <LinkButton kind="secondary" href={href({ to: `${pageOf}/paper`, params: { childId, planId } })}>
              {give}
            </LinkButton>
          ) : (
            <Button kind="secondary" notAllowed={notToGive}>
              {give}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

const colours: Readonly<Record<string, TagColour>> = { clear: "green", answered: "green", asked: "red" };

function Lines({ data }: { readonly data: WhoDoesWhat }) {
  return (
    <>
      <Section title="The list as it was issued">
        <Table
          stacked
          caption="Everybody on the list, and how it stands with them"
          captionHidden
          rows={data.lines}
          rowKey={({ lineId }) => lineId}
          columns={[
            { heading: "Who", cell: (line) => <Who part={line} /> },
            { heading: "What they do", cell: (line) => <Does part={line} /> },
            { heading: "How it stands", cell: (line) => <Stands line={line} /> },
            { heading: "What you can do", onScreenOnly: true, cell: (line) => <Say data={data} line={line} /> },
          ]}
          empty={null}
        />
      </Section>
      {data.joined.length > 0 && (
        <Section title="Joined since">
          <Table
            stacked
            caption="People who joined since the list was issued"
            captionHidden
            rows={data.joined.map((part, place) => ({ ...part, place }))}
            rowKey={({ place }) => `${place}`}
            columns={[
              { heading: "Who", cell: (part) => <Who part={part} /> },
              { heading: "What they do", cell: (part) => <Does part={part} /> },
            ]}
            empty={null}
          />
        </Section>
      )}
    </>
  );
}

function Who({ part: { name, role, agency } }: { readonly part: Part }) {
  return (
    <>
      {name}
      {(role ?? agency) && <span className="np-note">{[role, agency].filter(Boolean).join(", ")}</span>}
    </>
  );
}

/** Who it is, in one line: the key of a row. */
export const inOneLine = ({ name, role, agency }: Part): string => [name, role, agency].filter(Boolean).join(", ");

export function Does({ part: { part, does } }: { readonly part: Part }) {
  if (part === undefined && does.length === 0) return "No action of their own";
  return (
    <>
      {part && <div className="np-prose">{part}</div>}
      {does.map(({ what, outcome, startsOn, dueOn }) => (
        <div key={`${what} ${dueOn ?? ""}`} className="np-prose">
          {what}
          <span className="np-note">
            {outcome && <>So that: {outcome.replace(/\.$/, "")}. </>}
            {startsOn && (
              <>
                From <DateText day={startsOn} />.{" "}
              </>
            )}
            {dueOn && (
              <>
                By <DateText day={dueOn} />.
              </>
            )}
          </span>
        </div>
      ))}
    </>
  );
}

function Stands({ line: { stands, said, changedBecause } }: { readonly line: Line }) {
  return (
    <>
      <Tag colour={colours[stands.code] ?? "grey"}>{stands.label}</Tag>
      {changedBecause && <span className="np-prose">Changed since: {changedBecause}</span>}
      {said.map((one) => (
        <span key={`${one.says.code} ${one.on} ${one.words ?? ""}`} className="np-prose">
          {one.words ?? (one.says.label === stands.label ? "" : one.says.label)}
          <span className="np-note">
            {one.words && <>{one.says.label}. </>}
            {[one.name, one.how].filter(Boolean).join(", ")} <DateText day={one.on} />, {one.by}
          </span>
        </span>
      ))}
    </>
  );
}

/** The links of one line: its own person says it, the lead writes it down for child and family, and answers. */
function Say({ data, line }: { readonly data: WhoDoesWhat; readonly line: Line }) {
  const { childId, planId, may } = data;
  const href = useHref();
  const params = { childId, planId, lineId: line.lineId };
  const isLead = whyNot(may.issue) === undefined;
  const whose = <span className="govuk-visually-hidden">: {line.name}</span>;
  return (
    <span className="np-links">
      {line.isMine && <Anchor href={href({ to: `${pageOf}/$lineId/say`, params })}>Say whether it is clear</Anchor>}
      {isLead && line.isRecordedForThem && (
        <Anchor href={href({ to: `${pageOf}/$lineId/record`, params })}>Record what they say{whose}</Anchor>
      )}
      {isLead && line.stands.code === "asked" && (
        <Anchor href={href({ to: `${pageOf}/$lineId/answer`, params })}>Answer the question{whose}</Anchor>
      )}
    </span>
  );
}
