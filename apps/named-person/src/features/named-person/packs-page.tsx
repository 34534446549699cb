import { PacksOnScreen, partsOfPack, waysOfTelling } from "@linchpin/domain";
import { optionsOf, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey } from "@linchpin/portal";
import {
  Anchor,
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
  Radios,
  Section,
  Table,
  Tag,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { EstablishmentPage, useEstablishment } from "../people/establishment-page.tsx";
import { packsQuery } from "./queries.ts";
import { PacksSearch } from "./search.ts";

const route = getRouteApi("/signed-in/roll/$establishmentId/packs");
type Known = Extract<Answers["namedPerson"]["paper"]["packs"], { known: true }>;
type Pack = Known["open"][number];

/** Which families have their pack, and which not yet: before a school year, or at any time (HIG-66). */
export function PacksPage() {
  const { establishmentId } = route.useParams();
  const search = route.useSearch();
  const href = useHref();
  const { data } = useSuspenseQuery(packsQuery(establishmentId, search));
  const canPrint = data.known && data.open.length > 0;
  return (
    <EstablishmentPage
      establishmentId={establishmentId}
      title="Packs for families"
      actions={
        canPrint && (
          <LinkButton href={href({ to: "/roll/$establishmentId/packs/send", params: { establishmentId }, search })}>
            Keep and print packs
          </LinkButton>
        )
      }
    >
      {data.known ? <Packs data={data} /> : <InsetText>{data.because}</InsetText>}
    </EstablishmentPage>
  );
}

function Packs({ data: { without, open, given, hasMore } }: { readonly data: Known }) {
  const { namedPerson } = useTerms();
  const href = useHref();
  return (
    <>
      <p className="govuk-body">
        A pack says who the {namedPerson} is and what they are for: a page for parents and carers, and a card for the
        child. Without the child's part it is incomplete.{" "}
        <Anchor href={href({ to: "/for-families" })}>How families reach you</Anchor>
      </p>
      <div className="np-narrowed">
        <Narrow />
        <div>
          {hasMore && (
            <InsetText>There are more children than are shown at once. Choose a class or a year group.</InsetText>
          )}
          {without.length > 0 && <Without packs={without} />}
          <Section title="Not yet given">
            {open.length === 0 ? (
              <EmptyState title="Every pack here has been given" />
            ) : (
              <GiveForm key={open.map(({ childId, state }) => childId + state.code).join()} packs={open} />
            )}
          </Section>
          {given.length > 0 && <Given packs={given} />}
        </div>
      </div>
    </>
  );
}

function Narrow() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const groups = useEstablishment(route.useParams().establishmentId)?.groups;
  const { entering, ...texts } = search;
  const options = (of: readonly { readonly group: string; readonly words: string; readonly children: number }[] = []) =>
    of.map(({ group, words, children }) => ({ value: group, label: `${words} (${children})` }));
  return (
    <FilterPanel
      title="Narrow the list"
      values={{ ...texts, ...(entering ? { entering: ["yes"] } : {}) }}
      onChange={({ entering: ticked, ...given }) =>
        void navigate({
          search: PacksSearch.parse({ ...given, ...(ticked && ticked.length > 0 ? { entering: true } : {}) }),
        })
      }
      filters={[
        { kind: "one", name: "group", label: "Class", options: options(groups?.classes) },
        { kind: "one", name: "yearGroup", label: "Year group", options: options(groups?.yearGroups) },
        {
          kind: "several",
          name: "entering",
          label: "Show only",
          options: [{ value: "yes", label: "Children who have not started yet" }],
        },
      ]}
    />
  );
}

