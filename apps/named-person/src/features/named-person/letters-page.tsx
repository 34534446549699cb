import { useHref } from "@linchpin/portal";
import { count, EmptyState, InsetText, Page, PrintButton } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { addressInWords } from "../people/people-words.ts";
import { tellQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/tell/letters");
type Telling = Extract<Answers["namedPerson"]["toTell"], { known: true }>["tellings"][number];

/** The paper for each person to be told, one to a page, in words for a carer or for a child (HIG-22, HIG-65). */
export function LettersPage() {
  const search = route.useSearch();
  const href = useHref();
  const { data } = useSuspenseQuery(tellQuery(search));
  return (
    <Page
      title="Letters"
      back={{ href: href({ to: "/tell", search }), text: "Families to tell" }}
      actions={data.known && data.tellings.length > 0 && <PrintButton>Print the letters</PrintButton>}
    >
      {!data.known ? (
        <InsetText>{data.because}</InsetText>
      ) : data.tellings.length === 0 ? (
        <EmptyState title="There is nobody to write to" />
      ) : (
        <>
          <p className="govuk-body lp-no-print">
            {count(data.tellings.length, "letter")}, one to a page. Printing a letter records nothing: record that
            somebody was told once they have it.
          </p>
          {data.tellings.map((telling) => (
            <Letter key={telling.tellingId} telling={telling} />
          ))}
        </>
      )}
    </Page>
  );
}

function Letter({ telling: { recipient, establishment, address, words, child } }: { readonly telling: Telling }) {
  const { namedPerson } = useTerms();
  const to = addressInWords(address);
  return (
    <article className="np-letter" aria-label={`Letter to ${recipient.name}`}>
      {establishment && (
        <p className="govuk-body">
          <strong>{establishment.name}</strong>
          {establishment.address && (
            <>
              <br />
              {establishment.address}
            </>
          )}
          {establishment.phone && (
            <>
              <br />
              {establishment.phone}
            </>
          )}
        </p>
      )}
      <p className="govuk-body">
        {recipient.is === "child" ? `To ${child}` : recipient.name}
        <br />
        {to ? to : <em className="lp-no-print">No address is recorded: hand it over in person.</em>}
      </p>
      <h2 className="govuk-heading-m">
        {recipient.is === "child" ? `Your ${namedPerson}` : `${child}: the ${namedPerson}`}
      </h2>
      {words.map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
    </article>
  );
}
