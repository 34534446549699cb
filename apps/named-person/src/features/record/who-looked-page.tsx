import { workingLifeDay } from "@linchpin/domain";
import { fromForm, Pages, useHref } from "@linchpin/portal";
import { Anchor, DateField, dateInWords, EmptyState, Form, Page, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import type { WhoLooked } from "../../views.ts";
import { LooksOfPeople } from "./looks-of-people.tsx";
import { looksQuery } from "./queries-of-child.ts";

const route = getRouteApi("/signed-in/children/$childId/who-has-looked");

/** Who has looked at this record or changed it, person by person, as the family is told it. */
export function WhoLookedPage() {
  const { childId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data } = useSuspenseQuery(looksQuery(childId, search));
  const { from, to, people } = data;
  const paper = href({ to: "/who-has-looked/$childId", params: { childId }, search: { from, to } });
  return (
    <Page
      title="Who has looked"
      caption={`${dateInWords(from)} to ${dateInWords(to)}`}
      actions={<Anchor href={paper}>The whole list, to give to the family</Anchor>}
    >
      <p className="govuk-body">
        Every look at this record is written down, yours too, with the part in the child's care that it rests on. The
        words are those the family reads.
      </p>
      {data.isKept && (
        <p className="govuk-body">
          It is kept private where this child is. Nobody is named here whose place of work would tell.
        </p>
      )}
      <PeriodForm
        key={`${from} ${to}`}
        period={{ from, to }}
        onAsk={(asked) => void navigate({ search: asked, replace: true })}
      />
      {people.length === 0 ? <EmptyState title="Nobody looked in these days" /> : <LooksOfPeople people={people} />}
      <Pages
        of="people"
        after={search.after}
        nextCursor={data.nextCursor}
        onGo={(after) => void navigate({ search: { ...search, after } })}
      />
    </Page>
  );
}

type Period = Pick<WhoLooked, "from" | "to">;

const Asked = fromForm(
  z
    .object({ from: workingLifeDay("Enter the first day"), to: workingLifeDay("Enter the last day") })
    .refine(({ from, to }) => from <= to, { path: ["to"], message: "Enter a day that is not before the first" }),
);

function PeriodForm({ period, onAsk }: { readonly period: Period; readonly onAsk: (asked: Period) => void }) {
  const form = useCommandForm(Asked, { defaultValues: period as never });
  return (
    <Form form={form} guarded={false} submit="Show these days" onSubmit={onAsk}>
      <DateField name="from" label="First day" />
      <DateField name="to" label="Last day" />
    </Form>
  );
}
