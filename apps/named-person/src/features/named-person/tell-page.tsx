import { RecordTold, waysOfTelling } from "@linchpin/domain";
import {
  Link,
  maybe,
  optionsOf,
  Pages,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
} from "@linchpin/portal";
import {
  Button,
  Checkboxes,
  count,
  DateField,
  dateInWords,
  EmptyState,
  FilterPanel,
  Form,
  InsetText,
  LinkButton,
  Page,
  Radios,
  Table,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { type Establishment, EstablishmentPage, useEstablishment } from "../people/establishment-page.tsx";
import { tellQuery } from "./queries.ts";
import { LettersSearch, TellSearch } from "./search.ts";

const route = getRouteApi("/signed-in/tell");
type Telling = Extract<Answers["namedPerson"]["toTell"], { known: true }>["tellings"][number];

/** Children and carers who have to be told who the named person is or who leads, and what was recorded of telling them (HIG-63, GIR-25). */
export function TellPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const { namedPerson } = useTerms();
  const { data } = useSuspenseQuery(tellQuery(search));
  const state = search.state ?? "open";
  return (
    <TellFrame
      establishmentId={search.establishmentId}
      actions={
        data.known &&
        state === "open" &&
        data.tellings.length > 0 && (
          <LinkButton kind="secondary" href={href({ to: "/tell/letters", search: LettersSearch.parse(search) })}>
            Write letters
          </LinkButton>
        )
      }
    >
      {data.known ? (
        <>
          <p className="govuk-body">
            Each child, and each parent or carer, is told who the {namedPerson} is and who leads, and told again when it
            changes. {count(data.open, "person is", "people are")} still to be told.
          </p>
          <div className="np-narrowed">
            {search.establishmentId === undefined ? (
              <Narrow search={search} classes={undefined} />
            ) : (
              <NarrowOfSchool search={search} establishmentId={search.establishmentId} />
            )}
            <div>
              {data.tellings.length === 0 ? (
                <EmptyState title={state === "open" ? "Everybody has been told" : "Nobody is listed here"} />
              ) : state === "open" ? (
                <TellForm key={data.tellings.map(({ tellingId }) => tellingId).join()} tellings={data.tellings} />
              ) : (
                <ToldTable tellings={data.tellings} />
              )}
              <Pages
                of="people"
                after={search.after}
                nextCursor={data.nextCursor}
                onGo={(after) => void navigate({ search: { ...search, after } })}
              />
            </div>
          </div>
        </>
      ) : (
        <InsetText>{data.because}</InsetText>
      )}
    </TellFrame>
  );
}

type NarrowProps = {
  readonly search: TellSearch;
  /** Those of the school; without one, a class is typed. */
  readonly classes: Establishment["groups"]["classes"] | undefined;
};

function NarrowOfSchool({
  establishmentId,
  search,
}: {
  readonly establishmentId: string;
  readonly search: TellSearch;
}) {
  return <Narrow search={search} classes={useEstablishment(establishmentId)?.groups.classes} />;
}

function Narrow({ search, classes }: NarrowProps) {
  const navigate = route.useNavigate();
  const byClass = { name: "group", label: "Class" } as const;
  return (
    <FilterPanel
      title="Narrow the list"
      values={{
        ...(search.state === undefined ? {} : { state: search.state }),
        ...(search.group === undefined ? {} : { group: search.group }),
      }}
      onChange={(given) =>
        void navigate({
          search: TellSearch.parse({
            establishmentId: search.establishmentId,
            childId: search.childId,
            state: given.state || undefined,
            group: given.group || undefined,
          }),
        })
      }
      filters={[
        {
          kind: "one",
          name: "state",
          label: "How it stands",
          options: [
            { value: "open", label: "Still to be told" },
            { value: "told", label: "Told" },
            { value: "not-told", label: "Not told, with a reason" },
          ],
        },
        ...(classes === undefined
          ? [{ kind: "text" as const, ...byClass }]
          : classes.length === 0
            ? []
            : [
                {
                  kind: "one" as const,
                  ...byClass,
                  options: classes.map(({ group, words }) => ({ value: group, label: words })),
                },
              ]),
      ]}
    />
  );
}

type TellFrameProps = {
  readonly establishmentId: string | undefined;
  readonly actions: ReactNode;
  readonly children: ReactNode;
};

/** Among the pages of a school or clinic where it was asked for one; else a page of its own. */
function TellFrame({ establishmentId, actions, children }: TellFrameProps) {
  const title = "Families to tell";
  return establishmentId === undefined ? (
    <Page title={title} actions={actions}>
      {children}
    </Page>
  ) : (
    <EstablishmentPage establishmentId={establishmentId} title={title} actions={actions}>
      {children}
    </EstablishmentPage>
  );
}

