import { telHref } from "./people-words.ts";

export type ContactProps = {
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
};

/** How to reach somebody: the links dial and write. */
export function Contact({ phone, email }: ContactProps) {
  if (!phone && !email) return <p className="np-role__line">How to reach them is not recorded.</p>;
  return (
    <p className="np-role__line">
      {phone && (
        <a className="govuk-link" href={telHref(phone)}>
          {phone}
        </a>
      )}
      {phone && email && <br />}
      {email && (
        <a className="govuk-link np-break" href={`mailto:${email}`}>
          {email}
        </a>
      )}
    </p>
  );
}
