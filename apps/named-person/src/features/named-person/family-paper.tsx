import { useHref } from "@linchpin/portal";
import { Anchor, WarningText } from "@linchpin/ui";
import type { Answers } from "../../views.ts";
import { addressInWords } from "../people/people-words.ts";

export type Paper = Extract<Answers["namedPerson"]["paper"]["ofChild"], { known: true }>["paper"];
type ForChild = NonNullable<Paper["forChild"]>;
type Lines = Paper["lacks"];

/** A family's paper: a page for parents and carers, and a card for the child; among several, with its place. Notes for whoever prints it stay on the screen. */
export function FamilyPaper({ paper, place }: { readonly paper: Paper; readonly place?: number }) {
  return (
    <section aria-label={`Paper ${place === undefined ? "" : `${place} `}for ${paper.child}`}>
      <NotesForThePrinter paper={paper} />
      {paper.forCarers && <ForCarers paper={paper} page={paper.forCarers} />}
      {paper.forChild && <Card page={paper.forChild} child={paper.child} />}
    </section>
  );
}

/** What nobody may miss before the paper leaves the room. */
function NotesForThePrinter({
  paper: { child, safeContact, noCopyTo, leftOut, forCarers, lacks },
}: {
  readonly paper: Paper;
}) {
  return (
    <div className="lp-no-print">
      {safeContact && (
        <WarningText>
          It is kept private where {child} is. Give this to {safeContact.name} and to nobody else
          {safeContact.phone && ` (${safeContact.phone})`}.
        </WarningText>
      )}
      {noCopyTo.map(({ name, owner }) => (
        <WarningText key={name}>
          Give no copy to {name}, who must not be brought near {child}. {owner.name} answers for that.
        </WarningText>
      ))}
      {leftOut.map((name) => (
        <WarningText key={name}>Give no copy to {name}, who takes part in nothing.</WarningText>
      ))}
      {forCarers === null && (
        <p className="govuk-body">There is no page for parents and carers: nobody on record may have one.</p>
      )}
      <Lacks lacks={lacks} />
    </div>
  );
}

const lackWords: Record<Lines[number], string> = {
  ways: "How parents and carers reach this person is not recorded.",
  "child-ways": "How the child reaches this person is not recorded.",
  holidays: "No contact for the school holidays is recorded. The co-ordinator or the education service says who it is.",
};

/** What the paper leaves out because nobody has recorded it, and where that is done. */
export function Lacks({ lacks }: { readonly lacks: Lines }) {
  const href = useHref();
  if (lacks.length === 0) return null;
  return (
    <div className="govuk-inset-text">
      {lacks.map((one) => (
        <p key={one} className="govuk-body">
          {lackWords[one]}
        </p>
      ))}
      <Anchor href={href({ to: "/for-families" })}>How families reach you</Anchor>
    </div>
  );
}

type CarersProps = { readonly paper: Paper; readonly page: NonNullable<Paper["forCarers"]> };

function ForCarers({ paper: { to, safeContact }, page }: CarersProps) {
  const address = addressInWords(to.address);
  return (
    <article className="np-letter" aria-label={page.title}>
      {to.place && (
        <p className="govuk-body">
          <strong>{to.place.name}</strong>
          {to.place.address && <span className="np-note">{to.place.address}</span>}
          {to.place.phone && <span className="np-note">{to.place.phone}</span>}
        </p>
      )}
      <p className="govuk-body np-prose">
        {safeContact
          ? [safeContact.name, safeContact.address].filter(Boolean).join("\n")
          : [to.carers.join(" and ") || "To the parents and carers", address].filter(Boolean).join("\n")}
      </p>
      <h2 className="govuk-heading-m">{page.title}</h2>
      {page.sentences.map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
      <HowToReach reach={page.reach} />
    </article>
  );
}

function HowToReach({ reach }: Pick<ForChild, "reach">) {
  return reach.map(({ whom, lines }) => (
    <section key={whom} className="np-reach">
      <h3 className="govuk-heading-s">{whom}</h3>
      {lines.map(({ key, value }) => (
        <p key={key} className="govuk-body np-prose">
          <strong>{key}:</strong> {value}
        </p>
      ))}
    </section>
  ));
}

/** The child's own part: a first name, a frame for a picture, few words in big type, and room to write or draw. */
function Card({ page, child }: { readonly page: ForChild; readonly child: string }) {
  return (
    <article className="np-letter np-card" aria-label={`Card for ${child}`}>
      <h2 className="np-card__title">{page.title}</h2>
      <div className="np-card__who">
        <div className="np-card__frame" aria-hidden="true">
          {page.initials}
        </div>
        <p className="np-card__name">{page.who}</p>
      </div>
      {page.sentences.map((sentence) => (
        <p key={sentence} className="np-card__words">
          {sentence}
        </p>
      ))}
      {page.reach.map(({ whom, lines }) =>
        lines.map(({ key, value }) => (
          <p key={whom + key} className="np-card__words np-prose">
            <strong>{key}:</strong> {value}
          </p>
        )),
      )}
      <p className="np-card__words">You can write or draw here, and give this to {page.who}:</p>
      <div className="np-card__room" />
    </article>
  );
}
