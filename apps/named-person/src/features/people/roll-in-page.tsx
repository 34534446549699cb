import { importFields } from "@linchpin/domain";
import { Link, Pages, useHref } from "@linchpin/portal";
import {
  Button,
  ButtonGroup,
  count,
  Details,
  dateInWords,
  Figures,
  FilterPanel,
  InsetText,
  LinkButton,
  momentInWords,
  NotificationBanner,
  Page,
  SummaryList,
  Table,
  UndoBanner,
} from "@linchpin/ui";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { rollInQuery, rollInRowsQuery, undoneKey } from "./queries.ts";
import { RollInRows } from "./roll-in-rows.tsx";
import { RollInState } from "./roll-in-state.tsx";
import { RollInRowsSearch } from "./search.ts";

const route = getRouteApi("/signed-in/roll/imports/$rollInId");
type RollIn = Answers["people"]["rollIn"]["get"];
type Undone = Answers["people"]["rollIn"]["undo"];

/** One import: what it would change, row by row, until it is confirmed; then what it did. */
export function RollInPage() {
  const { rollInId } = route.useParams();
  const href = useHref();
  const { data: rollIn } = useSuspenseQuery(rollInQuery(rollInId));
  return (
    <Page
      title={rollIn.fileName}
      caption={rollIn.establishment}
      back={{
        href: href({ to: "/roll/$establishmentId/imports", params: { establishmentId: rollIn.establishmentId } }),
        text: "Imports",
      }}
    >
      <p className="govuk-body">
        <RollInState state={rollIn.state} /> Uploaded by {rollIn.uploadedBy} on {momentInWords(rollIn.uploadedAt)}.
      </p>
      <Done rollIn={rollIn} />
      <Discarded rollIn={rollIn} />
      <JustUndone rollInId={rollInId} />
      {rollIn.state === "previewed" && <Preview rollIn={rollIn} />}
      {rollIn.state !== "discarded" && <Rows rollIn={rollIn} />}
      <Columns rollIn={rollIn} />
    </Page>
  );
}

/** What the list says, in figures and row by row. */
function Rows({ rollIn }: Of) {
  const { rollInId } = rollIn;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: rows } = useSuspenseQuery(rollInRowsQuery(rollInId, search));
  return (
    <>
      <Counts rollIn={rollIn} />
      <div className="np-narrowed">
        <FilterPanel
          title="Narrow the rows"
          values={{
            ...(search.kind === undefined ? {} : { kind: search.kind }),
            ...(search.warnings === true ? { warnings: ["yes"] } : {}),
          }}
          onChange={({ kind, warnings }) =>
            void navigate({
              search: RollInRowsSearch.parse({
                kind: kind || undefined,
                ...(warnings?.length ? { warnings: true } : {}),
              }),
            })
          }
          filters={[
            { kind: "one", name: "kind", label: "What the row is", options: kinds },
            {
              kind: "several",
              name: "warnings",
              label: "Show only",
              options: [{ value: "yes", label: "Rows with a warning" }],
            },
          ]}
        />
        <div>
          <RollInRows
            rollIn={rollIn}
            rows={rows.rows}
            isNarrowed={search.kind !== undefined || search.warnings === true}
          />
          <Pages
            of="rows"
            after={search.after}
            nextCursor={rows.nextCursor}
            onGo={(after) => void navigate({ search: { ...search, after } })}
          />
        </div>
      </div>
    </>
  );
}

const kinds = [
  { value: "new", label: "New to the roll" },
  { value: "changed", label: "Changes something" },
  { value: "same", label: "Already so" },
  { value: "possible-match", label: "Perhaps a child who is here" },
  { value: "refused", label: "Cannot be imported" },
] as const;

type Of = { readonly rollIn: RollIn };

function Preview({ rollIn: { rollInId, summary, words, sameFileImportedAt, keptUntil } }: Of) {
  const href = useHref();
  const nothing = summary.new + summary.changed + summary.toDecide + summary.notInList === 0;
  return (
    <>
      {sameFileImportedAt && <InsetText>This very file was imported on {momentInWords(sameFileImportedAt)}.</InsetText>}
      {words && <p className="govuk-body">{words}</p>}
      <ButtonGroup>
        {summary.toDecide > 0 ? (
          <Button
            notAllowed={`Decide first about ${count(summary.toDecide, "row")} that may be a child who is here already.`}
          >
            Go on to import
          </Button>
        ) : nothing ? (
          <Button notAllowed="Nothing in this list would change the roll.">Go on to import</Button>
        ) : (
          <LinkButton href={href({ to: "/roll/imports/$rollInId/confirm", params: { rollInId } })}>
            Go on to import
          </LinkButton>
        )}
        {summary.toDecide > 0 && (
          <Link to="/roll/imports/$rollInId" params={{ rollInId }} search={{ kind: "possible-match" }}>
            Show the rows to decide
          </Link>
        )}
        <Link to="/roll/imports/$rollInId/discard" params={{ rollInId }}>
          Discard this list
        </Link>
      </ButtonGroup>
      {keptUntil && (
        <p className="govuk-hint">A list that nobody imports is discarded by itself on {dateInWords(keptUntil)}.</p>
      )}
    </>
  );
}

