import { count, DateText, InsetText, MomentText, Section, Table } from "@linchpin/ui";
import type { WhoLooked } from "../../views.ts";

type Person = WhoLooked["people"][number];

/** Each person with what they did and why, whoever looked last first. */
export const LooksOfPeople = ({ people }: { readonly people: readonly Person[] }) =>
  people.map((person) => <LooksOfPerson key={person.key} person={person} />);

function LooksOfPerson({ person }: { readonly person: Person }) {
  const { name, post, agency, looks, changes, rows, more, emergencies } = person;
  const worksAt = [post, agency].filter(Boolean).join(", ");
  const times = [
    looks > 0 && `looked ${count(looks, "time")}`,
    changes > 0 && `wrote or changed something ${count(changes, "time")}`,
  ].filter((one) => one !== false);
  return (
    <Section title={name}>
      {worksAt && <p className="govuk-body">{worksAt}</p>}
      <p className="govuk-body">In these days: {times.join(", ")}.</p>
      {emergencies.map((emergency) => (
        <Emergency key={emergency.at} emergency={emergency} />
      ))}
      <Table
        stacked
        dense
        caption={`What ${name} did`}
        captionHidden
        rows={rows}
        rowKey={({ day, what, why }) => `${day} ${what} ${why}`}
        columns={[
          { heading: "Day", cell: ({ day }) => <DateText day={day} /> },
          {
            heading: "What they did",
            cell: ({ what, times: often }) => (often > 1 ? `${what} (${often} times)` : what),
          },
          { heading: "Why", cell: ({ why }) => why },
        ]}
      />
      {more > 0 && (
        <p className="govuk-body">
          {count(more, "older line")} of {name} {more === 1 ? "is" : "are"} in the whole list.
        </p>
      )}
    </Section>
  );
}

function Emergency({
  emergency: { at, reason, words, found, foundWords },
}: {
  readonly emergency: Person["emergencies"][number];
}) {
  return (
    <InsetText>
      <p className="govuk-body">
        Opened the record in an emergency on <MomentText at={at} />: {reason}
        {words && <>. In their words: “{words}”</>}
      </p>
      <p className="govuk-body">
        {found}
        {foundWords && <> In their words: “{foundWords}”</>}
      </p>
    </InsetText>
  );
}
