import { type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

export type NotificationBannerProps = {
  readonly title: string;
  /** `done` says that something succeeded and is announced at once. */
  readonly tone?: "important" | "done" | undefined;
  readonly children: ReactNode;
};

/** Something a person should know that is not about the fields on the page. */
export function NotificationBanner({ title, tone = "important", children }: NotificationBannerProps) {
  const heading = useId();
  return (
    <section
      className={classes("govuk-notification-banner", tone === "done" && "govuk-notification-banner--success")}
      role={tone === "done" ? "alert" : "region"}
      aria-labelledby={heading}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={heading}>
          {title}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">{children}</div>
    </section>
  );
}
