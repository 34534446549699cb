import { whoseInWords } from "@linchpin/portal";
import { Clock, MomentText } from "@linchpin/ui";
import { useTerms } from "../../terms.ts";
import type { Proposal } from "../../views.ts";

type Of = { readonly proposal: Proposal };

/** What happens next, as the rulebook and what is recorded have it. */
export function WhatNext({ proposal }: Of) {
  switch (proposal.state) {
    case "open":
      return <StillOpen proposal={proposal} />;
    case "appointed":
      return <Appointed proposal={proposal} />;
    case "stopped":
      return <Stopped proposal={proposal} />;
    case "withdrawn":
      return <Ended proposal={proposal} />;
  }
}

function StillOpen({ proposal: { stages, awaiting } }: Of) {
  const next = stages.filter(({ state }) => state === "next");
  return (
    <>
      {awaiting.map((words) => (
        <p key={words} className="govuk-body">
          {words}
        </p>
      ))}
      {next.length > 0 && (
        <ul className="lp-work" aria-label="What is still to be recorded">
          {next.map((stage) => (
            <li key={stage.stage} className="lp-work__item">
              <div>
                {stage.label}
                <p className="lp-work__about">{whoseInWords(stage)}</p>
              </div>
              {stage.clock && (
                <div className="lp-work__state">
                  <Clock {...stage.clock} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Appointed({ proposal: { proposed, endedAt } }: Of) {
  const { leadProfessional } = useTerms();
  return (
    <p className="govuk-body">
      {proposed.name} is the {leadProfessional}
      {endedAt && (
        <>
          {" "}
          from <MomentText at={endedAt} />
        </>
      )}
      . The child's record and the plan show it from that moment.
    </p>
  );
}

function Stopped({ proposal }: Of) {
  const { leadProfessional } = useTerms();
  const { notAgreed, contact } = proposal;
  return (
    <>
      <Ended proposal={proposal} />
      {contact && (
        <p className="govuk-body">
          Until there is a {leadProfessional}, the family turns to {contact.name}
          {contact.postTitle && <>, {contact.postTitle}</>}.
        </p>
      )}
      {notAgreed.length > 0 && (
        <>
          <h3 className="govuk-heading-s">What follows now that it was not agreed</h3>
          <ul className="lp-work" aria-label="What follows">
            {notAgreed.map((duty) => (
              <li key={duty.dutyId} className="lp-work__item">
                <div>
                  {duty.because}
                  <p className="lp-work__about">
                    {duty.owedBy.name} · {duty.clause}
                  </p>
                </div>
                {duty.clock && (
                  <div className="lp-work__state">
                    <Clock {...duty.clock} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Ended({ proposal: { endedAt, endedBecause, state } }: Of) {
  return (
    <p className="govuk-body">
      {state === "withdrawn" ? "The proposal was withdrawn" : "The proposal ended"}
      {endedAt && (
        <>
          {" "}
          on <MomentText at={endedAt} />
        </>
      )}
      {endedBecause ? `: ${endedBecause}` : "."}
    </p>
  );
}
