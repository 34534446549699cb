import { Link, useHref } from "@linchpin/portal";
import { ButtonGroup, Confirmation, LinkButton } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Owed } from "../record/owed.tsx";
import { concernQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/children/$childId/concerns/$concernId/recorded");

/** Done: what is owed now, by whom and by when. */
export function RecordedPage() {
  const params = route.useParams();
  const href = useHref();
  const { data } = useSuspenseQuery(concernQuery(params.concernId));
  return (
    <Confirmation title="Concern recorded">
      <Owed title="What is owed now" duties={data.duties} />
      <p className="govuk-body">
        Nothing is decided yet. What follows from the concern is decided next, with its reason.
      </p>
      <ButtonGroup>
        {data.may.decide.may && (
          <LinkButton href={href({ to: "/children/$childId/concerns/$concernId/decide", params })}>
            Decide what follows
          </LinkButton>
        )}
        <Link to="/children/$childId/concerns/$concernId" params={params}>
          Open the concern
        </Link>
      </ButtonGroup>
    </Confirmation>
  );
}
