import { Link } from "@linchpin/portal";
import { IdentityBar, Page } from "@linchpin/ui";

/** There is a record, and this person may not open it. */
export function RestrictedPage() {
  return (
    <>
      <IdentityBar visibility="restricted" />
      <Page title="This record is restricted">
        <p className="govuk-body">
          You may see that it is there and nothing of what it says. Your manager can say who may.
        </p>
        <p className="govuk-body">
          <Link to="/">Go to Today</Link>
        </p>
      </Page>
    </>
  );
}