function Done({ rollIn }: Of) {
  const { done, state, rollInId, confirmedAt, undoneAt, establishmentId } = rollIn;
  const navigate = route.useNavigate();
  const [isOpen, setOpen] = useState(true);
  const { namedPerson } = useTerms();
  if (state === "undone") return <p className="govuk-body">Undone {undoneAt && <>on {momentInWords(undoneAt)}</>}.</p>;
  if (done === null) return null;
  return (
    <>
      {isOpen && (
        <UndoBanner
          text={`Imported${confirmedAt ? ` on ${momentInWords(confirmedAt)}` : ""}: ${count(done.added, "child", "children")} added, ${done.changed} changed, ${done.left} left.`}
          onUndo={() => navigate({ to: "/roll/imports/$rollInId/undo", params: { rollInId } })}
          onClose={() => setOpen(false)}
        />
      )}
      {done.namedPersons && (
        <p className="govuk-body">
          {done.namedPersons.assigned} now have a {namedPerson} by your arrangement.{" "}
          {done.namedPersons.unassigned > 0 && (
            <Link to="/roll/$establishmentId/without" params={{ establishmentId }}>
              {count(done.namedPersons.unassigned, "child has", "children have")} none
            </Link>
          )}
        </p>
      )}
      {done.leftOut > 0 && <p className="govuk-body">{count(done.leftOut, "row was", "rows were")} left out.</p>}
    </>
  );
}

/** A list that was put aside: by whom and when. What was read of it is gone. */
function Discarded({ rollIn: { discarded, words, establishmentId } }: Of) {
  if (discarded === undefined) return null;
  return (
    <>
      <p className="govuk-body">
        {words} {discarded.by ? `Discarded by ${discarded.by}` : "It was discarded by itself, as nobody imported it,"}{" "}
        on {momentInWords(discarded.at)}. What was read of it is deleted.
      </p>
      <p className="govuk-body">
        <Link to="/roll/$establishmentId/imports/new" params={{ establishmentId }}>
          Upload a list
        </Link>
      </p>
    </>
  );
}

/** What undoing did, as long as the page is open: children who stay, each with why. */
function JustUndone({ rollInId }: { readonly rollInId: string }) {
  const { data } = useQuery<Undone>({ queryKey: undoneKey(rollInId), enabled: false });
  if (data === undefined) return null;
  return (
    <NotificationBanner title="Undone" tone="done">
      <p className="govuk-body">
        {count(data.removed, "child", "children")} removed, {data.restored} as they were before.
      </p>
      {data.kept.length > 0 && (
        <Table
          stacked
          caption="Children who stay"
          rows={data.kept}
          rowKey={({ childId }) => childId}
          columns={[
            { heading: "Name", cell: ({ name }) => name },
            { heading: "Why", cell: ({ why }) => why },
          ]}
        />
      )}
    </NotificationBanner>
  );
}

function Counts({ rollIn: { rollInId, summary } }: Of) {
  const href = useHref();
  const to = (search: RollInRowsSearch) => href({ to: "/roll/imports/$rollInId", params: { rollInId }, search });
  return (
    <Figures
      figures={[
        { label: "Rows", value: summary.rows, href: to({}) },
        { label: "New", value: summary.new, href: to({ kind: "new" }) },
        { label: "Changed", value: summary.changed, href: to({ kind: "changed" }) },
        { label: "Already so", value: summary.same, href: to({ kind: "same" }) },
        { label: "To decide", value: summary.toDecide, href: to({ kind: "possible-match" }) },
        { label: "Cannot be imported", value: summary.refused, href: to({ kind: "refused" }) },
        { label: "With a warning", value: summary.withWarnings, href: to({ warnings: true }) },
        { label: "Not in the list", value: summary.notInList },
      ]}
    />
  );
}

const encodings: Record<RollIn["encoding"], string> = {
  "utf-8": "UTF-8",
  "utf-16": "UTF-16",
  "windows-1252": "Windows-1252",
};

function Columns({ rollIn: { mapping, encoding } }: Of) {
  return (
    <Details summary="How the file was read">
      <SummaryList
        compact
        rows={[
          { key: "Characters", value: encodings[encoding] },
          ...Object.entries(mapping).map(([field, heading]) => ({
            key: importFields[field as keyof typeof importFields].label,
            value: heading,
          })),
        ]}
      />
    </Details>
  );
}
