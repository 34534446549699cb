import { useChange, useHref } from "@linchpin/portal";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { client, trpc } from "../../api.ts";
import { postMay } from "../../routes/menu.ts";
import { useTerms, useWho } from "../../terms.ts";
import { PaperStep } from "../consent/paper-step.tsx";
import { NotesOnPaper } from "./notes-on-paper.tsx";
import { familyPaperOf, familyPaperQuery, paperQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/families/$childId/paper");

/** The paper for one of a family, at any time: whom to turn to and how (HIG-65). It leaves by the step of a copy. */
export function PaperPage() {
  const { childId } = route.useParams();
  const asked = familyPaperOf(childId, route.useSearch());
  const { data: paper } = useSuspenseQuery(familyPaperQuery(asked));
  const { data: of } = useSuspenseQuery(paperQuery(childId));
  const { namedPerson } = useTerms();
  const who = useWho();
  const href = useHref();
  const navigate = route.useNavigate();
  const send = useChange(trpc.consent.familyPaper.send.mutationOptions());
  const params = { childId };
  const back = postMay(who, "child.read")
    ? { href: href({ to: "/children/$childId", params }), text: "Child's record" }
    : { href: href({ to: "/roll/children/$childId", params }), text: "Place on the roll" };
  return (
    <PaperStep
      key={childId}
      paper={paper}
      back={back}
      notes={
        of.known && (
          <>
            <p className="govuk-body">
              A page for parents and carers with a card for the child, or the child's card alone. Record that the family
              was told who the {namedPerson} is once they have it.
            </p>
            <NotesOnPaper paper={of.paper} />
          </>
        )
      }
      lookAt={(to, clearings) => client.consent.familyPaper.look.query({ ...asked, to, clearings })}
      send={(sending) => send.mutateAsync({ ...sending, ...asked })}
      onSent={(sentCopyId) => navigate({ to: "/tell/sent/$sentCopyId", params: { sentCopyId } })}
    />
  );
}
