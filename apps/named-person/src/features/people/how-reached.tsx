import { capital } from "@linchpin/portal";
import { DateText } from "@linchpin/ui";
import type { Child } from "../../views.ts";

type Reached = Child["reached"][number];

/** How somebody is reached, as it was agreed with them: the way and the days, how often, and what else was said (BOL-3.1). */
export function AgreedWay({ reached }: { readonly reached: Reached }) {
  const { way, inWords, days, howOften, words, agreedWith, from, recordedBy } = reached;
  return (
    <>
      {way === null ? "They were asked, and nothing is agreed" : capital(inWords ?? way.label)}
      {howOften !== null && (
        <span className="np-note">
          How often: {howOften}
          {days.length === 7 && ", on any day"}
        </span>
      )}
      {words !== null && <span className="np-note np-prose">{words}</span>}
      <span className="np-note">
        {way === null ? "Said by" : "Agreed with"} {agreedWith}, from <DateText day={from} />. Recorded by {recordedBy}
      </span>
    </>
  );
}

/** How the child, its parents and carers are reached, on the child's page and on the plan's. */
export function HowReached({ child: { reached } }: { readonly child: Child }) {
  if (reached.length === 0) return null;
  return (
    <section className="np-role" aria-label="How they are reached">
      <h3 className="np-role__name">How they are reached</h3>
      {reached.map(({ name, way, inWords, howOften, words }) => (
        <div key={name ?? ""}>
          <p className="np-role__line">
            <strong>{name ?? "The child"}</strong>:{" "}
            {way === null ? "they were asked, and nothing is agreed" : (inWords ?? way.label)}
            {howOften !== null && `. ${howOften}`}
          </p>
          {words !== null && <p className="np-role__line np-prose">{words}</p>}
        </div>
      ))}
    </section>
  );
}
