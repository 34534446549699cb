import { Details } from "./details.tsx";
import { SummaryList } from "./summary-list.tsx";
import { Tag } from "./tag.tsx";
import { dateInWords } from "./words.ts";

type Seen = {
  readonly state: { readonly code: string; readonly label: string };
  readonly on: string;
  readonly note: string;
  readonly by: string;
};

const colours: Readonly<Record<string, "green" | "yellow" | "grey">> = { engaged: "green", tentative: "yellow" };

/** How far a family is engaged: the state with its day, what shows it, and how it was before. Nothing where nobody recorded it. */
export function Engagement({ seen }: { readonly seen: readonly Seen[] }) {
  const [now, ...before] = seen;
  if (now === undefined) return <p className="govuk-body">Nobody has recorded how far the family is engaged.</p>;
  return (
    <>
      <p className="govuk-body">
        <Tag colour={colours[now.state.code] ?? "grey"}>{now.state.label}</Tag> since {dateInWords(now.on)}, as {now.by}{" "}
        recorded.
      </p>
      <p className="govuk-body lp-said">{now.note}</p>
      {before.length > 0 && (
        <Details summary={`How it was before (${before.length})`}>
          <SummaryList
            compact
            rows={before.map(({ state, on, note, by }) => ({
              key: dateInWords(on),
              value: `${state.label}: ${note} (${by})`,
            }))}
          />
        </Details>
      )}
    </>
  );
}
