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
  const letters = data.known ? data.tellings.filter(({ noLetter }) => noLetter === undefined) : [];
  const left = data.known ? data.tellings.length - letters.length : 0;
  return (
    <Page
      title="Letters"
      back={{ href: href({ to: "/tell", search }), text: "Families to tell" }}
      actions={letters.length > 0 && <PrintButton>Print the letters</PrintButton>}
    >
      {!data.known ? (
        <InsetText>{data.because}</InsetText>
      ) : letters.length === 0 ? (
        <EmptyState title="There is nobody to write to" />
      ) : (
        <>
          <p className="govuk-body lp-no-print">
            {count(letters.length, "letter")}, one to a page. Printing a letter records nothing: record that somebody
            was told once they have it.
            {left > 0 && ` No letter to ${count(left, "adult")} to whom nothing is written: the list says why.`}
          </p>
          {letters.map((telling) => (
            <Letter key={telling.tellingId} telling={telling} />
          ))}
        </>
      )}
    </Page>
  );
}

function Letter({ telling }: { readonly telling: Telling }) {
  const { recipient, who, establishment, address, safeContact, words, child } = telling;
  const { namedPerson } = useTerms();
  const role = who.as === "lead-professional" ? "lead professional" : namedPerson;
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
        {safeContact ? (
          <ToSafeContact contact={safeContact} />
        ) : recipient.is === "child" ? (
          `To ${child}`
        ) : (
          recipient.name
        )}
        <br />
        {safeContact ? null : to ? (
          to
        ) : (
          <em className="lp-no-print">No address is recorded: hand it over in person.</em>
        )}
      </p>
      <h2 className="govuk-heading-m">{recipient.is === "child" ? `Your ${role}` : `${child}: the ${role}`}</h2>
      {words.map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
    </article>
  );
}

/** Where it is kept private where a child is, the letter goes to somebody else, who hands it on. */
function ToSafeContact({
  contact: { name, address, phone },
}: {
  readonly contact: NonNullable<Telling["safeContact"]>;
}) {
  return (
    <>
      {name}
      {address && (
        <span className="np-prose">
          <br />
          {address}
        </span>
      )}
      <em className="lp-no-print">
        {" "}
        Kept private: the letter goes to the safe contact{phone && ` (${phone})`}, who hands it on.
      </em>
    </>
  );
}