const asked = RecordTold.shape;
const Screen = z
  .object({
    tellingIds: asked.tellingIds,
    outcome: z.enum(["told", "not-told"], { error: "Choose whether they were told" }),
    toldOn: asked.toldOn,
    how: maybe(asked.how.unwrap()),
    notToldBecause: asked.notToldBecause,
  })
  .superRefine(({ outcome, toldOn, how, notToldBecause }, ctx) => {
    const ask = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (outcome === "told" && toldOn === undefined) ask("toldOn", "Enter the day they were told");
    if (outcome === "told" && how === undefined) ask("how", "Choose how they were told");
    if (outcome === "not-told" && notToldBecause === undefined) ask("notToldBecause", "Enter why they were not told");
  });

/** Record that people were told, or why they were not. Nobody is ticked; all of a page can be at once. */
function TellForm({ tellings }: { readonly tellings: readonly Telling[] }) {
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.namedPerson.recordTold.mutationOptions());
  const form = useCommandForm(Screen, { defaultValues: { tellingIds: [] } });
  const draft = useDraftOf<z.input<typeof Screen>>(api, "tell-families", ["notToldBecause"]);
  return (
    <Form
      form={form}
      draft={draft}
      submit="Record it"
      submitting="Recording"
      refusal={refusalView(record.error)}
      onSubmit={({ tellingIds, outcome, toldOn, how, notToldBecause }) =>
        record.mutateAsync({
          tellingIds,
          idempotencyKey,
          ...(outcome === "told" ? { ...(toldOn ? { toldOn } : {}), ...(how ? { how } : {}) } : { notToldBecause }),
        })
      }
    >
      <Button
        kind="secondary"
        onClick={() =>
          form.setValue(
            "tellingIds",
            tellings.map(({ tellingId }) => tellingId),
          )
        }
      >
        Tick all {tellings.length} on this page
      </Button>
      <Checkboxes
        name="tellingIds"
        label="Who was told?"
        options={tellings.map((telling) => ({
          value: telling.tellingId,
          label: whom(telling),
          hint: <About telling={telling} />,
        }))}
      />
      <Radios
        name="outcome"
        label="What came of it?"
        options={[
          {
            value: "told",
            label: "They were told",
            reveal: (
              <>
                <DateField name="toldOn" label="Day they were told" />
                <Radios name="how" label="How?" options={optionsOf(waysOfTelling)} />
              </>
            ),
          },
          {
            value: "not-told",
            label: "They were not told, and there is a reason",
            reveal: <TextArea name="notToldBecause" label="Why were they not told?" rows={3} />,
          },
        ]}
      />
    </Form>
  );
}

function ToldTable({ tellings }: { readonly tellings: readonly Telling[] }) {
  return (
    <Table
      stacked
      caption="What was recorded"
      captionHidden
      rows={tellings}
      rowKey={({ tellingId }) => tellingId}
      columns={[
        { heading: "Who", cell: (telling) => whom(telling) },
        { heading: "About", cell: (telling) => <About telling={telling} /> },
        {
          heading: "What came of it",
          cell: ({ toldOn, how, notToldBecause }) =>
            toldOn
              ? `Told on ${dateInWords(toldOn)}: ${wayInWords(how).toLowerCase()}`
              : `Not told: ${notToldBecause ?? "no reason recorded"}`,
        },
      ]}
    />
  );
}

const wayInWords = (how: string | null): string =>
  how !== null && how in waysOfTelling
    ? waysOfTelling[how as keyof typeof waysOfTelling].label
    : (how ?? "not recorded");

const whom = ({ recipient: { is, name, relationship }, child }: Telling): string =>
  is === "child" ? `${name}, the child` : `${name}${relationship ? `, ${relationship.toLowerCase()}` : ""} of ${child}`;

const noLetter = {
  "kept-away": "Must not be brought near the child: record that they were not told",
  "left-out": "Takes part in nothing, and gets no letter: record why they were not told",
  gone: "On record no more, and gets no letter: record why they were not told",
} as const;

const about = ({ who: { as, name, title, from }, keptAway, noLetter: why, safeContact }: Telling): string =>
  [
    `${[name, title].filter(Boolean).join(", ")}${as === "lead-professional" ? ", as lead professional" : ""}, from ${dateInWords(from)}`,
    ...(why
      ? [`${noLetter[why]}${keptAway ? `, and ask ${keptAway.owner.name}` : ""}`]
      : safeContact
        ? [`Through ${safeContact.name}, since it is kept private where the child is`]
        : []),
  ].join(". ");

/** The same with the letter that went about it, to read or to print again. */
function About({ telling }: { readonly telling: Telling }) {
  const { letter } = telling;
  return (
    <>
      {about(telling)}
      {letter && (
        <span className="np-note">
          {letter.what} went on {dateInWords(letter.on)}, sent by {letter.by}:{" "}
          <Link to="/tell/sent/$sentCopyId" params={{ sentCopyId: letter.sentCopyId }}>
            open it
            <span className="govuk-visually-hidden"> for {whom(telling)}</span>
          </Link>
          {telling.toldOn === null && telling.notToldBecause === null && (
            <>
              {", or "}
              <Link to="/tell/letters" search={{ childId: telling.childId }}>
                write again
                <span className="govuk-visually-hidden"> to {whom(telling)}</span>
              </Link>
            </>
          )}
        </span>
      )}
    </>
  );
}
