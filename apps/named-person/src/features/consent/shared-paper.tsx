import { workingLifeDay } from "@linchpin/domain";
import { fromForm, useHref } from "@linchpin/portal";
import {
  count,
  DateField,
  DateText,
  dateInWords,
  EmptyState,
  Form,
  Page,
  Section,
  Table,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import type { Answers } from "../../views.ts";
import { toldInWords } from "./consent-words.ts";
import { GiveToFamily } from "./give-to-family.tsx";
import { sharedQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/what-is-shared/$childId");
type Shared = Answers["consent"]["shared"];

/** For the family: what may be shared, with whom and why; and what went between two days. No other fact of the record. */
export function SharedPaper() {
  const { childId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data } = useSuspenseQuery(sharedQuery(childId, search));
  return (
    <Page
      title={`What we share about ${data.childName}, with whom and why`}
      back={{ href: href({ to: "/children/$childId/consent", params: { childId } }), text: "Consent and sharing" }}
      actions={
        <GiveToFamily
          may={data.may.give}
          href={href({ to: "/what-is-shared/$childId/give", params: { childId }, search })}
        />
      }
    >
      <p className="govuk-body">
        A yes can be taken back at any time: tell whoever gave you this sheet. From then on nothing more is shared on
        it. What was shared before stays written down.
      </p>
      {data.isKept && (
        <p className="govuk-body">
          It is kept private where this child is. Nobody is named here whose work would tell.
        </p>
      )}
      <InForce data={data} />
      <Section title={`What was shared from ${dateInWords(data.from)} to ${dateInWords(data.to)}`}>
        <Counts data={data} />
        <Shares data={data} />
      </Section>
      <div className="govuk-!-display-none-print">
        <Days
          key={`${data.from} ${data.to}`}
          days={data}
          onAsk={(asked) => void navigate({ search: asked, replace: true })}
        />
      </div>
    </Page>
  );
}

function InForce({ data: { inForce } }: { readonly data: Shared }) {
  return (
    <Section title="What may be shared now, because somebody said yes">
      <Table
        stacked
        caption="What may be shared now"
        captionHidden
        rows={inForce}
        rowKey={({ key }) => key}
        columns={[
          { heading: "What", cell: ({ what }) => what },
          { heading: "With whom", cell: ({ withWhom }) => withWhom },
          { heading: "Why", cell: ({ why }) => why ?? "Ask whoever gave you this sheet" },
          { heading: "Who said yes", cell: ({ who, from }) => `${who}, ${dateInWords(from)}` },
          { heading: "Until", cell: ({ lastDay }) => (lastDay ? <DateText day={lastDay} /> : "No end was set") },
        ]}
        empty={<EmptyState title="Nobody has said yes to anything that holds today" />}
      />
    </Section>
  );
}

function Counts({ data: { counts, silent, shares } }: { readonly data: Shared }) {
  if (silent !== undefined)
    return <p className="govuk-body">In all, {count(shares.length, "thing was", "things were")} shared.</p>;
  return (
    <ul className="govuk-list">
      {counts.map(({ label, amount, clause }) => (
        <li key={label}>
          {label}: {amount} <span className="govuk-hint np-note">{clause}</span>
        </li>
      ))}
    </ul>
  );
}

function Shares({ data: { shares } }: { readonly data: Shared }) {
  return (
    <Table
      stacked
      caption="What was shared"
      captionHidden
      rows={shares}
      rowKey={({ key }) => key}
      columns={[
        { heading: "What", cell: ({ what }) => what },
        { heading: "Day", cell: ({ on }) => <DateText day={on} /> },
        { heading: "With whom", cell: ({ withWhom }) => withWhom },
        { heading: "Why", cell: ({ why }) => why ?? "Ask whoever gave you this sheet" },
        { heading: "It rests on", cell: ({ basis }) => basis },
        { heading: "Shared by", cell: ({ by }) => by },
        {
          heading: "Were you told?",
          cell: ({ childTold, familyTold }) => (
            <>
              The child: <ToldOnPaper told={childTold} />
              <span className="np-note">
                The family: <ToldOnPaper told={familyTold} />
              </span>
            </>
          ),
        },
      ]}
      empty={<EmptyState title="Nothing was shared in these days" />}
    />
  );
}

/** Why somebody was not told is for those who work with the child: on the screen, and on no paper. */
function ToldOnPaper({ told }: { readonly told: Shared["shares"][number]["childTold"] }) {
  if (told.told !== "no") return toldInWords(told);
  return (
    <>
      Not told<span className="govuk-!-display-none-print">: {told.because}</span>
    </>
  );
}

const Asked = fromForm(
  z
    .object({ from: workingLifeDay("Enter the first day"), to: workingLifeDay("Enter the last day") })
    .refine(({ from, to }) => from <= to, { path: ["to"], message: "Enter a day that is not before the first" }),
);
type Days = z.output<typeof Asked>;

function Days({ days: { from, to }, onAsk }: { readonly days: Shared; readonly onAsk: (asked: Days) => void }) {
  const form = useCommandForm(Asked, { defaultValues: { from, to } as never }); // days the api gave, read again by the form
  return (
    <Form form={form} guarded={false} submit="Show these days" onSubmit={onAsk}>
      <DateField name="from" label="First day" />
      <DateField name="to" label="Last day" />
    </Form>
  );
}
