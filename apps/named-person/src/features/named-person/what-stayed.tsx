import { Link } from "@linchpin/portal";
import { count, NotificationBanner } from "@linchpin/ui";
import type { Answers } from "../../views.ts";

type WhatStayedProps = Answers["consent"]["letters" | "packs"]["send"] & { readonly of: "letter" | "pack" };

/** Where some of what was to go together stayed: how many, and the way to those that went, which are still to be printed. */
export function WhatStayed({ of, sent, sentCopyId, changed }: WhatStayedProps) {
  return (
    <NotificationBanner title="Important">
      <p className="govuk-notification-banner__heading">
        {count(changed.length, of)} changed since you looked, or an address did, and did not go. Look again below.
      </p>
      {sentCopyId !== null && (
        <p className="govuk-body">
          {count(sent, of)} went and {sent === 1 ? "is" : "are"} kept.{" "}
          <Link to="/tell/sent/$sentCopyId" params={{ sentCopyId }}>
            Print what went
          </Link>
        </p>
      )}
    </NotificationBanner>
  );
}