/** Children with nobody named: a pack for them would be blank, so there is none. */
function Without({ packs }: { readonly packs: readonly Pack[] }) {
  const { namedPerson } = useTerms();
  const href = useHref();
  return (
    <Section title={`No ${namedPerson} yet`}>
      <p className="govuk-body">
        {count(packs.length, "child has", "children have")} nobody named, and no pack is printed for them. Assign
        somebody first.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {packs.map(({ childId, name, startsOn }) => (
          <li key={childId}>
            <Anchor href={href({ to: "/roll/children/$childId", params: { childId } })}>{name}</Anchor>
            {startsOn && `, starts on ${dateInWords(startsOn)}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const stateOf = ({ state, missing, printed, given }: Pack): string =>
  [
    missing === null ? state.label : `${state.label}: ${missing} is still to be given`,
    ...(printed === null ? [] : [`printed on ${dateInWords(printed.on)} by ${printed.by}`]),
    ...(given === null ? [] : [`given on ${dateInWords(given.on)}, recorded by ${given.by}`]),
  ].join("; ");

const hintOf = (pack: Pack): string =>
  [
    [pack.group, pack.yearGroup].filter(Boolean).join(", "),
    ...(pack.startsOn === null ? [] : [`starts on ${dateInWords(pack.startsOn)}`]),
    pack.namedPerson ?? "",
    ...(pack.isThroughSafeContact ? ["Through the safe contact only"] : []),
    stateOf(pack),
  ]
    .filter(Boolean)
    .join(". ");

/** Record that packs were given. Nobody is ticked; all that are shown can be at once. */
function GiveForm({ packs }: { readonly packs: readonly Pack[] }) {
  const { establishmentId } = route.useParams();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const give = useChange(trpc.namedPerson.paper.give.mutationOptions());
  const form = useCommandForm(PacksOnScreen, { defaultValues: { childIds: [], parts: [] } });
  const draft = useDraftOf<z.input<typeof PacksOnScreen>>(api, `packs:${establishmentId}`, ["givenOn"]);
  return (
    <Form
      form={form}
      draft={draft}
      submit="Record that they were given"
      submitting="Recording"
      refusal={refusalView(give.error)}
      onSubmit={(said) => give.mutateAsync({ ...said, establishmentId, idempotencyKey })}
    >
      <Button
        kind="secondary"
        onClick={() =>
          form.setValue(
            "childIds",
            packs.map(({ childId }) => childId),
          )
        }
      >
        Tick all {packs.length}
      </Button>
      <Checkboxes
        name="childIds"
        label="Whose pack was given?"
        options={packs.map((pack) => ({
          value: pack.childId,
          label: (
            <>
              {pack.name} {pack.isLate && <Tag colour="red">Late</Tag>}
              {pack.state.code === "incomplete" && <Tag colour="orange">Incomplete</Tag>}
            </>
          ),
          hint: (
            <>
              {hintOf(pack)}.{" "}
              <Anchor
                href={href({
                  to: "/families/$childId/paper",
                  params: { childId: pack.childId },
                  search: { establishmentId },
                })}
              >
                Paper for one of the family <span className="govuk-visually-hidden">of {pack.name}</span>
              </Anchor>
            </>
          ),
        }))}
      />
      <Checkboxes name="parts" label="Which parts?" options={optionsOf(partsOfPack)} />
      <DateField name="givenOn" label="Day they were given" />
      <Radios name="how" label="How?" options={optionsOf(waysOfTelling)} />
    </Form>
  );
}

function Given({ packs }: { readonly packs: readonly Pack[] }) {
  const { establishmentId } = route.useParams();
  const href = useHref();
  return (
    <Section title="Given">
      <Table
        stacked="short"
        caption="Packs that were given"
        captionHidden
        rows={packs}
        rowKey={({ childId }) => childId}
        columns={[
          {
            heading: "Child",
            cell: ({ childId, name }) => (
              <Anchor href={href({ to: "/families/$childId/paper", params: { childId }, search: { establishmentId } })}>
                {name}
              </Anchor>
            ),
          },
          { heading: "Named", cell: ({ namedPerson }) => namedPerson ?? "Nobody" },
          {
            heading: "Given",
            cell: ({ given }) =>
              given === null ? "With a reason why not" : `${dateInWords(given.on)}, by ${given.by}`,
          },
        ]}
      />
    </Section>
  );
}
