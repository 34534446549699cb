import { useHref } from "@linchpin/portal";
import { Anchor, WarningText } from "@linchpin/ui";
import type { Answers } from "../../views.ts";

type Paper = Extract<Answers["namedPerson"]["paper"]["ofChild"], { known: true }>["paper"];
type Lacks = Paper["lacks"];

/** What nobody may miss before the paper leaves the room: said on the screen, never on the paper. */
export const NotesOnPaper = ({ paper: { child, noCopyTo, leftOut, forCarers, lacks } }: { readonly paper: Paper }) => (
  <>
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
    <Lacking lacks={lacks} />
  </>
);

const lackWords: Record<Lacks[number], string> = {
  ways: "How parents and carers reach this person is not recorded.",
  "child-ways": "How the child reaches this person is not recorded.",
  holidays: "No contact for the school holidays is recorded. The co-ordinator or the education service says who it is.",
};

/** What the paper leaves out because nobody has recorded it, and where that is done. */
function Lacking({ lacks }: { readonly lacks: Lacks }) {
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
