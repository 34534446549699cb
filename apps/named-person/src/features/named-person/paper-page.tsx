import { useHref } from "@linchpin/portal";
import { InsetText, Page, PrintButton } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { postMay } from "../../routes/menu.ts";
import { useTerms, useWho } from "../../terms.ts";
import { FamilyPaper } from "./family-paper.tsx";
import { paperQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/families/$childId/paper");

/** The paper for one family, at any time: whom to turn to and how (HIG-65). */
export function PaperPage() {
  const { childId } = route.useParams();
  const { data } = useSuspenseQuery(paperQuery(childId));
  const { namedPerson } = useTerms();
  const who = useWho();
  const href = useHref();
  const params = { childId };
  const back = postMay(who, "child.read")
    ? { href: href({ to: "/children/$childId", params }), text: "Child's record" }
    : { href: href({ to: "/roll/children/$childId", params }), text: "Place on the roll" };
  return (
    <Page title="Paper for the family" back={back} actions={data.known && <PrintButton>Print the paper</PrintButton>}>
      {data.known ? (
        <>
          <p className="govuk-body lp-no-print">
            A page for parents and carers, and a card for the child: neither goes without the other. Printing it records
            that you looked. Record that the family was told who the {namedPerson} is once they have it.
          </p>
          <FamilyPaper paper={data.paper} />
        </>
      ) : (
        <InsetText>{data.because}</InsetText>
      )}
    </Page>
  );
}
