import { CheckLooks, codesOf, type LookKind, lookOutcomes } from "@linchpin/domain";
import {
  cursorOf,
  fromForm,
  Pages,
  refusalView,
  serverDraft,
  useChange,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import {
  Anchor,
  count,
  dateInWords,
  EmptyState,
  Form,
  MomentText,
  Page,
  Radios,
  Section,
  Table,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { LooksOfPerson } from "../../views.ts";
import { looksOfPersonQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/looks/$kind/$practitionerId");
const Schema = fromForm(CheckLooks);

/** One person's looks of one kind in a week, each with its child, and what was found of them. */
export function LooksOfPersonPage() {
  const params = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data } = useSuspenseQuery(looksOfPersonQuery(params, search.week, cursorOf(search)));
  const { name, postTitle, agency, kind, week, lastDay, list, sums } = data;
  const back = href({ to: "/looks", search: { week, kind: params.kind } });
  return (
    <Page
      title={`${name}: ${kind.label.charAt(0).toLowerCase()}${kind.label.slice(1)}`}
      caption={`${dateInWords(week)} to ${dateInWords(lastDay)}`}
      back={{ href: back, text: "Looks at records" }}
    >
      <p className="govuk-body">{[postTitle, agency].filter(Boolean).join(", ")}</p>
      <p className="govuk-body">
        {kind.meaning}
        {list.some(({ child }) => child) && " That you read this list is written down for each child on it."}
      </p>
      {sums.length > 1 && (
        <Table
          caption="In the whole week"
          dense
          rows={sums}
          rowKey={({ what }) => what}
          columns={[
            { heading: "What they did", cell: ({ what }) => what },
            { heading: "How often", cell: ({ looks }) => count(looks, "time") },
          ]}
          empty={<EmptyState title="There is no look here" />}
        />
      )}
      <Table
        caption="Looks, newest first"
        dense
        stacked
        rows={list}
        rowKey={({ entryId }) => entryId}
        columns={[
          { heading: "When", cell: ({ at }) => <MomentText at={at} /> },
          { heading: "Child", cell: ({ child }) => child?.name ?? "None" },
          { heading: "What they did", cell: (look) => <Did look={look} /> },
        ]}
        empty={<EmptyState title="There is no look here that you may see" />}
      />
      <Pages
        of="looks"
        after={search.after}
        nextCursor={data.nextCursor}
        onGo={(after) => void navigate({ search: { ...search, after } })}
      />
      {data.checks.length > 0 && <Checks checks={data.checks} />}
      <Section title="What did you find?">
        {data.mayCheck.may ? <Check of={data} kind={params.kind} /> : <p className="govuk-body">{data.mayCheck.why}</p>}
      </Section>
    </Page>
  );
}

function Did({ look: { what, words, basis } }: { readonly look: LooksOfPerson["list"][number] }) {
  return (
    <>
      {what}
      {basis && <span className="mp-note">As: {basis}</span>}
      {words && <span className="mp-note">In their words: “{words}”</span>}
    </>
  );
}

const Checks = ({ checks }: Pick<LooksOfPerson, "checks">) => (
  <Section title="Found before">
    <ul className="govuk-list govuk-list--bullet">
      {checks.map(({ outcome, words, at, by }) => (
        <li key={at}>
          <strong>{outcome.label}</strong>: {words}
          <span className="mp-note">
            {by}, <MomentText at={at} />
          </span>
        </li>
      ))}
    </ul>
  </Section>
);

function Check({
  of: { practitionerId, week, mayCheck },
  kind,
}: {
  readonly of: LooksOfPerson;
  readonly kind: LookKind;
}) {
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, { defaultValues: { idempotencyKey, week, kind, practitionerId } });
  const check = useChange(trpc.record.checkLooks.mutationOptions());
  const draft = useMemo(
    () => serverDraft<z.input<typeof Schema>>(api, `check-looks:${week}:${kind}:${practitionerId}`),
    [week, kind, practitionerId],
  );
  return (
    <Form
      form={form}
      draft={draft}
      submit="Keep what I found"
      submitting="Keeping"
      notAllowed={whyNot(mayCheck)}
      refusal={refusalView(check.error)}
      cancel={<Anchor href={href({ to: "/looks", search: { week, kind } })}>Cancel</Anchor>}
      onSubmit={(command) =>
        check.mutateAsync(command).then(({ outcome }) =>
          navigate({
            to: "/looks",
            search: { week, kind, done: outcome.code === "breach" ? "breach" : "kept" },
            replace: true,
          }),
        )
      }
    >
      <Radios
        name="outcome"
        label="These looks were"
        options={codesOf(lookOutcomes).map((value) => {
          const outcome: { readonly label: string; readonly meaning?: string } = lookOutcomes[value];
          return { value, label: outcome.label, hint: outcome.meaning };
        })}
      />
      <TextArea name="words" label="What did you find, and how do you know?" rows={5} />
    </Form>
  );
}
