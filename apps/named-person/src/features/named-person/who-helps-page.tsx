import { useHref } from "@linchpin/portal";
import { Page, PrintButton, Section } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { whoHelpsQuery } from "./queries.ts";

/** Who does what in the area and how services work together, in plain words, to print for families (HIG-162). */
export function WhoHelpsPage() {
  const { data } = useSuspenseQuery(whoHelpsQuery());
  const href = useHref();
  return (
    <Page
      title={`Who helps in ${data.area}`}
      back={{ href: href({ to: "/for-families" }), text: "For families" }}
      actions={<PrintButton>Print the page</PrintButton>}
    >
      {/* nothing here is about anybody in particular: it may be handed on */}
      <div data-for-anybody="">
        <Section title="People">
          {data.people.map(({ who, does }) => (
            <p key={who} className="govuk-body">
              <strong>{who}.</strong> {does}
            </p>
          ))}
        </Section>
        <Section title="Services">
          {data.services.map(({ who, does, names }) => (
            <p key={who} className="govuk-body">
              <strong>{who}.</strong> {does}
              <span className="np-note">{names.join(", ")}</span>
            </p>
          ))}
        </Section>
        <Section title="How they work together for your child">
          <ul className="govuk-list govuk-list--bullet">
            {data.together.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
        {data.offices.length > 0 && (
          <Section title="The co-ordinator's office">
            {data.offices.map(({ name, title, phone, hours, writeTo }) => (
              <p key={name} className="govuk-body np-prose">
                <strong>{name}</strong>, {title}
                {"\n"}
                {[phone, hours, writeTo].filter(Boolean).join("\n") || "How to reach them is not recorded yet."}
              </p>
            ))}
          </Section>
        )}
      </div>
    </Page>
  );
}
