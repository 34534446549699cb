/** First in the page: takes a keyboard user past the header to the element called `to`. */
export function SkipLink({ to = "main" }: { readonly to?: string }) {
  return (
    <a
      href={`#${to}`}
      className="govuk-skip-link"
      onClick={(event) => {
        event.preventDefault(); // the router owns the address, so the place is focused instead
        document.getElementById(to)?.focus();
      }}
    >
      Skip to main content
    </a>
  );
}
