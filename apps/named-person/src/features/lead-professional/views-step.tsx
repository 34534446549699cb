import { useHref, whyNot } from "@linchpin/portal";
import { Button, ButtonGroup, dateInWords, LinkButton, Section } from "@linchpin/ui";
import { useTerms } from "../../terms.ts";
import type { Candidates } from "../../views.ts";
import type { StepProps } from "./choose-journey.tsx";
import { StepPage } from "./step-page.tsx";

type Wish = Candidates["views"][number];

/** Whom the child and the family would like, asked before anybody is chosen (HIG-117). */
export function ViewsStep({ childId, of, onTaken }: StepProps) {
  const { leadProfessional } = useTerms();
  return (
    <StepPage childId={childId} of={of} step="views" title="What the child and family would like">
      <p className="govuk-body">
        Ask each of them, apart, whom they would like as {leadProfessional}. If somebody else is chosen, they are told
        why.
      </p>
      <Wishes title="The child" whose="child" childId={childId} of={of} />
      <Wishes title="The family" whose="family" childId={childId} of={of} />
      <ButtonGroup>
        <Button onClick={() => void onTaken({})}>Go on</Button>
      </ButtonGroup>
    </StepPage>
  );
}

type WishesProps = Pick<StepProps, "childId" | "of"> & { readonly title: string; readonly whose: "child" | "family" };

function Wishes({ title, whose, childId, of }: WishesProps) {
  const href = useHref();
  const shut = whyNot(of.may.recordViews);
  const said = of.views.filter((view) => view.whose === whose && view.childId === childId);
  const step = whose === "child" ? ("childs-view" as const) : ("familys-view" as const);
  const words = said.length === 0 ? `Record what ${title.toLowerCase()} would like` : "Record a newer view";
  return (
    <Section title={title}>
      {said.length === 0 && <p className="govuk-body">Nobody has recorded it yet.</p>}
      {said.map((view) => (
        <WishWords key={view.viewId} view={view} of={of} />
      ))}
      {shut === undefined ? (
        <LinkButton
          kind="secondary"
          href={href({
            to: "/children/$childId/plans/$planId/lead/$step",
            params: { childId, planId: of.planId, step },
          })}
        >
          {words}
        </LinkButton>
      ) : (
        <Button kind="secondary" notAllowed={shut}>
          {words}
        </Button>
      )}
    </Section>
  );
}

function WishWords({ view, of }: { readonly view: Wish; readonly of: Candidates }) {
  const named = of.candidates.find(({ practitionerId }) => practitionerId === view.wishedForId)?.name ?? view.wishedFor;
  return (
    <>
      {view.words && <blockquote className="np-said">{view.words}</blockquote>}
      {view.notPossibleBecause && <p className="govuk-body np-prose">Could not be asked: {view.notPossibleBecause}</p>}
      <p className="govuk-hint">
        {view.words && <>{named ? `Would like ${named}. ` : "Named nobody in particular. "}</>}
        {view.how && <>Asked: {view.how}. </>}
        {dateInWords(view.saidOn)}, recorded by {view.recordedBy.name}
      </p>
    </>
  );
}
